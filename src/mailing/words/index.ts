import type { Language } from "../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { MailWords } from "./words.ts";

const words: Record<Language, MailWords> = { it, en };

export function mailWordsOf(language: Language): MailWords {
  return words[language];
}
