import { nameDay } from "./day-names.ts";
import { daysBetween, type LocalDate, weekdayOf } from "./local-date.ts";
import type { CalendarWords } from "./words/words.ts";
import type { DayOff, SkippedDay } from "./working-day.ts";

/** Days off in a row for one reason, told as one. */
interface Stretch {
  first: LocalDate;
  last: LocalDate;
  why: DayOff;
}

/**
 * What is not plain about days off: "lunedì 7 l'ufficio è chiuso (ponte) e martedì 8 è festivo"; empty where all is,
 * since nobody wonders about a Saturday or a Sunday. Months are left out where they are that of `beside`.
 */
export function saidDays(days: readonly SkippedDay[], beside: LocalDate, words: CalendarWords): string {
  const told = stretches(days, true).map((stretch) =>
    said(stretch, nameStretch(stretch, beside, words), words),
  );
  return joinedWith(told, words);
}

/** All of them: "sabato 5 e domenica 6 (fine settimana) e martedì 8 (festivo: Immacolata Concezione)" */
export function bracketedDays(days: readonly SkippedDay[], beside: LocalDate, words: CalendarWords): string {
  const told = stretches(days, false).map(
    (stretch) => `${nameStretch(stretch, beside, words)} (${reason(stretch, words)})`,
  );
  return joinedWith(told, words);
}

function said({ first, last, why }: Stretch, days: string, words: CalendarWords): string {
  switch (why.kind) {
    case "weekday":
      return words.off.weekday(days, first === last);
    case "holiday":
      return words.off.holiday(days, first === last);
    case "patron":
      return words.off.patron(days, why.name);
    case "closure":
      return words.off.closure(days, why.reason);
  }
}

function reason({ first, last, why }: Stretch, words: CalendarWords): string {
  switch (why.kind) {
    case "weekday":
      return isWeekend(first) && isWeekend(last) ? words.why.weekend : words.why.weekday;
    case "holiday":
      return words.why.holiday(words.holidays[why.holiday]);
    case "patron":
      return words.why.patron(why.name);
    case "closure":
      return words.why.closure(why.reason);
  }
}

/** `isShort`: weekends are left out, but what was before goes on behind them, and holidays need no name. */
function stretches(days: readonly SkippedDay[], isShort: boolean): Stretch[] {
  const all: Stretch[] = [];
  let lastIndex = 0;
  for (const [index, { date, why }] of days.entries()) {
    if (isShort && why.kind === "weekday" && isWeekend(date)) continue;
    const open = all.at(-1);
    // As many days off as days: nobody worked in between.
    const isUnbroken = open !== undefined && daysBetween(open.last, date) === index - lastIndex;
    if (isUnbroken && isAlike(open.why, why, isShort)) open.last = date;
    else all.push({ first: date, last: date, why });
    lastIndex = index;
  }
  return all;
}

function isAlike(one: DayOff, other: DayOff, areHolidaysAlike: boolean): boolean {
  if (one.kind === "closure" && other.kind === "closure") return one.reason === other.reason;
  if (one.kind === "holiday") return areHolidaysAlike && other.kind === "holiday";
  return one.kind === "weekday" && other.kind === "weekday";
}

function nameStretch({ first, last }: Stretch, beside: LocalDate, words: CalendarWords): string {
  const to = nameDay(last, beside, words);
  if (first === last) return to;
  const from = nameDay(first, last, words);
  return daysBetween(first, last) === 1 ? words.and(from, to) : words.fromTo(from, to);
}

function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) === "saturday" || weekdayOf(date) === "sunday";
}

/** "a, b e c" */
export function joinedWith(parts: readonly string[], words: CalendarWords): string {
  const before = parts.slice(0, -1).join(", ");
  const last = parts.at(-1) ?? "";
  return before === "" ? last : words.and(before, last);
}
