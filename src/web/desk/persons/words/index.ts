import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { PersonsWords } from "./words.ts";

const words: Record<Language, PersonsWords> = { it, en };

export function personsWordsOf(language: Language): PersonsWords {
  return words[language];
}
