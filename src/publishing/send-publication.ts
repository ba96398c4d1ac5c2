import { randomUUID } from "node:crypto";
import type { Authority } from "../authority/authority-store.ts";
import type { Account, Outcome, Post } from "../channels/channel.ts";
import type { AnyChannel, StoredSettings } from "../channels/registry.ts";
import { afterOutcome, isSameStanding } from "./account.ts";
import { type PublishingAccount, saveStanding } from "./account-store.ts";
import { keepTrying } from "./keep-trying.ts";
import type { LinePublication } from "./line-store.ts";
import { shortLink } from "./marker.ts";
import { composePost } from "./post.ts";
import { claim, settle } from "./publication.ts";
import { type Claim, saveClaim, saveSettled } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/** An account made ready for calls; `remote` holds opened secrets and lives no longer than one pass. */
export interface ReadyAccount {
  own: PublishingAccount;
  authority: Authority;
  channel: AnyChannel;
  remote: Account<StoredSettings>;
  leaseToken: string;
}

/** A publication whose claim is committed: it may be sent, once. */
export interface ClaimedPublication {
  publication: LinePublication;
  attemptId: string;
  post: Post;
  claimedAt: Date;
  /** The same moment on the clock of performance.now(). */
  claimedAtMs: number;
}

export interface Sent {
  outcome: Outcome;
  /** The publication behind it, claimed in the transaction that settled this one. */
  next: ClaimedPublication | undefined;
}

/**
 * Claims a publication, which is committed before its call. A crash after it leaves a row in "sending", which whoever
 * takes the line next holds for uncertain. Undefined when the row was not ours to claim any more.
 */
export async function claimPublication(
  tools: PublishTools,
  account: ReadyAccount,
  publication: LinePublication,
): Promise<ClaimedPublication | undefined> {
  const prepared = prepare(tools, account, publication, tools.clock.now());
  if (!(await saveClaim(tools.db, prepared.claim))) return undefined;
  const fresh = claimedNow(tools);
  await tools.reached?.("claimed");
  return { ...prepared.claimed, ...fresh };
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
    : await account.channel.publish(claimed.post, account.remote);
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
  const next = candidate && prepare(tools, account, candidate, now);
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

function claimedNow(tools: PublishTools) {
  return { claimedAt: tools.clock.now(), claimedAtMs: performance.now() };
}

/** What a claim writes, and what it allows to send; nothing is written yet. */
function prepare(tools: PublishTools, account: ReadyAccount, publication: LinePublication, now: Date) {
  const attemptId = randomUUID();
  const link = shortLink(tools.publicUrl, publication.marker);
  const post = composePost(
    publication.item,
    { ...account.authority.settings, authorityName: account.authority.name },
    { link, marker: publication.marker },
    account.channel.limits,
  );
  const after = claim(publication, attemptId, now);
  const stored = { text: post.text, link: post.link };
  const { leaseToken } = account;
  return {
    claim: { before: publication, after, post: stored, leaseToken, now } satisfies Claim,
    claimed: {
      publication: { ...publication, ...after },
      attemptId,
      post: { ...post, format: publication.format, pictures: [] },
    },
  };
}

function reasonOf(outcome: Outcome): string | null {
  return "reason" in outcome ? outcome.reason : null;
}

function detailOf(outcome: Outcome): string | null {
  return "detail" in outcome ? outcome.detail : null;
}
