import { en } from "./en.ts";
import { it } from "./it.ts";
import type { MailLanguage, MailWords } from "./words.ts";

const words: Record<MailLanguage, MailWords> = { it, en };

export function mailWordsOf(language: MailLanguage): MailWords {
  return words[language];
}
