import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import { type StoppedPublication, toStopped } from "./stopped-store.ts";

/** All that has not left and is not uncertain, of every authority. */
export async function findHoldable(trx: Transaction<Schema>): Promise<StoppedPublication[]> {
  const rows = await trx
    .selectFrom("publication")
    .selectAll()
    .where("state", "in", ["planned", "preparing", "due", "waiting", "held"])
    .execute();
  return rows.map(toStopped);
}

/**
 * Stopped sources as well, since they may be taken up again. Only what pushes is left out: see push-items.ts for why it
 * needs no mark.
 */
export async function markSourcesRestored(trx: Transaction<Schema>, now: Date): Promise<void> {
  await trx.updateTable("source").set({ restored_at: now }).where("kind", "<>", "push").execute();
}
