import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { ModerationWords } from "./words.ts";

const words: Record<Language, ModerationWords> = { it, en };

export function moderationWordsOf(language: Language): ModerationWords {
  return words[language];
}
