import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { RulesWords } from "./words.ts";

const words: Record<Language, RulesWords> = { it, en };

export function rulesWordsOf(language: Language): RulesWords {
  return words[language];
}
