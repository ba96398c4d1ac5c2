import type { AnswerPromise } from "./answer-promise.ts";
import type { LocalDate } from "./local-date.ts";
import type { WorkingCalendar } from "./office-calendar.ts";
import { openingsOn } from "./opening.ts";
import { addWorkingDays, daysOffBetween, type SkippedDay } from "./working-day.ts";
import { dateIn, endOfDate } from "./zoned-time.ts";

/** When an answer is due, with all that is needed to explain it. */
export interface DueAnswer {
  kind: "due";
  /** The day of receipt in the office's zone; it does not count. */
  receivedOn: LocalDate;
  dueOn: LocalDate;
  /** The first instant that is too late. */
  endsAt: Date;
  promise: AnswerPromise;
  /** The days in between that did not count, in order. */
  skipped: SkippedDay[];
}

/** `no-working-day`: the office has none within 400 days, so its calendar wants looking at. */
export type AnswerDeadline = DueAnswer | { kind: "no-working-day"; receivedOn: LocalDate };

/** When the answer to what was received at a moment is due. */
export function answerDeadline(
  calendar: WorkingCalendar,
  receivedAt: Date,
  promise: AnswerPromise,
): AnswerDeadline {
  const receivedOn = dateIn(receivedAt, calendar.timeZone);
  const dueOn = addWorkingDays(calendar, receivedOn, promise.workingDays);
  if (dueOn === null) return { kind: "no-working-day", receivedOn };
  const skipped = daysOffBetween(calendar, receivedOn, dueOn);
  return { kind: "due", receivedOn, dueOn, endsAt: endOn(calendar, dueOn, promise), promise, skipped };
}

/** Whether something that happens at a moment happens too late. */
export function isLate(deadline: DueAnswer, at: Date): boolean {
  return at >= deadline.endsAt;
}

function endOn(calendar: WorkingCalendar, dueOn: LocalDate, promise: AnswerPromise): Date {
  const midnight = endOfDate(dueOn, calendar.timeZone);
  if (promise.ends === "day") return midnight;
  // A working day without hours of its own: nobody closes, so the day itself has to end.
  return openingsOn(calendar, dueOn).at(-1)?.closesAt ?? midnight;
}
