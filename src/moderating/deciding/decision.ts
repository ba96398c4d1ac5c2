import { createHash } from "node:crypto";
import type { Amendment } from "../../channels/channel.ts";
import { backoffMs, type PublishingPolicy } from "../../publishing/policy.ts";
import type { RuleTopic } from "../rule.ts";

/**
 * A decision and how it is carried out: due → calling → done. All its calls may be repeated (`Amendment` in
 * channels/channel.ts), so an uncertain end is not looked for: the same call is made again. Only a later decision about
 * the same message ends that, so that a repeated call never undoes what somebody wanted since.
 */
export const decisionActions = [
  "none",
  "answer",
  "hide",
  "unhide",
  "delete",
  "warn",
  "block",
  "unblock",
  "escalate",
] as const;
export type DecisionAction = (typeof decisionActions)[number];

/** One call to the network. */
export type DecisionStep = "hide" | "show" | "remove" | "block" | "unblock";

/** gone: what was to be hidden is not there any more. overtaken: another decision, or another text, took its place. */
export type DecisionState = "due" | "calling" | "done" | "gone" | "refused" | "overtaken";

interface Plan {
  steps: readonly DecisionStep[];
  /** When its author is told: before anything else, once the first call has succeeded, or not at all. */
  tells: "at-once" | "after-first" | "never";
}

/**
 * What each action comes to. A comment that is to be deleted is hidden first and its author told while the network still
 * lets us answer it; whoever is to be blocked is told before nothing reaches them any more.
 */
export const plans: Record<DecisionAction, Plan> = {
  none: { steps: [], tells: "never" },
  answer: { steps: [], tells: "never" },
  escalate: { steps: [], tells: "never" },
  hide: { steps: ["hide"], tells: "after-first" },
  unhide: { steps: ["show"], tells: "after-first" },
  delete: { steps: ["hide", "remove"], tells: "after-first" },
  warn: { steps: [], tells: "at-once" },
  block: { steps: ["block"], tells: "at-once" },
  unblock: { steps: ["unblock"], tells: "never" },
};

/** What takes something from somebody, and so needs a rule, is told, counted in public and can be reviewed. */
export function isMeasure(action: DecisionAction): boolean {
  return action === "hide" || action === "delete" || action === "warn" || action === "block";
}

/** Whether what was decided about waits for an answer no more. Who gave away their own data asked something besides. */
export function endsWaiting(action: DecisionAction, topic: RuleTopic | null): boolean {
  return (action === "hide" || action === "delete") && topic !== "fairness-and-privacy";
}

/** What changes while it is carried out. */
export interface Carrying {
  action: DecisionAction;
  state: DecisionState;
  step: DecisionStep | null;
  nextStepAt: Date | null;
  attempts: number;
  retries: number;
  decidedAt: Date;
  actedAt: Date | null;
  settledAt: Date | null;
  outcome: string | null;
  reason: string | null;
  detail: string | null;
}

/** One that was just made. What needs no call is done. */
export function decided(action: DecisionAction, now: Date): Carrying {
  const [step = null] = plans[action].steps;
  return {
    action,
    state: step ? "due" : "done",
    step,
    nextStepAt: step ? now : null,
    attempts: 0,
    retries: 0,
    decidedAt: now,
    actedAt: step ? null : now,
    settledAt: step ? null : now,
    outcome: null,
    reason: null,
    detail: null,
  };
}

export function called(carrying: Carrying): Carrying {
  return { ...carrying, state: "calling", nextStepAt: null, attempts: carrying.attempts + 1 };
}

/** Of a process that is gone: the same call again. */
export function interrupted(carrying: Carrying, now: Date): Carrying {
  return { ...carrying, state: "due", nextStepAt: now };
}

/** Ended without a call, or in the place of one. */
export function ended(
  carrying: Carrying,
  state: Exclude<DecisionState, "due" | "calling">,
  reason: string,
  now: Date,
): Carrying {
  return { ...carrying, state, step: null, nextStepAt: null, settledAt: now, reason };
}

/** How long a refused or lost call is repeated until a person has to look. */
const giveUpAfterMs = 72 * 3_600_000;

/** The step after a call. */
export function settled(
  carrying: Carrying,
  amendment: Amendment,
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Carrying {
  const detail = "detail" in amendment ? amendment.detail : null;
  const reason = "reason" in amendment ? amendment.reason : null;
  const told = { ...carrying, outcome: amendment.kind, reason, detail };
  switch (amendment.kind) {
    case "done":
      return onwards(told, now);
    case "gone":
      // Removed by our own call, whose answer was lost; or by its author, before us.
      return carrying.step === "remove" ? onwards(told, now) : ended(told, "gone", "object-missing", now);
    case "refused":
      // Some comments cannot be hidden and can be deleted all the same.
      return carrying.action === "delete" && carrying.step === "hide"
        ? onwards(told, now, false)
        : ended(told, "refused", amendment.reason, now);
    case "retry":
    case "reconnect": {
      if (now.getTime() - carrying.decidedAt.getTime() > giveUpAfterMs)
        return ended(told, "refused", "gave-up", now);
      const pause = new Date(now.getTime() + backoffMs(carrying.retries, policy, chance));
      const notBefore = amendment.kind === "retry" ? amendment.notBefore : undefined;
      const nextStepAt = notBefore && notBefore > pause ? notBefore : pause;
      return { ...told, state: "due", nextStepAt, retries: carrying.retries + 1 };
    }
  }
}

function onwards(carrying: Carrying, now: Date, isDone = true): Carrying {
  const { steps } = plans[carrying.action];
  const next = carrying.step && steps[steps.indexOf(carrying.step) + 1];
  const actedAt = carrying.actedAt ?? (isDone ? now : null);
  if (next) return { ...carrying, state: "due", step: next, nextStepAt: now, retries: 0, actedAt };
  return { ...carrying, state: "done", step: null, nextStepAt: null, actedAt, settledAt: now };
}

/**
 * What whoever decides has seen, as one word: the text, and the last decision about it. Somebody who decides on another
 * text, or after somebody else, is told.
 */
export function versionRead(read: { text: string | null; lastDecisionId: string | null }): string {
  return createHash("sha256")
    .update(JSON.stringify([read.text, read.lastDecisionId]))
    .digest("hex")
    .slice(0, 16);
}
