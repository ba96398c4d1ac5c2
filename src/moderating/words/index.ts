import type { Language } from "../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { ModeratingWords } from "./moderating-words.ts";

const words: Record<Language, ModeratingWords> = { it, en };

export function moderatingWordsOf(language: Language): ModeratingWords {
  return words[language];
}
