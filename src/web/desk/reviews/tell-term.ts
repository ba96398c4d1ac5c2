import { nameDayInFull, nearDay, wordsIn } from "../../../authority/calendar/day-names.ts";
import type { LocalDate } from "../../../authority/calendar/local-date.ts";
import { dateIn } from "../../../authority/calendar/zoned-time.ts";
import type { OpenReview } from "../../../moderating/reviewing/review-store.ts";
import type { Reading } from "../moments.ts";
import { reviewsWordsOf } from "./words/index.ts";

/** Until when a review is to be decided: "da decidere entro martedì 9 dicembre". */
export function tellTerm({ dueOn }: Pick<OpenReview, "dueOn">, reading: Reading): string {
  const { term } = reviewsWordsOf(reading.words.code);
  if (dueOn === null) return term.none;
  const today = dateIn(reading.now, reading.timeZone);
  const words = wordsIn(reading.words.code);
  const date = dueOn as LocalDate;
  const day = nearDay(date, today, words) ?? nameDayInFull(date, today, words);
  return dueOn < today ? term.over(day) : term.by(day);
}
