import type { Language } from "../../channels/channel.ts";
import { dayOfMonth, daysBetween, type LocalDate, monthOf, weekdayOf, yearOf } from "./local-date.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";
import type { CalendarWords } from "./words/words.ts";
import { clockIn, dateIn } from "./zoned-time.ts";

/** When, where and in which language something about a calendar is told. */
export interface CalendarReading {
  now: Date;
  /** The office's, in which its days and hours are meant. */
  timeZone: string;
  language: Language;
}

/** From so many days away a day is named with its year. */
const yearFromDays = 180;

const allWords: Record<Language, CalendarWords> = { it, en };

export function wordsIn(language: Language): CalendarWords {
  return allWords[language];
}

/**
 * A day as people say it: with its month where that is not the month of `beside`, a day they already have in mind,
 * and with its year where it is far.
 */
export function nameDay(date: LocalDate, beside: LocalDate, words: CalendarWords): string {
  const isFar = Math.abs(daysBetween(beside, date)) >= yearFromDays;
  const hasMonth = isFar || monthOf(date) !== monthOf(beside);
  return name(date, hasMonth, isFar, words);
}

/** "martedì 9 dicembre", whatever the month is now. */
export function nameDayInFull(date: LocalDate, beside: LocalDate, words: CalendarWords): string {
  return name(date, true, Math.abs(daysBetween(beside, date)) >= yearFromDays, words);
}

/** "oggi", "domani", "ieri"; null for other days. */
export function nearDay(date: LocalDate, today: LocalDate, words: CalendarWords): string | null {
  switch (daysBetween(today, date)) {
    case 0:
      return words.today;
    case 1:
      return words.tomorrow;
    case -1:
      return words.yesterday;
    default:
      return null;
  }
}

/** The day it is for whoever reads. */
export function todayOf({ now, timeZone }: CalendarReading): LocalDate {
  return dateIn(now, timeZone);
}

/** "8:30", as people say an hour. */
export function nameClock(moment: Date, { timeZone }: CalendarReading): string {
  return clockIn(moment, timeZone).replace(/^0/, "");
}

function name(date: LocalDate, hasMonth: boolean, hasYear: boolean, words: CalendarWords): string {
  const month = hasMonth ? words.months[monthOf(date) - 1] : undefined;
  const year = hasYear ? yearOf(date) : undefined;
  return words.day(words.weekdays[weekdayOf(date)], dayOfMonth(date), month, year);
}
