import type { Ease, Outcome } from "../channels/channel.ts";
import { backoffMs, type PublishingPolicy } from "./policy.ts";

/**
 * How an account stands: active; resting until a moment; disconnected until a person connects it again; off.
 * While it is not active its whole line waits, in order, and nothing is lost.
 */
export interface Standing {
  state: "active" | "resting" | "disconnected" | "off";
  restUntil: Date | null;
  reason: string | null;
  detail: string | null;
  since: Date | null;
  /** Troubles of the account in a row; lengthens the rests. */
  failures: number;
}

export const goodStanding: Standing = {
  state: "active",
  restUntil: null,
  reason: null,
  detail: null,
  since: null,
  failures: 0,
};

/** Whether there is nothing to save. */
export function isSameStanding(a: Standing, b: Standing): boolean {
  return (
    a.state === b.state &&
    a.reason === b.reason &&
    a.failures === b.failures &&
    a.restUntil?.getTime() === b.restUntil?.getTime()
  );
}

/** True when something may leave through this account. */
export function mayPublish(standing: Standing, now: Date): boolean {
  if (standing.state === "active") return true;
  return standing.state === "resting" && standing.restUntil !== null && standing.restUntil <= now;
}

/** The reason of an account that nobody has connected yet: it has no token to ask anything with. */
export const notConnected = "not-connected";

/** True when a disconnected account should be asked whether it works again. */
export function isProbeDue(standing: Standing, now: Date): boolean {
  if (standing.reason === notConnected) return false;
  return standing.state === "disconnected" && (standing.restUntil === null || standing.restUntil <= now);
}

/** Rests shorter than this end by themselves before a person has found out what to do. */
const shortRestMs = 3_600_000;

/**
 * Whether a person may be offered to try at once, and what that risks. Asking a disconnected account costs one call that
 * is refused like the last. A rest was asked for by the network, or follows from its troubles: calling while throttled
 * lengthens the block (graph-api.md section 17), so a short one is waited out. Only a long one (a block for behaviour
 * lasts a day, error 368) may be lifted by a person meanwhile, who must then know the risk. Undefined: do not offer it.
 */
export function earlyTry(
  { state, restUntil, reason }: Pick<Standing, "state" | "restUntil"> & { reason?: string | null },
  now: Date,
): "harmless" | "risky" | undefined {
  if (reason === notConnected) return undefined;
  if (state === "disconnected") return "harmless";
  if (state !== "resting" || !restUntil) return undefined;
  return restUntil.getTime() - now.getTime() > shortRestMs ? "risky" : undefined;
}

/** How the account stands after an attempt. */
export function afterOutcome(
  standing: Standing,
  outcome: Outcome,
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Standing {
  switch (outcome.kind) {
    case "published":
    case "processing":
      return outcome.ease ? eased(outcome.ease, now) : goodStanding;
    case "retry":
      return outcome.scope === "account" ? rest(standing, outcome, now, policy, chance) : standing;
    case "reconnect":
      return disconnect(standing, outcome, now, policy);
    case "refused":
    case "unknown":
      return standing;
  }
}

/** All is well and the network's limits are near: a pause now is shorter than the one it would impose. */
function eased({ until, reason, detail }: Ease, now: Date): Standing {
  if (until <= now) return goodStanding;
  return { state: "resting", restUntil: until, reason, detail, since: now, failures: 0 };
}

/** The account pauses: until the moment the network named, else for a time that grows. */
export function rest(
  standing: Standing,
  trouble: { reason: string; detail: string; notBefore?: Date },
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Standing {
  const pause = new Date(now.getTime() + backoffMs(standing.failures, policy, chance));
  return {
    state: "resting",
    restUntil: trouble.notBefore && trouble.notBefore > now ? trouble.notBefore : pause,
    reason: trouble.reason,
    detail: trouble.detail,
    since: standing.state === "resting" && standing.since ? standing.since : now,
    failures: standing.failures + 1,
  };
}

/** Our permission has ended. `restUntil` is when to ask again whether it came back by itself. */
export function disconnect(
  standing: Standing,
  trouble: { reason: string; detail: string },
  now: Date,
  policy: PublishingPolicy,
): Standing {
  return {
    state: "disconnected",
    restUntil: new Date(now.getTime() + policy.reconnectProbeMs),
    reason: trouble.reason,
    detail: trouble.detail,
    since: standing.state === "disconnected" && standing.since ? standing.since : now,
    failures: standing.failures + 1,
  };
}
