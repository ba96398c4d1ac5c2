import type { Amendment, Finding, FormatNeeds } from "../channels/channel.ts";
import { isDiscardable, isHoldable } from "./in-a-persons-hands.ts";
import { backoffMs, type PublishingPolicy } from "./policy.ts";
import type { Publication } from "./publication.ts";

/**
 * What a post that is on the network is to become (docs/decisions/0012). The wish is committed first, then the call is
 * made, then its end is saved. Both kinds of call come to the same when they are repeated, so an uncertain end is not
 * looked for: the call is made again.
 */
export type Wish = { kind: "edit"; text: string } | { kind: "remove" };

/** How far a wish is. */
export interface Amending {
  wish: Wish;
  wantedAt: Date;
  /** When the call is to be made; null = the network refused, and a person decides. */
  nextAt: Date | null;
  /** Tries in a row that came to nothing; lengthens the pauses. */
  retries: number;
  reason: string | null;
  detail: string | null;
}

/** Reasons for which a wish is impossible; the words for people know them. */
export type Impossible =
  /** Whether it is on the network is not known yet: first that must be settled. */
  | "end-open"
  /** The network has no way to edit, or to take off, posts of this format. */
  | "format-stays"
  /** It is being taken off, and stays wanted so. */
  | "to-be-removed"
  /** There is no post. */
  | "no-post";

/** What becomes of a wish. */
export type Answer =
  | { kind: "wanted"; amending: Amending }
  /** Nothing of it has left: taking it off is never sending it, and its text is made when it is sent. */
  | { kind: "discard" }
  /** It is as it was wanted. */
  | { kind: "nothing" }
  | { kind: "impossible"; reason: Impossible };

/**
 * What becomes of a wish about a publication, given the wish it holds already. A newer wish replaces an older one, with
 * one exception: what is to be taken off is not edited any more, since an edit that comes by itself (the portal
 * corrected its item) must not undo what a person wants.
 */
export function answerWish(
  wish: Wish,
  { publication, standing }: { publication: Publication; standing: Wish | undefined },
  needs: FormatNeeds | undefined,
  now: Date,
): Answer {
  if (isHoldable(publication)) return { kind: wish.kind === "remove" ? "discard" : "nothing" };
  switch (publication.state) {
    case "sending":
    case "processing":
    case "unknown":
      return { kind: "impossible", reason: "end-open" };
    case "refused":
      if (wish.kind === "edit") return { kind: "impossible", reason: "no-post" };
      return { kind: isDiscardable(publication) ? "discard" : "nothing" };
    case "removed":
      return wish.kind === "remove" ? { kind: "nothing" } : { kind: "impossible", reason: "no-post" };
  }
  const isPossible = wish.kind === "remove" ? needs?.isRemovable : needs?.isEditable;
  if (!isPossible) return { kind: "impossible", reason: "format-stays" };
  if (wish.kind === "edit" && standing?.kind === "remove") {
    return { kind: "impossible", reason: "to-be-removed" };
  }
  return {
    kind: "wanted",
    amending: { wish, wantedAt: now, nextAt: now, retries: 0, reason: null, detail: null },
  };
}

/** What one call makes of a wish, and of its post. */
export type Amended =
  /** Still wanted; perhaps again by itself, perhaps by a person only. */
  | { kind: "open"; amending: Amending }
  /** The post is as it was wanted. */
  | { kind: "edited" }
  /** The post is not there any more, whoever took it off. */
  | { kind: "removed" };

/**
 * What a call came to. `overtakenUntil`: until then an earlier call with another text, whose end nobody knows, may still
 * act and undo this one; so the edit is made once more after it. A wish is never given up while trying can help: a post
 * that ought to be gone does more harm than a call every quarter of an hour.
 */
export function settleAmendment(
  amending: Amending,
  amendment: Amendment,
  how: { now: Date; policy: PublishingPolicy; chance: number; overtakenUntil?: Date },
): Amended {
  const { now } = how;
  switch (amendment.kind) {
    case "done":
      if (amending.wish.kind === "remove") return { kind: "removed" };
      return how.overtakenUntil && how.overtakenUntil > now
        ? { kind: "open", amending: { ...amending, nextAt: how.overtakenUntil, reason: null, detail: null } }
        : { kind: "edited" };
    case "gone":
      return { kind: "removed" };
    case "refused":
      return { kind: "open", amending: { ...amending, ...told(amendment), nextAt: null } };
    case "reconnect":
      // The account is disconnected, and that decides when; the wish itself is ready.
      return { kind: "open", amending: { ...amending, ...told(amendment), nextAt: now } };
    case "retry":
      return {
        kind: "open",
        amending: { ...amending, ...told(amendment), ...again(amending, how, amendment) },
      };
  }
}

function again(
  { retries }: Amending,
  { now, policy, chance }: { now: Date; policy: PublishingPolicy; chance: number },
  { notBefore }: { notBefore?: Date },
): Pick<Amending, "nextAt" | "retries"> {
  const pause = new Date(now.getTime() + backoffMs(retries, policy, chance));
  return { nextAt: notBefore && notBefore > pause ? notBefore : pause, retries: retries + 1 };
}

function told({ reason, detail }: { reason: string; detail: string }) {
  return { reason, detail };
}

/**
 * What it means that the network says the post is not there: the same is said of a post it does not show us any more
 * (a lost permission) and of one so new that its readers lag behind. So it is believed only of a post old enough, and
 * after a look at the Page that did not find it.
 */
export function believeGone(
  { settledAt }: { settledAt: Date },
  finding: Finding | undefined,
  now: Date,
  policy: PublishingPolicy,
): Amendment {
  const detail = "";
  if (isTooNewToBeGone(settledAt, now, policy) || !finding) {
    return { kind: "retry", reason: "said-gone" satisfies OwnReason, detail };
  }
  switch (finding.kind) {
    case "absent":
    case "failed":
      return { kind: "gone" };
    case "found":
      return { kind: "retry", reason: "still-there" satisfies OwnReason, detail: finding.externalId };
    case "processing":
      return { kind: "retry", reason: "still-there" satisfies OwnReason, detail };
    case "no-answer":
      return finding.reconnect
        ? { kind: "reconnect", reason: finding.reason, detail: finding.detail }
        : { ...finding, kind: "retry" };
  }
}

export function isTooNewToBeGone(settledAt: Date, now: Date, policy: PublishingPolicy): boolean {
  return now.getTime() - settledAt.getTime() < lateCallMs(policy);
}

/** Reasons of this file, for which the words for people are ours. */
type OwnReason = "said-gone" | "still-there";

/**
 * How long after it began a call whose answer never came may still act. The same trust as in looking for a post before
 * it is sent again: the sum of the pauses between the looks.
 */
export function lateCallMs(policy: PublishingPolicy): number {
  return policy.lookAfterMs.reduce((sum, pause) => sum + pause, 0);
}
