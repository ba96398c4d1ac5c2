import { answerDeadline, isLate } from "../../authority/calendar/answer-deadline.ts";
import type { AnswerPromise } from "../../authority/calendar/answer-promise.ts";
import type { WorkingCalendar } from "../../authority/calendar/office-calendar.ts";

/** What counts of a conversation for whether the promise was kept, in the order it was written. */
export interface PromisedConversation {
  said: readonly SaidThere[];
  /** Up to when people here said that nothing more needs an answer. */
  settledUntil: Date | null;
  calendar: WorkingCalendar;
}

export type SaidThere =
  /** Something that needs an answer. */
  | { direction: "in"; sentAt: Date }
  /** Ours; up to which moment it answers. */
  | { direction: "out"; sentAt: Date; answersUntil: Date };

/** How the promise was kept in a stretch of time: answers that were due in it, and what became of them. */
export interface KeptPromise {
  due: number;
  inTime: number;
  late: number;
  /** Still without an answer, although its day is over. */
  unanswered: number;
  /** Closed by a person without an answer; counted beside, neither as kept nor as broken. */
  closed: number;
}

/** Below so many a share says more about chance than about us. */
export const shareFrom = 10;

/** Counts what was due between two moments; what is not due yet is not counted, answered or not. */
export function keptPromise(
  conversations: readonly PromisedConversation[],
  promise: AnswerPromise,
  between: { from: Date; until: Date },
): KeptPromise {
  const kept: KeptPromise = { due: 0, inTime: 0, late: 0, unanswered: 0, closed: 0 };
  for (const conversation of conversations) {
    for (const { waitingSince, answeredAt } of waits(conversation.said)) {
      const deadline = answerDeadline(conversation.calendar, waitingSince, promise);
      if (deadline.kind !== "due") continue;
      if (deadline.endsAt <= between.from || deadline.endsAt > between.until) continue;
      const { settledUntil } = conversation;
      if (!answeredAt && settledUntil && waitingSince <= settledUntil) {
        kept.closed += 1;
        continue;
      }
      kept.due += 1;
      if (!answeredAt) kept.unanswered += 1;
      else if (isLate(deadline, answeredAt)) kept.late += 1;
      else kept.inTime += 1;
    }
  }
  return kept;
}

/** The share that was answered in time, in whole per cent and never rounded up to a hundred; null where it means little. */
export function shareOf({ due, inTime }: KeptPromise): number | null {
  return due < shareFrom ? null : Math.floor((inTime / due) * 100);
}

/** Each time somebody began to wait: what they wrote meanwhile waits for the same answer. */
function waits(said: readonly SaidThere[]): { waitingSince: Date; answeredAt: Date | null }[] {
  const found: { waitingSince: Date; answeredAt: Date | null }[] = [];
  let waitingSince: Date | null = null;
  for (const one of said) {
    if (one.direction === "in") waitingSince ??= one.sentAt;
    else if (waitingSince && waitingSince <= one.answersUntil) {
      found.push({ waitingSince, answeredAt: one.sentAt });
      waitingSince = null;
    }
  }
  return waitingSince ? [...found, { waitingSince, answeredAt: null }] : found;
}
