import { type AnswerDeadline, answerDeadline } from "../../authority/calendar/answer-deadline.ts";
import type { AnswerPromise } from "../../authority/calendar/answer-promise.ts";
import type { LocalDate } from "../../authority/calendar/local-date.ts";
import type { WorkingCalendar } from "../../authority/calendar/office-calendar.ts";
import type { AnswerWindows } from "../../channels/conversing.ts";
import { type ConversationKind, type ConversationStanding, earliest, latest } from "./conversation.ts";

/** What the moments of a conversation are counted from. */
export interface TimingBasis {
  kind: ConversationKind;
  standing: Pick<ConversationStanding, "waitingSince" | "heardAt">;
  /** The person's last act that the network counts: words, a button, a reaction. */
  actedAt: Date | null;
  calendar: WorkingCalendar;
  promise: AnswerPromise;
  windows: AnswerWindows;
}

/** Until when. Null where there is no such bound, or where nobody waits. */
export interface Timing {
  deadline: AnswerDeadline | null;
  dueAt: Date | null;
  dueOn: LocalDate | null;
  /** Private messages: until when anything may be written, and what a person writes. */
  windowUntil: Date | null;
  humanUntil: Date | null;
  /** Comments: until when the newest can be answered privately. */
  privateReplyUntil: Date | null;
  /** The earlier of promise and window: by this what waits is put in order. */
  leadsAt: Date | null;
}

export function timingOf(basis: TimingBasis): Timing {
  const { kind, standing, actedAt, calendar, promise, windows } = basis;
  const { waitingSince, heardAt } = standing;
  const deadline = waitingSince ? answerDeadline(calendar, waitingSince, promise) : null;
  const dueAt = deadline?.kind === "due" ? deadline.endsAt : null;
  const dueOn = deadline?.kind === "due" ? deadline.dueOn : null;
  const isPrivate = kind === "private";
  const opened = latest([actedAt, heardAt]);
  const windowUntil = isPrivate ? after(opened, windows.answerMs) : null;
  const longest =
    isPrivate && windows.humanMs !== null ? latest([windowUntil, after(heardAt, windows.humanMs)]) : null;
  const closesAt = longest ?? windowUntil;
  return {
    deadline,
    dueAt,
    dueOn,
    windowUntil,
    humanUntil: longest,
    privateReplyUntil: isPrivate ? null : after(heardAt, windows.privateReplyMs),
    leadsAt: waitingSince ? earliest([dueAt, closesAt]) : null,
  };
}

function after(moment: Date | null, ms: number): Date | null {
  return moment && new Date(moment.getTime() + ms);
}
