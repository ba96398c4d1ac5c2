import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import { type AccountKey, appColumns, type PublishingAccount, toAccount } from "./account-store.ts";

/**
 * Takes the account's line for one worker, or gives undefined when another worker has it. Times of leases are the
 * database's own, so that workers with different clocks agree.
 */
export async function lease(
  db: Kysely<Schema>,
  key: AccountKey,
  token: string,
  leaseMs: number,
): Promise<PublishingAccount | undefined> {
  const row = await db
    .updateTable("account")
    .set({
      lease_token: token,
      lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`,
    })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where((eb) =>
      eb.or([eb("lease_until", "is", null), eb("lease_until", "<", sql<Date>`clock_timestamp()`)]),
    )
    .returningAll()
    .returning(appColumns)
    .executeTakeFirst();
  return row && toAccount(row);
}

/** Keeps a lease that is still ours; never takes one that was given back or lost meanwhile. */
export async function renew(
  db: Kysely<Schema>,
  key: AccountKey,
  token: string,
  leaseMs: number,
): Promise<void> {
  await db
    .updateTable("account")
    .set({ lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})` })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where("lease_token", "=", token)
    .execute();
}

/** Takes a line from whoever works on it, whose next claim is refused; and has it looked at. */
export const lineTaken = { lease_token: null, lease_until: null, idle_until: null };

/** Gives the line back, with the moment before which nobody need look at it; harmless when it is no longer ours. */
export async function giveBack(
  db: Kysely<Schema>,
  key: AccountKey,
  token: string,
  idleUntil: Date | null,
): Promise<void> {
  await db
    .updateTable("account")
    .set({ ...lineTaken, idle_until: idleUntil })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where("lease_token", "=", token)
    .execute();
}
