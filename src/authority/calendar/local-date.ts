/** A day of the wall calendar, "2026-12-08": without an hour and without a zone. Days compare as text does. */
export type LocalDate = string & { readonly isLocalDate: true };

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export type Weekday = (typeof weekdays)[number];

const dayMs = 86_400_000;
const monthsInYear = 12;

export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isWritten(Date.parse(text), text);
}

/** "2026-12-08" as a day; throws for what is none, such as "2026-02-30". */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`${text} is no day`);
  return text;
}

/** @param month 1 to 12. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  return fromMs(Date.UTC(year, month - 1, day));
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

export function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

export function weekdayOf(date: LocalDate): Weekday {
  // The first day that computers count, 1 January 1970, was a Thursday.
  const index = (((Date.parse(date) / dayMs + 3) % 7) + 7) % 7;
  return weekdays[index] as Weekday;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromMs(Date.parse(date) + days * dayMs);
}

/** How many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** The same day of the month, months later; the last of that month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * monthsInYear + monthOf(date) - 1 + months;
  const year = Math.floor(index / monthsInYear);
  const month = (index % monthsInYear) + 1;
  return dateOf(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)));
}

function daysInMonth(year: number, month: number): number {
  return dayOfMonth(dateOf(year, month + 1, 0));
}

function fromMs(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10) as LocalDate;
}

function isWritten(ms: number, text: string): boolean {
  return !Number.isNaN(ms) && fromMs(ms) === text;
}
