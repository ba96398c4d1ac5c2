import type { Language } from "../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { SignInWords } from "./words.ts";

const words: Record<Language, SignInWords> = { it, en };

export function signInWordsOf(language: Language): SignInWords {
  return words[language];
}
