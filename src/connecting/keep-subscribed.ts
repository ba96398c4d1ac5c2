import type { HealthCheck } from "../channels/channel.ts";
import { callbackAddress } from "../conversing/callback-address.ts";
import type { AccountHealth } from "./account-health.ts";
import type { ConnectingReason } from "./explain.ts";
import type { KnownHealth } from "./health-store.ts";
import { type LookedAt, lookAtSubscription } from "./look-at-account.ts";

const name = "subscription";
/** Of a check that is well because we made it so: gone again an hour later, it does not hold. */
const renewed = "renewed";

/**
 * Makes a network that no longer tells us of the account do so again; gives how it stands after that. Networks stop
 * after failures of ours, so most of the time once is enough.
 */
export async function keepSubscribed(
  account: LookedAt,
  publicUrl: string,
  { health, healthAt }: KnownHealth,
): Promise<HealthCheck | undefined> {
  const { channel, remote, app, own } = account;
  if (!channel.listening || !app) return undefined;
  const made = await channel.listening.subscribe(app, remote, callbackAddress(publicUrl, own));
  if (made.kind === "reconnect") {
    return { name, state: "warning", reason: made.reason, detail: made.detail };
  }
  // The channel's words for a network in trouble speak of posts; here nothing waits but the next try.
  if (made.kind === "refused" || made.kind === "retry") {
    const reason: ConnectingReason = "subscription-refused";
    return { name, state: "warning", reason, detail: `${made.reason}: ${made.detail}` };
  }
  const after = await lookAtSubscription(account, publicUrl);
  if (after?.state !== "ok") return after;
  const unsteady: ConnectingReason = "subscription-unsteady";
  // The first time it is not renewed but made.
  if (healthAt === null) return after;
  return wasRenewed(health)
    ? { name, state: "warning", reason: unsteady, detail: "" }
    : { name, state: "ok", reason: renewed, detail: "" };
}

function wasRenewed({ checks }: AccountHealth): boolean {
  const check = checks.find((one) => one.name === name);
  return check?.reason === renewed || check?.reason === ("subscription-unsteady" satisfies ConnectingReason);
}
