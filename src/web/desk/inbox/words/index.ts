import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { InboxWords } from "./words.ts";

const words: Record<Language, InboxWords> = { it, en };

export function inboxWordsOf(language: Language): InboxWords {
  return words[language];
}
