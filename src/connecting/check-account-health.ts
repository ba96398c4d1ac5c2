import { VaultError } from "../platform/vault.ts";
import { notConnected, type Standing } from "../publishing/account.ts";
import {
  type AccountKey,
  findAccount,
  type PublishingAccount,
  saveStandingIfUnchanged,
} from "../publishing/account-store.ts";
import { openAccount } from "../publishing/open-account.ts";
import { missingAfterLook, standingAfterLook, tellingOf } from "./account-health.ts";
import type { ConnectTools } from "./connect-tools.ts";
import type { ConnectingReason } from "./explain.ts";
import { findHealth, type KnownHealth, saveHealth } from "./health-store.ts";
import { keepSubscribed } from "./keep-subscribed.ts";
import { forgetOldLogins } from "./login-store.ts";
import {
  type AccountLook,
  appOf,
  type LookedAt,
  lookAtAccount,
  subscriptionMissing,
} from "./look-at-account.ts";

const sealed = "sealed" satisfies ConnectingReason;

/** "not-now": there is nothing to look at (off, never connected, gone), or the network asked for a pause. */
export type HealthLook = "looked" | "not-now";

/**
 * Looks one account over, mends what we can mend ourselves, and draws the consequences: a dead token disconnects it, a
 * healthy one connects it again and what waited goes out. Each trouble is told once while it lasts.
 */
export async function checkAccountHealth(tools: ConnectTools, key: AccountKey): Promise<HealthLook> {
  const now = tools.clock.now();
  await forgetOldLogins(tools.db, key.authorityId, now);
  const own = await findAccount(tools.db, key);
  const known = await findHealth(tools.db, key);
  if (!own || !known || !mayBeAsked(own.standing, now)) return "not-now";
  const look = await lookAndMend(tools, own, known);
  const { checks } = look;
  const telling = tellingOf(checks, known.told);
  const missing = missingAfterLook(known.health, known.healthAt === null, look.missing);
  if (!(await saveHealth(tools.db, own, { checks, ...missing }, telling.told, tools.clock.now())))
    return "looked";
  for (const { name, reason } of telling.news) {
    tools.log.warn({ ...key, check: name, reason }, "an account needs somebody");
  }
  // Its line finds the same and rests (advance-account.ts); no network was asked anything.
  if (checks.some((check) => check.reason === sealed)) return "looked";
  await draw(tools, own, standingAfterLook(own.standing, checks, tools.clock.now(), tools.policy));
  return "looked";
}

/** Calling while a network throttles lengthens the block, so its pause holds for us too. */
function mayBeAsked({ state, reason, restUntil }: Standing, now: Date): boolean {
  if (state === "off" || reason === notConnected) return false;
  return state !== "resting" || restUntil === null || restUntil <= now;
}

async function lookAndMend(
  tools: ConnectTools,
  own: PublishingAccount,
  known: KnownHealth,
): Promise<AccountLook> {
  const account = await openOrSealed(tools, own);
  if (account === "sealed") {
    return { checks: [{ name: "token", state: "fault", reason: sealed, detail: "" }], missing: undefined };
  }
  const look = await lookAtAccount(account, tools.publicUrl);
  if (!look.checks.some((check) => check.reason === subscriptionMissing)) return look;
  const { authorityId, accountId } = own;
  tools.log.info({ authorityId, accountId }, "the network no longer tells of an account; subscribing again");
  const mended = await keepSubscribed(account, tools.publicUrl, known);
  const others = look.checks.filter((check) => check.reason !== subscriptionMissing);
  return { ...look, checks: mended ? [...others, mended] : others };
}

async function openOrSealed(tools: ConnectTools, own: PublishingAccount): Promise<LookedAt | "sealed"> {
  try {
    const account = await openAccount(tools, own);
    return { ...account, app: appOf(own, account, tools.vault) };
  } catch (error) {
    if (error instanceof VaultError) return "sealed";
    throw error;
  }
}

async function draw(
  tools: ConnectTools,
  own: PublishingAccount,
  standing: Standing | undefined,
): Promise<void> {
  if (!standing) return;
  const { authorityId, accountId } = own;
  await tools.db.transaction().execute(async (trx) => {
    // Whoever holds the line may have learned more meanwhile.
    if (!(await saveStandingIfUnchanged(trx, own, standing))) return;
    if (standing.state !== "active") return;
    await tools.queue.add(trx, "advance-account", { authorityId, accountId });
    tools.log.info({ authorityId, accountId }, "an account works again; what was waiting goes out");
  });
}
