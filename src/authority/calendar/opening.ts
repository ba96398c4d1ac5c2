import { addDays, type LocalDate, weekdayOf } from "./local-date.ts";
import { isValidOn, type WorkingCalendar } from "./office-calendar.ts";
import { type Minutes, readSlot } from "./slot.ts";
import { closureOn } from "./working-day.ts";
import { dateIn, momentAt } from "./zoned-time.ts";

/** A stretch of time in which the office is open: `opensAt` is in it, `closesAt` is not. */
export interface Opening {
  opensAt: Date;
  closesAt: Date;
}

export type Door =
  | { kind: "open"; closesAt: Date }
  | { kind: "closed"; opensAt: Date }
  /** Neither now nor within the next 400 days, or its hours are not known. */
  | { kind: "never-open" };

const daysAheadMax = 400;

const known = new WeakMap<WorkingCalendar, Map<LocalDate, Opening[]>>();

/**
 * When the office is open on a day, in order. Worked out once for each calendar and day: in a flood of messages all ask
 * for the same few days. An exception is stronger than everything; a holiday, a patron's day or
 * a closure is stronger than the timetable. On a weekday that does not count for promises an office may well be open.
 */
export function openingsOn(calendar: WorkingCalendar, date: LocalDate): readonly Opening[] {
  const days = known.get(calendar) ?? new Map<LocalDate, Opening[]>();
  const openings = days.get(date) ?? workOut(calendar, date);
  known.set(calendar, days.set(date, openings));
  return openings;
}

function workOut(calendar: WorkingCalendar, date: LocalDate): Opening[] {
  return slotsOn(calendar, date)
    .map(({ from, to }) => ({
      opensAt: momentAt(date, from, calendar.timeZone),
      closesAt: momentAt(date, to, calendar.timeZone),
    }))
    .filter(({ opensAt, closesAt }) => opensAt < closesAt);
}

function slotsOn(calendar: WorkingCalendar, date: LocalDate): Minutes[] {
  const exception = calendar.exceptions.find((each) => each.on === date);
  if (exception) return joined(exception.hours);
  if (closureOn(calendar, date)) return [];
  const timetable = calendar.timetables.find((each) => isValidOn(each, date));
  return joined(timetable?.hours[weekdayOf(date)] ?? []);
}

/** Slots that touch are one: nobody closes the door at 12:30 to open it at 12:30. */
function joined(written: readonly string[]): Minutes[] {
  const all: Minutes[] = [];
  for (const text of written) {
    const slot = readSlot(text);
    const last = all.at(-1);
    if (slot && last?.to === slot.from) last.to = slot.to;
    else if (slot) all.push(slot);
  }
  return all;
}

/** Whether the office is open at a moment, and until or from when. */
export function doorAt(calendar: WorkingCalendar, moment: Date): Door {
  const today = dateIn(moment, calendar.timeZone);
  for (let days = 0; days <= daysAheadMax; days += 1) {
    const next = openingsOn(calendar, addDays(today, days)).find(({ closesAt }) => moment < closesAt);
    if (next && next.opensAt <= moment) return { kind: "open", closesAt: next.closesAt };
    if (next) return { kind: "closed", opensAt: next.opensAt };
  }
  return { kind: "never-open" };
}

/** What is open between two moments, cut at both, in order. */
export function openingsBetween(calendar: WorkingCalendar, from: Date, to: Date): Opening[] {
  const found: Opening[] = [];
  const last = dateIn(to, calendar.timeZone);
  for (let date = dateIn(from, calendar.timeZone); date <= last; date = addDays(date, 1)) {
    for (const { opensAt, closesAt } of openingsOn(calendar, date)) {
      const part = { opensAt: opensAt > from ? opensAt : from, closesAt: closesAt < to ? closesAt : to };
      if (part.opensAt < part.closesAt) found.push(part);
    }
  }
  return found;
}

/** For how many milliseconds the office is open between two moments. */
export function openMsBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  return openingsBetween(calendar, from, to).reduce((sum, each) => sum + lengthMs(each), 0);
}

/** The moment after which only so much of these openings is left; the first of them where all of it is less. */
export function momentWithOpenTimeLeft(openings: readonly Opening[], leftMs: number): Date | null {
  let missingMs = leftMs;
  for (const opening of openings.toReversed()) {
    if (lengthMs(opening) >= missingMs) return new Date(opening.closesAt.getTime() - missingMs);
    missingMs -= lengthMs(opening);
  }
  return openings[0]?.opensAt ?? null;
}

function lengthMs({ opensAt, closesAt }: Opening): number {
  return closesAt.getTime() - opensAt.getTime();
}
