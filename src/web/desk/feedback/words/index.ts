import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { FeedbackWords } from "./words.ts";

const words: Record<Language, FeedbackWords> = { it, en };

export function feedbackWordsOf(language: Language): FeedbackWords {
  return words[language];
}
