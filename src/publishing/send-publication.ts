import type { Outcome } from "../channels/channel.ts";
import { afterOutcome, isSameStanding } from "./account.ts";
import { saveStanding } from "./account-store.ts";
import { claimedNow } from "./claim-publication.ts";
import { composeClaim } from "./compose-claim.ts";
import { keepTrying } from "./keep-trying.ts";
import type { LinePublication } from "./line-store.ts";
import type { ClaimedPublication, ReadyAccount } from "./open-account.ts";
import { settle } from "./publication.ts";
import { saveSettled } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";

export interface Sent {
  outcome: Outcome;
  /** The publication behind it, claimed in the transaction that settled this one. */
  next: ClaimedPublication | undefined;
}

/**
 * Sends what was claimed: calls the channel once, settles the row. When it was published, `chooseNext` is asked what
 * follows on the line; that is claimed together with the settling, so that a line costs one commit for each post.
 */
export async function sendPublication(
  tools: PublishTools,
  account: ReadyAccount,
  claimed: ClaimedPublication,
  chooseNext: (now: Date) => LinePublication | undefined,
): Promise<Sent> {
  // A machine that slept (or a process that was stopped) after the claim may already be thought dead by others.
  // Both clocks are asked: a stopped process stops neither, but a sleeping machine stops the one that never jumps.
  const ageMs = Math.max(
    performance.now() - claimed.claimedAtMs,
    tools.clock.now().getTime() - claimed.claimedAt.getTime(),
  );
  const isStale = ageMs > tools.policy.claimFreshMs;
  const outcome: Outcome = isStale
    ? { kind: "retry", reason: "slept", detail: "the claim was too old to act on", scope: "publication" }
    : await account.channel.publish(claimed.post, account.remote, claimed.publication.staged ?? undefined);
  await tools.reached?.("answered");
  const next = await settleAttempt(tools, account, claimed, outcome, chooseNext);
  await tools.reached?.("settled");
  if (next) await tools.reached?.("claimed");
  return { outcome, next };
}

async function settleAttempt(
  tools: PublishTools,
  account: ReadyAccount,
  claimed: ClaimedPublication,
  outcome: Outcome,
  chooseNext: (now: Date) => LinePublication | undefined,
): Promise<ClaimedPublication | undefined> {
  const { publication, attemptId } = claimed;
  const now = tools.clock.now();
  const chance = tools.chance();
  const settled = settle(publication, outcome, now, tools.policy, chance);
  const standing = afterOutcome(account.own.standing, outcome, now, tools.policy, chance);
  const hasNewStanding = !isSameStanding(standing, account.own.standing);
  if (settled.state === "published") account.own.lastPublishedAt = now;
  const candidate = settled.state === "published" && !hasNewStanding ? chooseNext(now) : undefined;
  const next = candidate && composeClaim(tools, account, candidate, now);
  const end = { outcome: outcome.kind, reason: reasonOf(outcome), detail: detailOf(outcome) };
  const settling = { key: publication, attemptId, after: settled, end, now };
  const saved = await keepTrying(
    async () => {
      if (!hasNewStanding) return await saveSettled(tools.db, settling, next?.claim);
      // Together: an account that rests without its publication settled would leave that one in doubt for no reason.
      return await tools.db.transaction().execute(async (trx) => {
        await saveStanding(trx, account.own, standing, account.leaseToken);
        return await saveSettled(trx, settling);
      });
    },
    tools.policy.holdLineMs,
    tools,
  );
  const fresh = claimedNow(tools);
  account.own.standing = standing;
  const fields = { authorityId: publication.authorityId, publicationId: publication.id, attemptId, ...end };
  if (settled.state === "published") {
    tools.log.info({ ...fields, externalId: settled.externalId }, "published");
  } else {
    tools.log.warn({ ...fields, state: settled.state }, "an attempt did not publish");
  }
  if (!saved.isSettled)
    tools.log.warn(fields, "the end of an attempt came too late: it was settled by others");
  return next && saved.isClaimed ? { ...next.claimed, ...fresh } : undefined;
}

function reasonOf(outcome: Outcome): string | null {
  return "reason" in outcome ? outcome.reason : null;
}

function detailOf(outcome: Outcome): string | null {
  return "detail" in outcome ? outcome.detail : null;
}
