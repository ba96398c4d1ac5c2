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

/** Nobody wonders about a Saturday or a Sunday. */
export function isSurprising({ date, why }: SkippedDay): boolean {
  return why.kind !== "weekday" || !isWeekend(date);
}

/** "lunedì 7 l'ufficio è chiuso (ponte) e martedì 8 è festivo". Months are left out where they are that of `beside`. */
export function saidDays(days: readonly SkippedDay[], beside: LocalDate, words: CalendarWords): string {
  return joinedWith(
    stretches(days, true).map((stretch) => said(stretch, nameStretch(stretch, beside, words), words)),
    words,
  );
}

/** "sabato 5 e domenica 6 (fine settimana) e martedì 8 (festivo: Immacolata Concezione)" */
export function bracketedDays(days: readonly SkippedDay[], beside: LocalDate, words: CalendarWords): string {
  return joinedWith(
    stretches(days, false).map(
      (stretch) => `${nameStretch(stretch, beside, words)} (${reason(stretch, words)})`,
    ),
    words,
  );
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

/** A closure goes on over a weekend that lies in it and was left out of the days. */
function stretches(days: readonly SkippedDay[], areHolidaysAlike: boolean): Stretch[] {
  const all: Stretch[] = [];
  for (const { date, why } of days) {
    const open = all.at(-1);
    if (open && isNext(open, date) && isAlike(open.why, why, areHolidaysAlike)) open.last = date;
    else all.push({ first: date, last: date, why });
  }
  return all;
}

function isNext({ last, why }: Stretch, date: LocalDate): boolean {
  const days = daysBetween(last, date);
  return days === 1 || (days === 3 && weekdayOf(date) === "monday" && why.kind === "closure");
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
