/**
 * Working days of the bench's office, counted by a list of days that a person wrote and nothing else: an independent
 * witness of the product's calendar.
 */
const daysOff = new Set(["2026-12-22", "2026-12-24", "2026-12-25", "2026-12-31", "2027-01-01", "2027-01-06"]);

const dayMs = 86_400_000;
/** Rome in winter. */
const romeMs = 3_600_000;

/** The day it is in Rome, "2026-12-18". */
export function dayOf(ms: number): string {
  return new Date(ms + romeMs).toISOString().slice(0, 10);
}

/** Minutes since midnight in Rome. */
export function minuteOf(ms: number): number {
  return Math.floor(((ms + romeMs) % dayMs) / 60_000);
}

function isWorked(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !daysOff.has(day);
}

/** The second working day after the one on which something was written. */
export function dueDay(writtenMs: number): string {
  let day = Date.parse(dayOf(writtenMs));
  for (let full = 0; full < 2; ) {
    day += dayMs;
    if (isWorked(new Date(day).toISOString().slice(0, 10))) full += 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}

/** Whether somebody is at the desk. */
export function isOpen(ms: number): boolean {
  const minute = minuteOf(ms);
  return isWorked(dayOf(ms)) && ((minute >= 510 && minute < 750) || (minute >= 840 && minute < 960));
}
