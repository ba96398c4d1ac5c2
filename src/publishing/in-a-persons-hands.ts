import { ImpossibleStep, type Publication, refused } from "./publication.ts";

/**
 * The steps of a publication's life that only people take, or that put it into their hands. Like those of
 * publication.ts they are pure, and the only way to these states.
 */

/**
 * What has not left is kept back for a person, who reads the reason; the reason it had before goes into the detail. What
 * is uncertain cannot be held: it is to be looked for, and that does no harm.
 */
export function hold(publication: Publication, reason: string): Publication {
  if (!isHoldable(publication)) throw new ImpossibleStep("be held", publication.state);
  return {
    ...publication,
    ...prepareAnew,
    state: "held",
    nextStepAt: null,
    reason,
    detail: whatWasThere(publication),
  };
}

/** What the network keeps for us vanishes there, may be half of it, or may be why it was refused. */
const prepareAnew = { staged: null, stagedUntil: null };

/** True while nothing of it can be on the network, as far as we know; true of what is held for another reason, too. */
export function isHoldable({ state }: Pick<Publication, "state">): boolean {
  return (
    state === "planned" || state === "preparing" || state === "due" || state === "waiting" || state === "held"
  );
}

/** A person lets a held one go. Time in a person's hands is no time of trying: giving up is counted anew after it. */
export function release(publication: Publication, now: Date): Publication {
  if (publication.state !== "held") throw new ImpossibleStep("be released", publication.state);
  const firstTriedAt = publication.attempts > 0 ? now : null;
  return {
    ...publication,
    state: "due",
    nextStepAt: now,
    reason: null,
    detail: null,
    retries: 0,
    firstTriedAt,
  };
}

/** True of what will leave by itself, at a moment that a person may bring forward. */
export function isHastenable({ state }: Pick<Publication, "state">): boolean {
  return state === "planned" || state === "due";
}

/**
 * A person wants it to be the next that leaves: planned for later or in a pause between two tries, it is due now. Its
 * place on the line is the store's; the pace of the account holds for it as for all others.
 */
export function hasten(publication: Publication, now: Date): Publication {
  if (!isHastenable(publication)) throw new ImpossibleStep("be hastened", publication.state);
  return { ...publication, state: "due", nextStepAt: now };
}

/** Reasons with which this side itself holds and refuses; the words for people know them. */
export const flood = "flood";
export const byHand = "by-hand";
export const restored = "restored";
export const discarded = "discarded";

/**
 * A person wants neither a held nor a refused one any more: it is on the Page already, or is wrong. That is for good; why
 * it had stopped stays in the detail.
 */
export function discard(publication: Publication, now: Date): Publication {
  if (!isDiscardable(publication)) throw new ImpossibleStep("be dismissed", publication.state);
  return refused(publication, discarded, whatWasThere(publication) ?? "", now);
}

export function isDiscardable({ state, reason }: Publication): boolean {
  return state === "held" || (state === "refused" && reason !== discarded);
}

/** The post of what has not left is not wanted any more, wherever it stands: it is dismissed before its turn. */
export function withdraw(publication: Publication, now: Date): Publication {
  if (!isHoldable(publication) && !isDiscardable(publication)) {
    throw new ImpossibleStep("be withdrawn", publication.state);
  }
  return refused(publication, discarded, whatWasThere(publication) ?? "", now);
}

/** A person wants a refused one tried again, having mended the cause. What another person dismissed stays dismissed. */
export function sendAgain(publication: Publication, now: Date): Publication {
  if (!isSendableAgain(publication)) throw new ImpossibleStep("be sent again", publication.state);
  return {
    ...publication,
    ...prepareAnew,
    state: "due",
    nextStepAt: now,
    settledAt: null,
    retries: 0,
    firstTriedAt: now,
  };
}

export function isSendableAgain({ state, reason }: Publication): boolean {
  return state === "refused" && reason !== discarded;
}

/** "reason: detail", as one that gave up keeps its last obstacle; null where there was none. */
function whatWasThere({ reason, detail }: Publication): string | null {
  return reason && `${reason}: ${detail ?? ""}`;
}
