import type { Kysely } from "kysely";
import type { AppKey } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import type { Clock } from "../platform/clock.ts";
import { disconnect } from "../publishing/account.ts";
import { findAccount, saveStanding } from "../publishing/account-store.ts";
import type { PublishingPolicy } from "../publishing/policy.ts";
import { findAccountsConnectedBy } from "./connected-by-store.ts";

export interface DisconnectTools {
  db: Kysely<Schema>;
  clock: Clock;
  policy: PublishingPolicy;
}

/** The reason of accounts whose person took the login back at the network; the words are the desk's. */
export const loginWithdrawn = "login-withdrawn";

/**
 * Disconnects the accounts that rest on a person's login, who has taken it back at the network: their lines wait, nothing
 * is lost, and the desk says who has to do what. Gives how many. The caller has proved that the network says so.
 */
export async function disconnectPerson(
  tools: DisconnectTools,
  key: AppKey,
  personId: string,
): Promise<number> {
  const accounts = await findAccountsConnectedBy(tools.db, key, personId);
  for (const account of accounts) {
    const found = await findAccount(tools.db, account);
    if (!found) continue;
    const trouble = { reason: loginWithdrawn, detail: "" };
    const standing = disconnect(found.standing, trouble, tools.clock.now(), tools.policy);
    await saveStanding(tools.db, account, standing);
  }
  return accounts.length;
}
