import { addDays, type LocalDate, weekdayOf } from "./local-date.ts";
import { type NationalHoliday, nationalHolidayOn } from "./national-holidays.ts";
import { isValidOn, type OfficeCalendar } from "./office-calendar.ts";
import { fallsOn } from "./yearly-day.ts";

/** Why a day does not count. */
export type DayOff =
  | { kind: "weekday" }
  | { kind: "holiday"; holiday: NationalHoliday }
  | { kind: "patron"; name: string }
  | { kind: "closure"; reason: string };

export interface SkippedDay {
  date: LocalDate;
  why: DayOff;
}

/** An office without one working day in a year and more has none: nobody waits for it, and no walk goes on for ever. */
const daysWithoutWorkMax = 400;

/** Why the office is closed on a day, whatever weekday it is; null when nothing closes it. */
export function closureOn(calendar: OfficeCalendar, date: LocalDate): DayOff | null {
  const holiday = nationalHolidayOn(date);
  if (holiday) return { kind: "holiday", holiday };
  const patron = calendar.patrons.find((each) => fallsOn(each.day, date) && isValidOn(each, date));
  if (patron) return { kind: "patron", name: patron.name };
  const closure = calendar.closures.find(({ from, to = from }) => from <= date && date <= to);
  if (closure) return { kind: "closure", reason: closure.reason };
  return null;
}

/**
 * Why a day is no working day; null when it is one. The weekday comes first: a holiday on a Sunday takes nothing from
 * anybody, and explaining it would only confuse.
 */
export function dayOff(calendar: OfficeCalendar, date: LocalDate): DayOff | null {
  if (!calendar.workingWeekdays.includes(weekdayOf(date))) return { kind: "weekday" };
  return closureOn(calendar, date);
}

export function isWorkingDay(calendar: OfficeCalendar, date: LocalDate): boolean {
  return dayOff(calendar, date) === null;
}

/** The first working day after a day; null where the office has none within 400 days. */
export function nextWorkingDay(calendar: OfficeCalendar, after: LocalDate): LocalDate | null {
  for (let days = 1; days <= daysWithoutWorkMax; days += 1) {
    const date = addDays(after, days);
    if (isWorkingDay(calendar, date)) return date;
  }
  return null;
}

/**
 * The day on which so many working days are full, when `from` itself does not count. With none to add it is `from`,
 * whatever day that is. Null where the office stops working before.
 */
export function addWorkingDays(calendar: OfficeCalendar, from: LocalDate, days: number): LocalDate | null {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no number of working days`);
  let date: LocalDate | null = from;
  for (let full = 0; full < days && date !== null; full += 1) date = nextWorkingDay(calendar, date);
  return date;
}

/** How many working days there are after one day and up to another, which counts; 0 where that is not later. */
export function workingDaysBetween(calendar: OfficeCalendar, after: LocalDate, upTo: LocalDate): number {
  let count = 0;
  for (let date = addDays(after, 1); date <= upTo; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/** The days between two days, neither of them included, that do not count, and why. */
export function daysOffBetween(calendar: OfficeCalendar, after: LocalDate, before: LocalDate): SkippedDay[] {
  const skipped: SkippedDay[] = [];
  for (let date = addDays(after, 1); date < before; date = addDays(date, 1)) {
    const why = dayOff(calendar, date);
    if (why) skipped.push({ date, why });
  }
  return skipped;
}
