import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

const triesMax = 6;
const longestPauseMs = 200;

/** PostgreSQL ended one of two that waited for each other, or that changed the same rows: the same again may succeed. */
export function isConflict(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "40001" || code === "40P01";
}

/**
 * A transaction that is tried again when the database ends it in favour of another. The work must do nothing but in its
 * transaction, since it may run several times. Throws what it throws, and the conflict after the last try.
 */
export async function transactAgain<Result>(
  db: Kysely<Schema>,
  work: (trx: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  for (let triesLeft = triesMax - 1; ; triesLeft -= 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!isConflict(error) || triesLeft === 0) throw error;
      // Two that met once are not to meet again.
      await sleep(Math.random() * longestPauseMs);
    }
  }
}
