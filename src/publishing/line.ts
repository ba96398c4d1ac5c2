import { mayPublish, type Standing } from "./account.ts";
import { nextSlot, type Pacing, type Spoken } from "./pace.ts";
import type { PublishingPolicy } from "./policy.ts";
import { isSendable, type Publication } from "./publication.ts";

/** What to do next on an account's line. */
export type Step<P extends Publication> =
  | { kind: "look"; publication: P }
  | { kind: "ask"; publication: P }
  | { kind: "send"; publication: P }
  /** Nothing before `until`, whatever comes onto the line meanwhile; null = nothing until something new comes. */
  | { kind: "nothing"; until: Date | null };

/**
 * The next step of an account's line, whose publications are given in the portal's order.
 *
 * An uncertain publication holds back those behind it: so the Page keeps the portal's order, a network in trouble is
 * not met with a burst of uncertain calls, and a search looks for one post at a time. It does so for a bounded time
 * only; and a publication that waits for its own retry holds back nobody.
 */
export function nextStep<P extends Publication>(
  line: readonly P[],
  account: { standing: Standing; pacing: Pacing; spoken: Spoken; timeZone: string },
  now: Date,
  policy: PublishingPolicy,
): Step<P> {
  if (!mayPublish(account.standing, now)) return { kind: "nothing", until: null };
  const due = line.find((p) => isOpenQuestion(p) && p.nextStepAt !== null && p.nextStepAt <= now);
  if (due) return { kind: due.state === "unknown" ? "look" : "ask", publication: due };
  const holding = line.filter((p) => holdsLine(p, now, policy));
  if (holding.length > 0) return { kind: "nothing", until: endOfHold(holding, policy) };
  const publication = line.find((p) => isSendable(p, now));
  if (!publication) return { kind: "nothing", until: null };
  const slot = nextSlot(account.pacing, account.spoken, now, account.timeZone);
  if (slot <= now) return { kind: "send", publication };
  // Looking and asking keep no pace: what is open holds nobody back any more, but its moment may come before the slot.
  const open = line.filter(isOpenQuestion).flatMap((p) => (p.nextStepAt ? [p.nextStepAt.getTime()] : []));
  return { kind: "nothing", until: new Date(Math.min(slot.getTime(), ...open)) };
}

function isOpenQuestion(publication: Publication): boolean {
  return publication.state === "unknown" || publication.state === "processing";
}

/** The next look at one of them, or the end of the hold: whichever comes first. */
function endOfHold(holding: readonly Publication[], policy: PublishingPolicy): Date | null {
  const moments = holding.flatMap(({ nextStepAt, uncertainSince }) =>
    nextStepAt && uncertainSince ? [nextStepAt.getTime(), uncertainSince.getTime() + policy.holdLineMs] : [],
  );
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
}

function holdsLine(publication: Publication, now: Date, policy: PublishingPolicy): boolean {
  if (publication.state === "sending") return true;
  if (publication.state !== "unknown" || publication.uncertainSince === null) return false;
  return now.getTime() - publication.uncertainSince.getTime() < policy.holdLineMs;
}
