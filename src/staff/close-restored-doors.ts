import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";

/**
 * A backup was put in: it may remember sessions that were ended since, and links that were used. Nobody is signed in and
 * no link is open; passwords and second factors are those of the backup.
 *
 * Runs in the transaction that restores, so that nobody ever comes in by one of them.
 */
export async function closeRestoredDoors(trx: Transaction<Schema>, now: Date): Promise<void> {
  await trx.deleteFrom("staff_session").execute();
  await trx.updateTable("staff_link").set({ used_at: now }).where("used_at", "is", null).execute();
}
