import type { Channel, Format } from "../channels/channel.ts";
import { mayPublish, type Standing } from "./account.ts";
import { nextSlot, type Pacing, type Spoken } from "./pace.ts";
import type { PublishingPolicy } from "./policy.ts";
import { isPrepared } from "./preparation.ts";
import { isSendable, type Publication } from "./publication.ts";

/** What to do next on an account's line. */
export type Step<P> =
  | { kind: "look"; publication: P }
  | { kind: "ask"; publication: P }
  /** A post that is on the network is to be edited or taken off. */
  | { kind: "amend" }
  /** Its media are to be brought to the network first, beside the line. */
  | { kind: "prepare"; publication: P }
  | { kind: "send"; publication: P }
  /** Nothing before `until`, whatever comes onto the line meanwhile; null = nothing until something new comes. */
  | { kind: "nothing"; until: Date | null };

/** A publication as the line sees it. */
export type InLine = Publication & { format: Format };

/** What of an account the next step depends on. */
export interface LineAccount {
  standing: Standing;
  pacing: Pacing;
  spoken: Spoken;
  timeZone: string;
  hasAmendment?: boolean;
  /** Of its channel. */
  formats: Channel<never>["formats"];
  /** How many of its publications are being prepared now. */
  preparing: number;
}

/**
 * The next step of an account's line, whose publications are given in the portal's order.
 *
 * An uncertain publication holds back those behind it: so the Page keeps the portal's order, a network in trouble is
 * not met with a burst of uncertain calls, and a search looks for one post at a time. It does so for a bounded time
 * only; and a publication that waits for its own retry holds back nobody.
 *
 * What has to be prepared leaves the line meanwhile and holds back nobody either, a few at a time.
 *
 * What a live post is to become comes before what is new and keeps no pace: a wrong post does more harm than a late one.
 */
export function nextStep<P extends InLine>(
  line: readonly P[],
  account: LineAccount,
  now: Date,
  policy: PublishingPolicy,
): Step<P> {
  if (!mayPublish(account.standing, now)) return { kind: "nothing", until: null };
  const due = line.find((p) => isOpenQuestion(p) && p.nextStepAt !== null && p.nextStepAt <= now);
  if (due) return { kind: due.state === "unknown" ? "look" : "ask", publication: due };
  if (account.hasAmendment) return { kind: "amend" };
  const sendable = line.filter((p) => isSendable(p, now));
  const unprepared = sendable.filter((p) => account.formats[p.format]?.isStaged && !isPrepared(p, now));
  const ahead = account.preparing + sendable.filter((p) => isPrepared(p, now)).length;
  const [first] = unprepared;
  if (first && ahead < policy.preparedAheadMax) return { kind: "prepare", publication: first };
  const holding = line.filter((p) => holdsLine(p, now, policy));
  if (holding.length > 0) return { kind: "nothing", until: endOfHold(holding, policy) };
  const ready = sendable.filter((p) => !unprepared.includes(p));
  const slots = ready.map((p) => nextSlot(account.pacing, account.spoken, now, account.timeZone, p.format));
  const publication = ready.find((_, index) => (slots[index] ?? now) <= now);
  if (publication) return { kind: "send", publication };
  // There is room for more ahead as soon as one has left or been given up.
  if (first) slots.push(new Date(now.getTime() + policy.retryFirstMs));
  if (slots.length === 0) return { kind: "nothing", until: null };
  // Looking and asking keep no pace: what is open holds nobody back any more, but its moment may come before the slot.
  const open = line.filter(isOpenQuestion).flatMap((p) => (p.nextStepAt ? [p.nextStepAt] : []));
  return { kind: "nothing", until: earliest([...slots, ...open]) };
}

function earliest(moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map((moment) => moment.getTime())));
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
