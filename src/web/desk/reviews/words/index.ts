import type { Language } from "../../../../channels/channel.ts";
import { en } from "./en.ts";
import { it } from "./it.ts";
import type { ReviewsWords } from "./words.ts";

const words: Record<Language, ReviewsWords> = { it, en };

export function reviewsWordsOf(language: Language): ReviewsWords {
  return words[language];
}
