import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Authority } from "../authority/authority-store.ts";
import type { Account, Outcome } from "../channels/channel.ts";
import type { AnyChannel, StoredSettings } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import { afterOutcome, isSameStanding } from "./account.ts";
import { type PublishingAccount, saveStanding } from "./account-store.ts";
import { keepTrying } from "./keep-trying.ts";
import { shortLink } from "./marker.ts";
import { composePost } from "./post.ts";
import { claim, settle } from "./publication.ts";
import { type LinePublication, saveClaim, saveSettled } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/** An account made ready for calls; `remote` holds opened secrets and lives no longer than one pass. */
export interface ReadyAccount {
  own: PublishingAccount;
  authority: Authority;
  channel: AnyChannel;
  remote: Account<StoredSettings>;
  leaseToken: string;
}

/**
 * Sends one publication: claims its row (committed before the call), calls the channel once, settles the row.
 * A crash after the claim leaves a row in "sending", which whoever takes the line next holds for uncertain.
 * Gives the outcome, or undefined when the row was not ours to claim any more.
 */
export async function sendPublication(
  tools: PublishTools,
  account: ReadyAccount,
  publication: LinePublication,
): Promise<Outcome | undefined> {
  const attemptId = randomUUID();
  const claimedAt = tools.clock.now();
  const link = shortLink(tools.publicUrl, publication.marker);
  const post = composePost(
    publication.item,
    { ...account.authority.settings, authorityName: account.authority.name },
    { link, marker: publication.marker },
    account.channel.limits,
  );
  const claimed = claim(publication, attemptId, claimedAt);
  const stored = { text: post.text, link: post.link };
  const isOurs = await saveClaim(tools.db, publication, claimed, stored, account.leaseToken, claimedAt);
  if (!isOurs) return undefined;
  const sinceClaim = performance.now();
  await tools.reached?.("claimed");

  // A machine that slept (or a process that was stopped) after the claim may already be thought dead by others.
  const isStale = performance.now() - sinceClaim > tools.policy.claimFreshMs;
  const outcome: Outcome = isStale
    ? { kind: "retry", reason: "slept", detail: "the claim was too old to act on", scope: "publication" }
    : await account.channel.publish(post, account.remote);
  await tools.reached?.("answered");

  await settleAttempt(tools, account, { ...publication, ...claimed }, attemptId, outcome);
  await tools.reached?.("settled");
  return outcome;
}

async function settleAttempt(
  tools: PublishTools,
  account: ReadyAccount,
  claimed: LinePublication,
  attemptId: string,
  outcome: Outcome,
): Promise<void> {
  const now = tools.clock.now();
  const chance = tools.chance();
  const settled = settle(claimed, outcome, now, tools.policy, chance);
  const standing = afterOutcome(account.own.standing, outcome, now, tools.policy, chance);
  const end = { outcome: outcome.kind, reason: reasonOf(outcome), detail: detailOf(outcome) };
  const fields = { authorityId: claimed.authorityId, publicationId: claimed.id, attemptId, ...end };
  const isSaved = await keepTrying(
    async () => {
      const save = (db: Kysely<Schema>) => saveSettled(db, claimed, attemptId, settled, end, now);
      if (isSameStanding(standing, account.own.standing)) return await save(tools.db);
      // Together: an account that rests without its publication settled would leave that one in doubt for no reason.
      return await tools.db.transaction().execute(async (trx) => {
        await saveStanding(trx, account.own, standing);
        return await save(trx);
      });
    },
    tools.policy.holdLineMs,
    tools,
  );
  account.own.standing = standing;
  if (settled.state === "published") {
    account.own.lastPublishedAt = now;
    tools.log.info({ ...fields, externalId: settled.externalId }, "published");
  } else {
    tools.log.warn({ ...fields, state: settled.state }, "an attempt did not publish");
  }
  if (!isSaved) tools.log.warn(fields, "the end of an attempt came too late: it was settled by others");
}

function reasonOf(outcome: Outcome): string | null {
  return "reason" in outcome ? outcome.reason : null;
}

function detailOf(outcome: Outcome): string | null {
  return "detail" in outcome ? outcome.detail : null;
}
