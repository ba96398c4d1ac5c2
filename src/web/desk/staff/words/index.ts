import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { StaffWords } from "./words.ts";

const words: Record<Language, StaffWords> = { it, en };

export function staffWordsOf(language: Language): StaffWords {
  return words[language];
}
