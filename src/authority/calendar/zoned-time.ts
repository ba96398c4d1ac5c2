import { addDays, type LocalDate } from "./local-date.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The day it is at a moment, in a zone. */
export function dateIn(moment: Date, timeZone: string): LocalDate {
  return new Date(wallMs(moment.getTime(), timeZone)).toISOString().slice(0, 10) as LocalDate;
}

/** "08:30", as the clock on the wall shows a moment. */
export function clockIn(moment: Date, timeZone: string): string {
  return new Date(wallMs(moment.getTime(), timeZone)).toISOString().slice(11, 16);
}

/** The first instant of a day. */
export function startOfDate(date: LocalDate, timeZone: string): Date {
  return momentAt(date, 0, timeZone);
}

/** The instant at which a day is over: the first of the next one. */
export function endOfDate(date: LocalDate, timeZone: string): Date {
  return startOfDate(addDays(date, 1), timeZone);
}

/**
 * The moment at which the clock on the wall shows so many minutes after midnight. Where clocks go back and show it
 * twice, the first time; where they go forward and never show it, the moment at which they skip it, so that what is
 * later on the wall is never earlier in truth.
 * @param minute 0 to 1440, which is the midnight that ends the day.
 */
export function momentAt(date: LocalDate, minute: number, timeZone: string): Date {
  const wanted = Date.parse(date) + minute * minuteMs;
  // Clocks change at most once in two days, so one of the offsets a day away is right.
  const offsets = [wanted - dayMs, wanted + dayMs].map((near) => wallMs(near, timeZone) - near);
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const shown = candidates.find((candidate) => wallMs(candidate, timeZone) === wanted);
  if (shown !== undefined) return new Date(shown);
  let skipped = candidates.at(-1) as number;
  while (wallMs(skipped - minuteMs, timeZone) > wanted) skipped -= minuteMs;
  return new Date(skipped);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall shows at an instant, counted as if the wall stood in Greenwich. */
function wallMs(ms: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish way of writing a moment is nearly that of ISO 8601: "2026-12-08 10:30:00".
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  return Date.parse(`${format.format(ms).replace(" ", "T")}Z`);
}
