import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { ExtractsWords } from "./words.ts";

const words: Record<Language, ExtractsWords> = { it, en };

export function extractsWordsOf(language: Language): ExtractsWords {
  return words[language];
}
