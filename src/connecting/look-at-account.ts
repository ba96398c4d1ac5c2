import type { HealthCheck } from "../channels/channel.ts";
import type { MissingRight } from "../channels/connecting.ts";
import type { StoredSettings } from "../channels/registry.ts";
import { callbackAddress } from "../conversing/callback-address.ts";
import type { Vault } from "../platform/vault.ts";
import type { PublishingAccount } from "../publishing/account-store.ts";
import type { OpenAccount } from "../publishing/open-account.ts";
import type { ConnectingReason } from "./explain.ts";
import { openApp } from "./network-app-store.ts";

/** An account opened for a look, with the app it belongs to where it is known. */
export interface LookedAt extends Pick<OpenAccount, "own" | "channel" | "remote"> {
  app: StoredSettings | undefined;
}

export interface AccountLook {
  checks: HealthCheck[];
  /** Rights its token lacks; undefined where that could not be asked. */
  missing: MissingRight[] | undefined;
}

/**
 * Looks an account over without changing anything there: its token, its rights, whether the network tells us of it.
 * Without a public address it has nowhere to tell us, and is not asked.
 */
export async function lookAtAccount(account: LookedAt, publicUrl: string | undefined): Promise<AccountLook> {
  const { channel, remote } = account;
  const checks = await channel.checkHealth(remote);
  // With a token that is not well, all further answers would be the same refusal.
  if (!checks.every((check) => check.state !== "fault" && (check.name !== "page" || check.state === "ok"))) {
    return { checks, missing: undefined };
  }
  const subscription = publicUrl && (await lookAtSubscription(account, publicUrl));
  return {
    checks: subscription ? [...checks, subscription] : checks,
    missing: await missingRights(account),
  };
}

/** Whether the network tells us what happens on the account; undefined where it never does, or no app is known. */
export async function lookAtSubscription(
  { own, channel, remote, app }: LookedAt,
  publicUrl: string,
): Promise<HealthCheck | undefined> {
  if (!channel.listening || !app) return undefined;
  const name = "subscription";
  const found = await channel.listening.isSubscribed(app, remote, callbackAddress(publicUrl, own));
  switch (found.kind) {
    case "subscribed":
      return { name, state: "ok", detail: "" };
    case "missing":
      return { name, state: "warning", reason: subscriptionMissing, detail: found.detail };
    case "no-answer":
      return { name, state: "warning", reason: unasked, detail: `${found.reason}: ${found.detail}` };
  }
}

const unasked = "subscription-unasked" satisfies ConnectingReason;
export const subscriptionMissing = "subscription-missing" satisfies ConnectingReason;

async function missingRights({ own, channel, remote, app }: LookedAt): Promise<MissingRight[] | undefined> {
  const [obtained = ""] = channel.connecting?.obtainedSettings ?? [];
  const token = remote.settings[obtained];
  if (!channel.connecting || !app || typeof token !== "string") return undefined;
  const found = await channel.connecting.examine(app, token);
  if (found.kind === "failed") return undefined;
  return found.pages.find((page) => page.externalId === own.externalId)?.missing;
}

/** The app an account belongs to: its authority's, else the one its own settings name. Secrets opened. */
export function appOf(
  own: PublishingAccount,
  { channel, remote }: Pick<LookedAt, "channel" | "remote">,
  vault: Vault,
): StoredSettings | undefined {
  return own.app ? openApp(own, own.app, vault) : channel.listening?.appOf(remote.settings);
}
