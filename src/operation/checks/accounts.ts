import { findAuthorities } from "../../authority/authority-store.ts";
import type { HealthCheck } from "../../channels/channel.ts";
import type { Installation } from "../../installation.ts";
import { VaultError } from "../../platform/vault.ts";
import { notConnected } from "../../publishing/account.ts";
import { findAccounts, forChannel, type PublishingAccount } from "../../publishing/account-store.ts";
import type { Check } from "./check.ts";

/** Asks the network about every account: token, permissions, Page, expiry. Nothing is published. */
export async function examineAccounts(installation: Installation): Promise<Check[]> {
  const { database } = installation;
  const authorities = await findAuthorities(database.db);
  const all = await Promise.all(authorities.map((authority) => findAccounts(database.db, authority.id)));
  const accounts = all.flat().filter((account) => account.standing.state !== "off");
  if (accounts.length === 0) return [{ part: "account", state: "warning", code: "no-account", facts: {} }];
  return (await Promise.all(accounts.map((account) => examineOne(installation, account)))).flat();
}

async function examineOne({ channels, vault }: Installation, account: PublishingAccount): Promise<Check[]> {
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
    const health = await channel.checkHealth(forChannel(account, vault));
    return health.map((one) => ({ ...common, ...told(one, account) }));
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
