import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import { goodStanding, notConnected } from "./account.ts";
import { type AccountKey, findAccounts, saveStanding } from "./account-store.ts";

/**
 * A person says that the cause is mended: a resting or disconnected account tries again now, its whole line with it.
 * False when there is no such account or nothing holds it.
 */
export async function resumeAccount(
  db: Kysely<Schema>,
  queue: Pick<Queue, "add">,
  key: AccountKey,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const accounts = await findAccounts(trx, key.authorityId);
    const account = accounts.find((one) => one.accountId === key.accountId);
    if (account?.standing.state !== "resting" && account?.standing.state !== "disconnected") return false;
    // There is nothing to try with: connecting it is what mends it.
    if (account.standing.reason === notConnected) return false;
    await saveStanding(trx, key, goodStanding);
    await queue.add(trx, "advance-account", { authorityId: key.authorityId, accountId: key.accountId });
    return true;
  });
}
