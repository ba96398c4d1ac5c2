import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { RetentionWords } from "./words.ts";

const words: Record<Language, RetentionWords> = { it, en };

export function retentionWordsOf(language: Language): RetentionWords {
  return words[language];
}
