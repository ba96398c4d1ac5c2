import { findAuthorities } from "../../authority/authority-store.ts";
import type { HealthCheck } from "../../channels/channel.ts";
import type { MissingRight } from "../../channels/connecting.ts";
import { appOf, lookAtAccount } from "../../connecting/look-at-account.ts";
import type { Installation } from "../../installation.ts";
import { VaultError } from "../../platform/vault.ts";
import { notConnected } from "../../publishing/account.ts";
import { findAccounts, forChannel, type PublishingAccount } from "../../publishing/account-store.ts";
import type { Check } from "./check.ts";

/**
 * Asks the network about every account what the hourly look asks: token, permissions, Page, expiry, subscription.
 * Nothing is published and nothing mended.
 */
export async function examineAccounts(installation: Installation): Promise<Check[]> {
  const { database } = installation;
  const authorities = await findAuthorities(database.db);
  const all = await Promise.all(authorities.map((authority) => findAccounts(database.db, authority.id)));
  const accounts = all.flat().filter((account) => account.standing.state !== "off");
  if (accounts.length === 0) return [{ part: "account", state: "warning", code: "no-account", facts: {} }];
  return (await Promise.all(accounts.map((account) => examineOne(installation, account)))).flat();
}

async function examineOne(installation: Installation, account: PublishingAccount): Promise<Check[]> {
  const { channels, vault, config } = installation;
  const common = { part: "account", subject: `${account.authorityId}/${account.accountId}` } as const;
  const channel = channels[account.channel];
  if (!channel) {
    const facts = { channel: account.channel };
    return [{ ...common, state: "fault", code: "account-no-channel", facts }];
  }
  const { reason } = account.standing;
  if (reason === notConnected) {
    const facts = { what: "token", detail: "" };
    return [
      {
        ...common,
        state: "warning",
        code: "account-trouble",
        facts,
        explainedBy: { channel: channel.kind, reason },
      },
    ];
  }
  try {
    const remote = forChannel(account, vault);
    const app = appOf(account, { channel, remote }, vault);
    const publicAddress = config.publicUrl ?? (config.isDemo ? installation.publicUrl : undefined);
    const look = await lookAtAccount({ own: account, channel, remote, app }, publicAddress);
    return [
      ...look.checks.map((one) => ({ ...common, ...told(one, account) })),
      ...(look.missing ?? []).map((one) => ({ ...common, ...toldMissing(one, account) })),
    ];
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    return [{ ...common, state: "fault", code: "account-sealed", facts: {} }];
  }
}

function told(one: HealthCheck, account: PublishingAccount): Omit<Check, "part" | "subject"> {
  const facts = { what: one.name, detail: one.detail };
  if (one.state === "ok") return { state: "ok", code: "account-ok", facts };
  const explainedBy = { channel: account.channel, reason: one.reason ?? "unknown" };
  return { state: one.state, code: "account-trouble", facts, explainedBy };
}

function toldMissing(
  { name }: MissingRight,
  { channel }: PublishingAccount,
): Omit<Check, "part" | "subject"> {
  const facts = { what: "permissions", detail: name };
  return { state: "warning", code: "account-trouble", facts, explainedBy: { channel, missing: name } };
}
