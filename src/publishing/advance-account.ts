import { randomUUID } from "node:crypto";
import { isConnectionError } from "../database/connection-error.ts";
import { rest } from "./account.ts";
import { type AccountKey, type PublishingAccount, saveStanding } from "./account-store.ts";
import { findDueAmendment } from "./amendment-store.ts";
import { giveBack, lease, renew } from "./lease-store.ts";
import { findSending, readLine } from "./line-store.ts";
import { openAccount, type ReadyAccount } from "./open-account.ts";
import { probeAccount } from "./probe-account.ts";
import { interrupt } from "./publication.ts";
import { endInterrupted, saveStep } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";
import { workOffLine } from "./work-off-line.ts";

// Read at once and worked off in order; read again as soon as anything is not simply published.
const lineAtOnce = 50;

// A thousand edits at once (a portal that corrects all its items) must not keep what is new waiting for minutes.
const amendmentsAtOnce = 10;

/**
 * Takes the next steps of one account's line of publications, until there is nothing left to do now. One worker at a
 * time holds the line (a lease with a term, renewed while it works), so posts leave in the portal's order. Safe to call
 * at any time and as often as one likes: the rows say what there is to do.
 */
export async function advanceAccount(tools: PublishTools, key: AccountKey): Promise<void> {
  const token = randomUUID();
  const own = await lease(tools.db, key, token, tools.policy.leaseMs);
  if (!own) return;
  const renewal = setInterval(() => {
    renew(tools.db, key, token, tools.policy.leaseMs).catch(() => {
      // Without renewal the lease runs out and the next claim is refused: nothing to do here.
    });
  }, tools.policy.leaseMs / 4);
  let idleUntil: Date | null = null;
  try {
    const account = { ...(await openAccount(tools, own)), leaseToken: token };
    await interruptDeserted(tools, key);
    if (await probeAccount(tools, account)) idleUntil = await workLine(tools, account);
  } catch (error) {
    if (!isConnectionError(error)) await restBroken(tools, own, token, error);
    throw error;
  } finally {
    clearInterval(renewal);
    await giveBack(tools.db, key, token, idleUntil);
  }
}

/**
 * Something of this account cannot be worked on (a secret that does not open, a bug of ours). Without a rest it would be
 * taken up again at every sweep, and nobody would see it; the name of the error is all that is sure to hold no secret.
 */
async function restBroken(
  tools: PublishTools,
  own: PublishingAccount,
  leaseToken: string,
  error: unknown,
): Promise<void> {
  if (own.standing.state === "off") return;
  const detail = error instanceof Error ? error.name : "";
  const trouble = { reason: "unexplained", detail };
  const standing = rest(own.standing, trouble, tools.clock.now(), tools.policy, tools.chance());
  await saveStanding(tools.db, own, standing, leaseToken);
}

/** We hold the line, so whatever is still "sending" on it was left by a process that is gone or lost its lease. */
async function interruptDeserted(tools: PublishTools, key: AccountKey): Promise<void> {
  const now = tools.clock.now();
  for (const publication of await findSending(tools.db, key)) {
    if (publication.attemptId) await endInterrupted(tools.db, key.authorityId, publication.attemptId, now);
    await saveStep(tools.db, publication, "sending", interrupt(publication, now, tools.policy));
    tools.log.warn(
      { ...key, publicationId: publication.id },
      "a publication was left in the middle of a call",
    );
  }
}

/** Gives the moment before which nothing can be done on the line; null when that depends on what comes. */
async function workLine(tools: PublishTools, account: ReadyAccount): Promise<Date | null> {
  let amended = 0;
  while (!tools.stopping.aborted) {
    const now = tools.clock.now();
    const line = await readLine(tools.db, account.own, now, lineAtOnce);
    const isNewsTurn = amended >= amendmentsAtOnce && line.length > 0;
    const amendment = isNewsTurn ? undefined : await findDueAmendment(tools.db, account.own, now);
    await tools.reached?.("line read");
    const end = await workOffLine(tools, account, line, amendment);
    amended = amendment ? amended + 1 : 0;
    // With nothing new to be done, what was left aside has its turn.
    if (end !== "read again" && !isNewsTurn) return end;
    if (tools.giveWay?.()) return null;
  }
  return null;
}
