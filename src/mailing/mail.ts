import type { SendEnd } from "./letter.ts";

/** Why somebody gets a mail. */
export type MailWhy = "alert" | "warning" | "trouble" | "digest" | "invitation";

/** One mail while it is being sent, as far as rules look at it. */
export interface SentMail {
  writtenAt: Date;
  attempts: number;
  doubts: number;
}

/** What becomes of a mail. */
export type MailStep =
  | { state: "sent" }
  | { state: "refused"; detail: string }
  /** `nextStepAt` undefined: nobody will know any more. */
  | { state: "unknown"; doubts: number; nextStepAt: Date | undefined; detail: string }
  | { state: "due"; attempts: number; nextStepAt: Date; detail: string };

/** How the server stands; the whole outbox rests with it. */
export interface ServerStanding {
  failures: number;
  restUntil: Date | undefined;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Servers that greylist take a letter after some minutes; a full mailbox is emptied within hours. */
const pausesMs = [1, 2, 5, 10, 20, 40, 60].map((minutes) => minutes * minuteMs);

/** By then whoever was to be told has read it at the desk. */
export const givenUpAfterMs = 72 * hourMs;

/** Nobody is to be told of last week: the service, or the settings of its mail, were away for days. */
export function isTooOld({ writtenAt }: Pick<SentMail, "writtenAt">, now: Date): boolean {
  return now.getTime() - writtenAt.getTime() > givenUpAfterMs;
}

/** A doubted letter is sent again, since an alert that comes twice does less harm than one that never comes. */
const doubtsMost = 2;
const doubtPauseMs = 2 * minuteMs;

/** A letter being sent belongs to one process for longer than sending may take. */
export const leaseMs = 2 * minuteMs;

/** What an end means for the mail. `chance` 0 to 1: letters put off together do not come back together. */
export function stepAfter(mail: SentMail, end: SendEnd, now: Date, chance: number): MailStep {
  switch (end.kind) {
    case "sent":
      return { state: "sent" };
    case "refused":
      return { state: "refused", detail: end.detail };
    case "unknown":
      return doubted(mail, end.detail, now);
    case "retry": {
      if (isTooOld(mail, now)) return { state: "refused", detail: `given up: ${end.detail}` };
      // A server nobody gets through to is no fault of the letter: it goes out as the server comes back, in its order. One
      // that fails over a letter may do so over this one only, and others are let go first.
      if (end.reason === "unreachable" || end.reason === "tls" || end.reason === "login")
        return { state: "due", attempts: mail.attempts, nextStepAt: now, detail: end.detail };
      const pause = pausesMs[Math.min(mail.attempts, pausesMs.length - 1)] as number;
      const nextStepAt = new Date(now.getTime() + Math.round(pause * (1 + chance / 5)));
      return { state: "due", attempts: mail.attempts + 1, nextStepAt, detail: end.detail };
    }
  }
}

/** Sent by a process that is no more, or by one that never heard how it ended. */
export function doubted(mail: Pick<SentMail, "doubts">, detail: string, now: Date): MailStep {
  const doubts = mail.doubts + 1;
  const nextStepAt = doubts > doubtsMost ? undefined : new Date(now.getTime() + doubtPauseMs);
  return { state: "unknown", doubts, nextStepAt, detail };
}

const firstRestMs = 15_000;
const longestRestMs = 10 * minuteMs;

/** How the server stands after an end; undefined = the end says nothing about it. */
export function standingAfter(standing: ServerStanding, end: SendEnd, now: Date): ServerStanding | undefined {
  if (end.kind === "retry" && end.scope === "server") {
    const restMs = Math.min(firstRestMs * 2 ** Math.min(standing.failures, 10), longestRestMs);
    return { failures: standing.failures + 1, restUntil: new Date(now.getTime() + restMs) };
  }
  // Whoever took or refused a letter was there.
  return standing.failures > 0 && end.kind !== "unknown" ? { failures: 0, restUntil: undefined } : undefined;
}
