import { type DueAnswer, isLate } from "./answer-deadline.ts";
import { daysBetween } from "./local-date.ts";
import type { WorkingCalendar } from "./office-calendar.ts";
import { openMsBetween } from "./opening.ts";
import { workingDaysBetween } from "./working-day.ts";
import { dateIn } from "./zoned-time.ts";

const minuteMs = 60_000;

/** How far a deadline is, in the measure that means something to whoever has to answer. */
export type RemainingTime =
  /** Whole working days after today, the last one included. */
  | { kind: "working-days"; days: number }
  /** It is the last working day: whole minutes in which the office is still open; 0 when it has closed for good. */
  | { kind: "open-minutes"; minutes: number }
  /** It is the last working day of an office whose hours are not known. */
  | { kind: "last-day" }
  /** It passed earlier today, whole minutes ago. */
  | { kind: "late-minutes"; minutes: number }
  /** It passed on an earlier day, so many days of the wall calendar ago. */
  | { kind: "late-days"; days: number };

export function remainingTime(calendar: WorkingCalendar, deadline: DueAnswer, now: Date): RemainingTime {
  const today = dateIn(now, calendar.timeZone);
  const lateDays = daysBetween(deadline.dueOn, today);
  if (isLate(deadline, now)) {
    const minutes = Math.floor((now.getTime() - deadline.endsAt.getTime()) / minuteMs);
    return lateDays > 0 ? { kind: "late-days", days: lateDays } : { kind: "late-minutes", minutes };
  }
  const days = workingDaysBetween(calendar, today, deadline.dueOn);
  if (days > 0) return { kind: "working-days", days };
  if (calendar.timetables.length === 0) return { kind: "last-day" };
  const minutes = Math.floor(openMsBetween(calendar, now, deadline.endsAt) / minuteMs);
  return { kind: "open-minutes", minutes };
}
