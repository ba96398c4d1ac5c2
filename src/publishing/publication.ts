import type { Finding, Outcome, Staged } from "../channels/channel.ts";
import { backoffMs, type PublishingPolicy } from "./policy.ts";

/**
 * The life of a publication: one post of one item on one account. States follow each other only through the functions
 * of this file and of in-a-persons-hands.ts; the database forbids rows that contradict themselves (migrations/0001).
 *
 * planned → due → sending → published
 *                 sending → processing → published
 *                 sending → unknown → published, or, once the Page was searched long enough, due again
 *                 sending → waiting (for the account) → sending
 *                 sending → due (a retry) or refused (a person decides)
 *
 * What must be brought to the network before it is sent takes a way round (preparation.ts): due → preparing → due.
 * What is published may be edited or taken off (amendment.ts): published → removed.
 * What has not left may be held for a person, or by one, who lets it go (due) or dismisses it (refused as "discarded");
 * refused ones are sent again (due) or dismissed. What is planned, or in a pause, a person may want out now (due).
 */
export type PublicationState =
  | "planned"
  | "held"
  | "preparing"
  | "due"
  | "sending"
  | "processing"
  | "published"
  | "unknown"
  | "waiting"
  | "refused"
  /** It was on the network and is there no more. */
  | "removed";

export interface Publication {
  state: PublicationState;
  nextStepAt: Date | null;
  reason: string | null;
  detail: string | null;
  /** How many times it was, or may have been, sent. */
  attempts: number;
  /** The attempt now under way or last made. */
  attemptId: string | null;
  /** Searches that came back empty since the end of the last attempt became uncertain. */
  looks: number;
  /** Retries since the first attempt; lengthens the pauses. */
  retries: number;
  uncertainSince: Date | null;
  firstTriedAt: Date | null;
  askWith: string | null;
  externalId: string | null;
  url: string | null;
  settledAt: Date | null;
  /** What the network keeps for the last step, perhaps in part, and until when it may be relied upon. */
  staged: Staged | null;
  stagedUntil: Date | null;
}

export class ImpossibleStep extends Error {
  constructor(step: string, state: PublicationState) {
    super(`a publication that is ${state} cannot ${step}`);
    this.name = "ImpossibleStep";
  }
}

const untouched: Publication = {
  state: "due",
  nextStepAt: null,
  reason: null,
  detail: null,
  attempts: 0,
  attemptId: null,
  looks: 0,
  retries: 0,
  uncertainSince: null,
  firstTriedAt: null,
  askWith: null,
  externalId: null,
  url: null,
  settledAt: null,
  staged: null,
  stagedUntil: null,
};

/** A new publication: due now, planned for later, or held with the reason a person will read. */
export function plan(how: { now: Date; dueAt?: Date; heldFor?: string }): Publication {
  if (how.heldFor) return { ...untouched, state: "held", reason: how.heldFor };
  if (how.dueAt && how.dueAt > how.now) return { ...untouched, state: "planned", nextStepAt: how.dueAt };
  return { ...untouched, state: "due", nextStepAt: how.now };
}

/**
 * True when the next thing to do with it is to send it. What is due and was never tried is sendable whatever the clock
 * says: it was due when it was planned, and a clock set back since must not keep it waiting.
 */
export function isSendable(publication: Publication, now: Date): boolean {
  const { state, nextStepAt, attempts } = publication;
  if (state === "due" && attempts === 0) return true;
  return (
    (state === "due" || state === "planned" || state === "waiting") &&
    nextStepAt !== null &&
    nextStepAt <= now
  );
}

/** The step before the call: committed first, so that a crash at any later moment leaves its trace. */
export function claim(publication: Publication, attemptId: string, now: Date): Publication {
  if (!isSendable(publication, now)) throw new ImpossibleStep("be sent now", publication.state);
  return {
    ...publication,
    state: "sending",
    nextStepAt: null,
    attempts: publication.attempts + 1,
    attemptId,
    looks: 0,
    uncertainSince: null,
    // Time in which the account could not publish is no time of trying: giving up is counted anew after it.
    firstTriedAt: publication.state === "waiting" ? now : (publication.firstTriedAt ?? now),
  };
}

/**
 * The step after the call. Also taken by a process that comes back late with an answer for an attempt that others
 * already hold for uncertain: knowing is better than searching.
 */
export function settle(
  publication: Publication,
  outcome: Outcome,
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Publication {
  if (publication.state !== "sending" && publication.state !== "unknown") {
    throw new ImpossibleStep("be settled", publication.state);
  }
  switch (outcome.kind) {
    case "published":
      return published(publication, outcome.externalId, outcome.url, now);
    case "processing":
      return {
        ...publication,
        state: "processing",
        askWith: outcome.askWith,
        // Bounded like every other pause between looks.
        nextStepAt: earlier(outcome.askAfter, new Date(now.getTime() + policy.lookAgainMaxMs)),
        reason: null,
        detail: null,
      };
    case "refused":
      return refused(publication, outcome.reason, outcome.detail, now);
    case "retry":
      return outcome.scope === "account"
        ? waiting(publication, outcome.reason, outcome.detail, now)
        : retried(publication, outcome, now, policy, chance);
    case "reconnect":
      return waiting(publication, outcome.reason, outcome.detail, now);
    case "unknown":
      return uncertain(publication, outcome.reason, outcome.detail, now, policy);
  }
}

/** What becomes of an attempt whose process died, or lost its lease, before it could settle. */
export function interrupt(publication: Publication, now: Date, policy: PublishingPolicy): Publication {
  if (publication.state !== "sending") throw new ImpossibleStep("be interrupted", publication.state);
  return uncertain(
    publication,
    "interrupted",
    "the process ended between the call and its answer",
    now,
    policy,
  );
}

/** What one search of the Page says about a publication that is uncertain, or that the network still works on. */
export function conclude(
  publication: Publication,
  finding: Finding,
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Publication {
  if (publication.state !== "unknown" && publication.state !== "processing") {
    throw new ImpossibleStep("be concluded", publication.state);
  }
  switch (finding.kind) {
    case "found":
      return published(publication, finding.externalId, finding.url, now);
    case "absent":
      return publication.state === "unknown"
        ? absent(publication, now, policy, chance)
        : stillProcessing(publication, now, policy);
    case "processing":
      // Neither there nor absent: sent again, it would be the same film twice.
      return stillProcessing(publication, now, policy);
    case "failed":
      return refused(publication, finding.reason, finding.detail, now);
    case "no-answer":
      // Not having been able to look says nothing: it is never counted as a look.
      return { ...publication, nextStepAt: lookAgainAt(publication, finding.notBefore, now, policy) };
  }
}

function published(publication: Publication, externalId: string, url: string, now: Date): Publication {
  return {
    ...publication,
    state: "published",
    externalId,
    url,
    settledAt: now,
    nextStepAt: null,
    reason: null,
    detail: null,
    askWith: null,
  };
}

/** Stopped: nothing more happens to it until a person acts. */
export function refused(publication: Publication, reason: string, detail: string, now: Date): Publication {
  return { ...publication, state: "refused", reason, detail, settledAt: now, nextStepAt: null };
}

/** The obstacle is the account's, so the account's rest decides when; the publication itself is ready. */
function waiting(publication: Publication, reason: string, detail: string, now: Date): Publication {
  return { ...publication, state: "waiting", reason, detail, nextStepAt: now, uncertainSince: null };
}

/** Nothing appeared: once more later, with growing pauses, until a person must decide. */
export function retried(
  publication: Publication,
  outcome: { reason: string; detail: string; notBefore?: Date },
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Publication {
  if (isTriedOut(publication, now, policy)) return gaveUp(publication, outcome, now);
  const pause = backoffMs(publication.retries, policy, chance);
  return {
    ...publication,
    state: "due",
    reason: outcome.reason,
    detail: outcome.detail,
    retries: publication.retries + 1,
    nextStepAt: later(new Date(now.getTime() + pause), outcome.notBefore),
    uncertainSince: null,
  };
}

function uncertain(
  publication: Publication,
  reason: string,
  detail: string,
  now: Date,
  policy: PublishingPolicy,
): Publication {
  // Never "due": a second sending could show the item twice.
  return {
    ...publication,
    state: "unknown",
    reason,
    detail,
    looks: 0,
    uncertainSince: now,
    nextStepAt: new Date(now.getTime() + policy.lookAfterMs[0]),
  };
}

function absent(publication: Publication, now: Date, policy: PublishingPolicy, chance: number): Publication {
  const looks = publication.looks + 1;
  const lookAfterMs = policy.lookAfterMs[looks];
  if (lookAfterMs !== undefined) {
    return { ...publication, looks, nextStepAt: new Date(now.getTime() + lookAfterMs) };
  }
  if (publication.reason === "already-there") {
    // The network insists it has this post and does not show it: sending again would be refused again.
    return { ...refused(publication, "already-there-not-found", publication.detail ?? "", now), looks };
  }
  if (isTriedOut(publication, now, policy)) return { ...gaveUp(publication, publication, now), looks };
  // At once the first time, to keep the portal's order. What is lost again and again steps back behind the others: sent
  // at once each time, it would hold back the line for ever.
  const pause = publication.retries === 0 ? 0 : backoffMs(publication.retries - 1, policy, chance);
  return {
    ...publication,
    state: "due",
    looks,
    retries: publication.retries + 1,
    uncertainSince: null,
    nextStepAt: new Date(now.getTime() + pause),
  };
}

function stillProcessing(publication: Publication, now: Date, policy: PublishingPolicy): Publication {
  if (isTriedOut(publication, now, policy)) {
    return gaveUp(publication, { reason: "processing", detail: "" }, now);
  }
  return { ...publication, nextStepAt: lookAgainAt(publication, undefined, now, policy) };
}

function isTriedOut({ firstTriedAt }: Publication, now: Date, policy: PublishingPolicy): boolean {
  return firstTriedAt !== null && now.getTime() - firstTriedAt.getTime() > policy.giveUpAfterMs;
}

function gaveUp(
  publication: Publication,
  cause: { reason: string | null; detail: string | null },
  now: Date,
): Publication {
  return refused(publication, "gave-up", `${cause.reason}: ${cause.detail}`, now);
}

/** Pauses grow with the time it has been open, within bounds, whatever the number of tries. */
function lookAgainAt(
  publication: Publication,
  notBefore: Date | undefined,
  now: Date,
  policy: PublishingPolicy,
): Date {
  const since = publication.uncertainSince ?? publication.firstTriedAt ?? now;
  const openForMs = now.getTime() - since.getTime();
  const pause = Math.min(Math.max(openForMs / 2, policy.lookAgainMinMs), policy.lookAgainMaxMs);
  return later(new Date(now.getTime() + pause), notBefore);
}

function later(a: Date, b: Date | undefined): Date {
  return b && b > a ? b : a;
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
