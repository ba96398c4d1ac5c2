import type { Language } from "../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { SiteWords } from "./words.ts";

const words: Record<Language, SiteWords> = { it, en };

export function siteWordsOf(language: Language): SiteWords {
  return words[language];
}
