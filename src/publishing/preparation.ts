import type { Staging } from "../channels/channel.ts";
import type { PublishingPolicy } from "./policy.ts";
import { ImpossibleStep, isSendable, type Publication, refused, retried } from "./publication.ts";

/**
 * What must be brought to the network before the post is sent (formats with `isStaged`): pictures, a film. It takes
 * time and is seen by nobody, so it is done beside the account's line, and done again after any accident. Pure, like
 * the other steps of publication.ts.
 */

/** What is kept for us for less than this is not relied upon: sending takes seconds, and so does looking for it. */
const reliableForMs = 300_000;

/** Whether all of it is at the network and stays there for long enough to be sent now. */
export function isPrepared({ staged, stagedUntil }: Publication, now: Date): boolean {
  return staged !== null && stagedUntil !== null && stagedUntil.getTime() > now.getTime() + reliableForMs;
}

/** What is to be sent and is not prepared, or is prepared no more, goes round: nothing that was kept there is used. */
export function toPrepare(publication: Publication, now: Date): Publication {
  if (!isSendable(publication, now)) throw new ImpossibleStep("be prepared", publication.state);
  const wasWaiting = publication.state === "waiting" && publication.attempts > 0;
  return {
    ...publication,
    state: "preparing",
    nextStepAt: now,
    reason: null,
    detail: null,
    staged: null,
    stagedUntil: null,
    // Time in which the account could not publish is no time of trying, here as in `claim`.
    firstTriedAt: wasWaiting ? now : publication.firstTriedAt,
  };
}

/** What bringing it to the network came to. */
export function afterStaging(
  publication: Publication,
  staging: Staging,
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Publication {
  if (publication.state !== "preparing") throw new ImpossibleStep("be prepared", publication.state);
  switch (staging.kind) {
    case "staged": {
      const ready = prepared(publication, staging, now);
      if (isPrepared(ready, now)) return ready;
      // Prepared again at once it would go round without end.
      const detail = `kept until ${staging.goodUntil.toISOString()} only`;
      return preparedLater(publication, { reason: "unexplained", detail }, now, policy, chance);
    }
    case "refused":
      return refused(publication, staging.reason, staging.detail, now);
    case "retry":
      return staging.scope === "account"
        ? waitingForAccount(publication, staging, now, policy)
        : preparedLater(publication, staging, now, policy, chance);
    case "reconnect":
      return waitingForAccount(publication, staging, now, policy);
  }
}

function prepared(
  publication: Publication,
  { staged, goodUntil }: Extract<Staging, { kind: "staged" }>,
  now: Date,
): Publication {
  const isUntried = publication.attempts === 0;
  return {
    ...publication,
    state: "due",
    nextStepAt: now,
    reason: null,
    detail: null,
    staged,
    stagedUntil: goodUntil,
    // What was sent before keeps its count, so that what never ends, ends in a person's hands.
    retries: isUntried ? 0 : publication.retries,
    firstTriedAt: isUntried ? null : publication.firstTriedAt,
  };
}

function preparedLater(
  publication: Publication,
  trouble: { reason: string; detail: string; notBefore?: Date },
  now: Date,
  policy: PublishingPolicy,
  chance: number,
): Publication {
  const firstTriedAt = publication.firstTriedAt ?? now;
  const after = retried({ ...publication, firstTriedAt }, trouble, now, policy, chance);
  return after.state === "due" ? { ...after, state: "preparing" } : after;
}

/**
 * Nothing is prepared while the account rests, so its rest decides when. The pause is for an account that others have
 * found well in the meantime.
 */
function waitingForAccount(
  publication: Publication,
  { reason, detail }: { reason: string; detail: string },
  now: Date,
  policy: PublishingPolicy,
): Publication {
  return { ...publication, reason, detail, nextStepAt: new Date(now.getTime() + policy.retryFirstMs) };
}
