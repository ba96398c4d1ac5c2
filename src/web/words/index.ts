import type { Language } from "../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { Words } from "./words.ts";

const words: Record<Language, Words> = { it, en };

export function wordsOf(language: Language): Words {
  return words[language];
}
