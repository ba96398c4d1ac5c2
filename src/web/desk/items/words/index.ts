import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { ItemsWords } from "./words.ts";

const words: Record<Language, ItemsWords> = { it, en };

export function itemsWordsOf(language: Language): ItemsWords {
  return words[language];
}
