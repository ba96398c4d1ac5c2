import type { Kysely } from "kysely";
import type { Post, Staging } from "../channels/channel.ts";
import { isConnectionError } from "../database/connection-error.ts";
import type { Schema } from "../database/schema.ts";
import { disconnect, rest, type Standing } from "./account.ts";
import { findAccount, saveStandingIfUnchanged } from "./account-store.ts";
import { postOf } from "./compose-claim.ts";
import { drawMedia } from "./draw-media.ts";
import { holdPreparing, LostHold, type PreparingHold } from "./hold-preparing.ts";
import { formatsWith, type PreparedMedia } from "./media-of-format.ts";
import { type OpenAccount, openAccount } from "./open-account.ts";
import { afterStaging } from "./preparation.ts";
import { type Taken, takePreparing } from "./preparing-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/**
 * Draws and brings to their networks what has to be there before it is sent, one after the other, until nothing is left
 * to do now. Nobody sees any of it, so a crash at any moment just means doing it again; each id a network gives is
 * committed before the next call.
 */
export async function preparePublications(tools: PublishTools, media: PreparedMedia): Promise<void> {
  while (!tools.stopping.aborted) {
    const now = tools.clock.now();
    const until = new Date(now.getTime() + tools.policy.leaseMs);
    const taken = await takePreparing(tools.db, formatsWith(media), now, until);
    if (!taken) return;
    await tools.reached?.("preparing taken");
    await preparePublication(tools, taken);
    if (tools.giveWay?.()) return;
  }
}

async function preparePublication(tools: PublishTools, taken: Taken): Promise<void> {
  const { publication } = taken;
  const fields = { authorityId: publication.authorityId, publicationId: publication.id };
  const hold = holdPreparing(tools, taken);
  try {
    const own = await findAccount(tools.db, publication);
    if (!own) throw new LostHold();
    const account = await openAccount(tools, own);
    const staging = await bring(tools, account, taken, hold);
    if (staging.kind === "staged") await tools.reached?.("staged");
    await settleStaging(tools, account, taken, hold, staging);
    await tools.reached?.("prepared");
    const trouble = staging.kind === "staged" ? {} : { reason: staging.reason, detail: staging.detail };
    tools.log[staging.kind === "staged" ? "info" : "warn"](
      { ...fields, end: staging.kind, ...trouble },
      "prepared",
    );
  } catch (error) {
    if (error instanceof LostHold) tools.log.info(fields, "what was being prepared is somebody else's now");
    else await breakOff(tools, taken, hold, error);
  } finally {
    hold.close();
  }
}

async function bring(
  tools: PublishTools,
  account: OpenAccount,
  { publication }: Taken,
  hold: PreparingHold,
): Promise<Staging> {
  const { channel, remote } = account;
  const needs = channel.formats[publication.format];
  if (!needs) return { kind: "refused", reason: "format-unknown", detail: publication.format };
  const words = postOf(tools, account, publication);
  const drawn = await drawMedia(tools, { ...account, item: publication.item, link: words.link, needs });
  await tools.reached?.("drawn");
  switch (drawn.kind) {
    case "impossible":
      return { kind: "refused", reason: drawn.reason, detail: drawn.detail };
    case "not-now":
      return { kind: "retry", reason: "machine-busy", detail: drawn.detail, scope: "publication" };
    case "media": {
      const { pictures, clip } = drawn;
      const post: Post = { ...words, format: publication.format, pictures, clip };
      return await channel.stage(post, remote, publication.staged ?? undefined, hold.keep);
    }
  }
}

async function settleStaging(
  tools: PublishTools,
  { own }: OpenAccount,
  { publication }: Taken,
  hold: PreparingHold,
  staging: Staging,
): Promise<void> {
  const { policy } = tools;
  const now = tools.clock.now();
  const chance = tools.chance();
  const after = afterStaging(publication, staging, now, policy, chance);
  const standing = standingAfter(own.standing, staging, now, tools, chance);
  await hold.end(async (trx) => {
    if (standing) await saveStandingIfUnchanged(trx, own, standing);
    // Its line has something to send, or must say to people why it does not.
    if (after.state !== "preparing") await wakeLine(tools, trx, publication);
    return after;
  });
}

/** Limits and lost permissions concern everything that leaves through the account; that media arrived says less. */
function standingAfter(
  standing: Standing,
  staging: Staging,
  now: Date,
  { policy }: Pick<PublishTools, "policy">,
  chance: number,
): Standing | undefined {
  switch (staging.kind) {
    case "staged":
    case "refused":
      return undefined;
    case "retry":
      return staging.scope === "account" ? rest(standing, staging, now, policy, chance) : undefined;
    case "reconnect":
      return disconnect(standing, staging, now, policy);
  }
}

async function wakeLine(
  { queue }: PublishTools,
  trx: Kysely<Schema>,
  { authorityId, accountId }: { authorityId: string; accountId: string },
): Promise<void> {
  await queue.add(trx, "advance-account", { authorityId, accountId });
}

/**
 * A bug of ours, or a secret that does not open. Tried again with growing pauses and at last given to a person, instead
 * of for ever at once; the name of the error is all that is sure to hold no secret.
 */
async function breakOff(
  tools: PublishTools,
  { publication }: Taken,
  hold: PreparingHold,
  error: unknown,
): Promise<void> {
  if (isConnectionError(error)) throw error;
  const detail = error instanceof Error ? error.name : "";
  const trouble = { kind: "retry", reason: "unexplained", detail, scope: "publication" } as const;
  const after = afterStaging(publication, trouble, tools.clock.now(), tools.policy, tools.chance());
  await hold.end(async () => after).catch(() => undefined);
  throw error;
}
