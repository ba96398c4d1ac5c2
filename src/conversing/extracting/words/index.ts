import type { Language } from "../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { ExtractWords } from "./words.ts";

const words: Record<Language, ExtractWords> = { it, en };

export function extractWordsOf(language: Language): ExtractWords {
  return words[language];
}
