import type { Kysely } from "kysely";
import type { Listening } from "../channels/conversing.ts";
import type { AnyChannel, StoredSettings } from "../channels/registry.ts";
import { type AppKey, findNetworkApp } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import { findAccounts, forChannel, type PublishingAccount } from "../publishing/account-store.ts";

export interface AppTools {
  db: Kysely<Schema>;
  vault: Vault;
  channels: Record<string, AnyChannel>;
}

export interface KnownApps {
  /** The apps whose word counts at this address: any of them may have signed. Secret: not to be logged. */
  of(key: AppKey): Promise<StoredSettings[]>;
  /** The same as they stand at this moment. */
  now(key: AppKey): Promise<StoredSettings[]>;
}

/**
 * Deliveries come by the hundred a second; an app changes once a year. For so long after it the old secret counts and the
 * new one does not, and what is refused meanwhile is sent again.
 */
const freshForMs = 5_000;

/**
 * The app of an authority, and those that its accounts' own settings name. They are looked up every few seconds only. An
 * address that has none is not remembered, so that made-up addresses fill no memory.
 */
export function openKnownApps(tools: AppTools): KnownApps {
  const found = new Map<string, { until: number; apps: Promise<StoredSettings[]> }>();

  function lookUp(key: AppKey): Promise<StoredSettings[]> {
    const name = JSON.stringify([key.authorityId, key.channel]);
    const apps = findApps(tools, key);
    const forget = () => {
      if (found.get(name)?.apps === apps) found.delete(name);
    };
    found.set(name, { until: performance.now() + freshForMs, apps });
    apps.then((all) => all.length === 0 && forget(), forget);
    return apps;
  }

  return {
    of(key) {
      const known = found.get(JSON.stringify([key.authorityId, key.channel]));
      return known && performance.now() < known.until ? known.apps : lookUp(key);
    },
    now: lookUp,
  };
}

async function findApps(tools: AppTools, key: AppKey): Promise<StoredSettings[]> {
  const listening = tools.channels[key.channel]?.listening;
  if (!listening) return [];
  const ofAuthority = await findNetworkApp(tools.db, tools.vault, key);
  const ofAccounts = await findAppsOfAccounts(tools, key, listening);
  return ofAuthority ? [ofAuthority, ...ofAccounts] : ofAccounts;
}

async function findAppsOfAccounts(
  { db, vault }: AppTools,
  key: AppKey,
  listening: Listening<StoredSettings, StoredSettings>,
): Promise<StoredSettings[]> {
  const accounts = await findAccounts(db, key.authorityId);
  const apps = accounts
    .filter(({ channel, standing }) => channel === key.channel && standing.state !== "off")
    .map((account) => appOf(account, vault, listening))
    .filter((app) => app !== undefined);
  return [...new Map(apps.map((app) => [JSON.stringify(app), app])).values()];
}

/** An account that nobody has connected yet, or whose secrets do not open, is told of elsewhere: the others are heard. */
function appOf(
  account: PublishingAccount,
  vault: Vault,
  listening: Listening<StoredSettings, StoredSettings>,
): StoredSettings | undefined {
  try {
    return listening.appOf(forChannel(account, vault).settings);
  } catch {
    return undefined;
  }
}
