import type { Language } from "../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { DeletionWords } from "./words.ts";

const words: Record<Language, DeletionWords> = { it, en };

export function deletionWordsOf(language: Language): DeletionWords {
  return words[language];
}
