import type { Answered, ReplyFinding } from "../../channels/conversing.ts";
import { backoffMs, type PublishingPolicy } from "../../publishing/policy.ts";

/**
 * The life of an answer, as that of a publication (publishing/publication.ts): due → sending → sent, with unknown for what
 * may have arrived, waiting for the account, and refused for what a person has to see. What is unknown is looked for and
 * never simply sent again.
 */
export type ReplyState = "due" | "sending" | "sent" | "unknown" | "waiting" | "refused";

export interface Reply {
  state: ReplyState;
  nextStepAt: Date | null;
  reason: string | null;
  detail: string | null;
  attempts: number;
  attemptId: string | null;
  looks: number;
  retries: number;
  firstTriedAt: Date | null;
  lastTriedAt: Date | null;
  uncertainSince: Date | null;
  externalId: string | null;
  settledAt: Date | null;
}

/** One that was just written. */
export function written(now: Date): Reply {
  return {
    state: "due",
    nextStepAt: now,
    reason: null,
    detail: null,
    attempts: 0,
    attemptId: null,
    looks: 0,
    retries: 0,
    firstTriedAt: null,
    lastTriedAt: null,
    uncertainSince: null,
    externalId: null,
    settledAt: null,
  };
}

/** The step before the call, committed first. */
export function claimed(reply: Reply, attemptId: string, now: Date): Reply {
  return {
    ...reply,
    state: "sending",
    nextStepAt: null,
    attempts: reply.attempts + 1,
    attemptId,
    looks: 0,
    uncertainSince: null,
    firstTriedAt: reply.state === "waiting" ? now : (reply.firstTriedAt ?? now),
    lastTriedAt: now,
  };
}

/** The step after the call; also for an answer that comes when others already hold it for uncertain. */
export function settled(
  reply: Reply,
  answered: Answered,
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Reply {
  switch (answered.kind) {
    case "sent":
      return sent(reply, answered.externalId, now);
    case "refused":
      return refused(reply, answered.reason, answered.detail, now);
    case "retry":
      return answered.scope === "account"
        ? waiting(reply, answered, now)
        : retried(reply, answered, now, policy, chance);
    case "reconnect":
      return waiting(reply, answered, now);
    case "unknown":
      return uncertain(reply, answered, now, policy);
  }
}

/** Of a process that died, or slept, between the claim and its end. */
export function interrupted(reply: Reply, now: Date, policy: PublishingPolicy): Reply {
  const cause = { reason: "interrupted", detail: "the process ended between the call and its answer" };
  return uncertain(reply, cause, now, policy);
}

/** What one look on the network says about an uncertain one. */
export function concluded(
  reply: Reply,
  finding: ReplyFinding,
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Reply {
  switch (finding.kind) {
    case "found":
      return sent(reply, finding.externalId, now);
    case "absent":
      return absent(reply, now, policy, chance);
    case "no-answer":
      // Not having been able to look says nothing: it is never counted as a look.
      return { ...reply, nextStepAt: later(pauseAfter(reply, now, policy), finding.notBefore) };
  }
}

export function sent(reply: Reply, externalId: string, now: Date): Reply {
  return {
    ...reply,
    state: "sent",
    externalId,
    settledAt: now,
    nextStepAt: null,
    uncertainSince: null,
    reason: null,
    detail: null,
  };
}

/** Stopped: a person sees it, with the reason, and writes again or answers in another way. */
export function refused(reply: Reply, reason: string, detail: string, now: Date): Reply {
  const over = { nextStepAt: null, uncertainSince: null, settledAt: now };
  return { ...reply, ...over, state: "refused", reason, detail };
}

function waiting(reply: Reply, cause: { reason: string; detail: string }, now: Date): Reply {
  const { reason, detail } = cause;
  return { ...reply, state: "waiting", reason, detail, nextStepAt: now, uncertainSince: null };
}

function retried(
  reply: Reply,
  cause: { reason: string; detail: string; notBefore?: Date },
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Reply {
  if (isTriedOut(reply, now, policy))
    return refused(reply, "gave-up", `${cause.reason}: ${cause.detail}`, now);
  const pause = new Date(now.getTime() + backoffMs(reply.retries, policy, chance));
  return {
    ...reply,
    state: "due",
    reason: cause.reason,
    detail: cause.detail,
    retries: reply.retries + 1,
    nextStepAt: later(pause, cause.notBefore),
    uncertainSince: null,
  };
}

function uncertain(
  reply: Reply,
  { reason, detail }: { reason: string; detail: string },
  now: Date,
  policy: PublishingPolicy,
): Reply {
  const nextStepAt = new Date(now.getTime() + policy.lookAfterMs[0]);
  return { ...reply, state: "unknown", reason, detail, looks: 0, uncertainSince: now, nextStepAt };
}

/** Only when all looks of the policy came back empty did it surely not arrive. */
function absent(reply: Reply, now: Date, policy: PublishingPolicy, chance: number): Reply {
  const looks = reply.looks + 1;
  const lookAfterMs = policy.lookAfterMs[looks];
  if (lookAfterMs !== undefined)
    return { ...reply, looks, nextStepAt: new Date(now.getTime() + lookAfterMs) };
  const cause = { reason: reply.reason ?? "unknown", detail: reply.detail ?? "" };
  const again = retried({ ...reply, looks }, cause, now, policy, chance);
  return again.state === "due" && reply.retries === 0 ? { ...again, nextStepAt: now } : again;
}

function isTriedOut({ firstTriedAt }: Reply, now: Date, policy: PublishingPolicy): boolean {
  return firstTriedAt !== null && now.getTime() - firstTriedAt.getTime() > policy.giveUpAfterMs;
}

function pauseAfter({ uncertainSince }: Reply, now: Date, policy: PublishingPolicy): Date {
  const openMs = now.getTime() - (uncertainSince ?? now).getTime();
  const pause = Math.min(Math.max(openMs / 2, policy.lookAgainMinMs), policy.lookAgainMaxMs);
  return new Date(now.getTime() + pause);
}

function later(a: Date, b: Date | undefined): Date {
  return b && b > a ? b : a;
}
