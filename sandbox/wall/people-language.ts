import type { Language } from "./words.ts";
import type { PeopleWords } from "./words-people.ts";
import { ENGLISH } from "./words-people-en.ts";
import { ITALIAN } from "./words-people-it.ts";

/** What the wall says about people, in one of its languages. */
export function peopleWords(language: Language): PeopleWords {
  return language === "en" ? ENGLISH : ITALIAN;
}
