import { randomUUID } from "node:crypto";
import type { Amendment } from "../channels/channel.ts";
import { disconnect, goodStanding, isSameStanding, rest, type Standing } from "./account.ts";
import { saveStanding } from "./account-store.ts";
import { believeGone, isTooNewToBeGone, lateCallMs, settleAmendment } from "./amendment.ts";
import { beginAmendment, lastUncertainEditAt, saveAmended } from "./amendment-call-store.ts";
import type { AmendingPublication } from "./amendment-store.ts";
import { keepTrying } from "./keep-trying.ts";
import type { ReadyAccount } from "./open-account.ts";
import type { PublishTools } from "./publish-tools.ts";

/**
 * Makes a post on the network what it is wanted to be: one call, whose row is committed before it. A crash at any moment
 * just means the same call again. Nothing is done when the wish is another meanwhile.
 */
export async function amendPublication(
  tools: PublishTools,
  account: ReadyAccount,
  publication: AmendingPublication,
): Promise<void> {
  const attemptId = randomUUID();
  const begunAt = tools.clock.now();
  const begunAtMs = performance.now();
  const attempt = { id: attemptId, leaseToken: account.leaseToken, now: begunAt };
  if (!(await beginAmendment(tools.db, publication, attempt))) return;
  await tools.reached?.("amend claimed");
  // A machine that slept after this point may overtake a newer wish that another process has carried out meanwhile.
  const ageMs = Math.max(performance.now() - begunAtMs, tools.clock.now().getTime() - begunAt.getTime());
  const amendment: Amendment =
    ageMs > tools.policy.claimFreshMs
      ? { kind: "retry", reason: "slept", detail: "the row of the call was too old to act on" }
      : await call(tools, account, publication);
  await tools.reached?.("amend answered");
  await settleCall(tools, account, publication, { attemptId, amendment });
  await tools.reached?.("amend settled");
}

async function call(
  tools: PublishTools,
  account: ReadyAccount,
  publication: AmendingPublication,
): Promise<Amendment> {
  const { channel, remote } = account;
  const { externalId, wish, sent, settledAt } = publication;
  const post = { format: sent.format, externalId };
  const amendment =
    wish.kind === "remove" ? await channel.remove(post, remote) : await channel.edit(post, wish.text, remote);
  if (amendment.kind !== "gone") return amendment;
  const now = tools.clock.now();
  const finding = isTooNewToBeGone(settledAt, now, tools.policy)
    ? undefined
    : await channel.findPublished(sent, remote, publication.firstTriedAt, publication.staged);
  return believeGone(publication, finding, now, tools.policy);
}

async function settleCall(
  tools: PublishTools,
  account: ReadyAccount,
  publication: AmendingPublication,
  { attemptId, amendment }: { attemptId: string; amendment: Amendment },
): Promise<void> {
  const { policy } = tools;
  const now = tools.clock.now();
  const chance = tools.chance();
  const standing = afterAmendment(tools, account.own.standing, amendment, now);
  const reason = "reason" in amendment ? amendment.reason : null;
  const detail = "detail" in amendment ? amendment.detail : null;
  const told = { outcome: amendment.kind, reason, detail };
  const state = await keepTrying(
    async () => {
      const overtakenUntil = await uncertainUntil(tools, publication, attemptId);
      const after = settleAmendment(publication, amendment, { now, policy, chance, overtakenUntil });
      await tools.db.transaction().execute(async (trx) => {
        if (!isSameStanding(standing, account.own.standing)) {
          await saveStanding(trx, account.own, standing, account.leaseToken);
        }
        await saveAmended(trx, { of: publication, attemptId, after, ...told, now });
      });
      return after.kind;
    },
    policy.holdLineMs,
    tools,
  );
  account.own.standing = standing;
  const { authorityId, id: publicationId, wish } = publication;
  tools.log[state === "open" ? "warn" : "info"](
    { authorityId, publicationId, attemptId, wish: wish.kind, ...told, state },
    "amended a post",
  );
}

/** Only a text can be overtaken by another. */
async function uncertainUntil(
  tools: PublishTools,
  publication: AmendingPublication,
  attemptId: string,
): Promise<Date | undefined> {
  if (publication.wish.kind !== "edit") return undefined;
  const at = await lastUncertainEditAt(tools.db, publication, attemptId);
  return at && new Date(at.getTime() + lateCallMs(tools.policy));
}

/** As for what is published: limits and lost permissions concern everything that leaves through the account. */
function afterAmendment(
  { policy, chance }: PublishTools,
  standing: Standing,
  amendment: Amendment,
  now: Date,
): Standing {
  switch (amendment.kind) {
    case "done":
    case "gone":
      return goodStanding;
    case "refused":
      return standing;
    case "reconnect":
      return disconnect(standing, amendment, now, policy);
    case "retry":
      return amendment.notBefore ? rest(standing, amendment, now, policy, chance()) : standing;
  }
}
