import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Clock } from "../platform/clock.ts";
import { release } from "./in-a-persons-hands.ts";
import { saveStep } from "./publication-store.ts";
import { findPublication } from "./stopped-store.ts";

/** What the acts of a person work with. */
export interface ActTools {
  db: Kysely<Schema>;
  queue: Pick<Queue, "add">;
  clock: Clock;
}

/**
 * A person lets one held publication go; its account is woken in the same transaction. False when it was not held (any
 * more): somebody was faster, and nothing is changed.
 */
export async function releasePublication(
  tools: ActTools,
  key: { authorityId: string; id: string },
): Promise<boolean> {
  return await tools.db.transaction().execute(async (trx) => {
    const held = await findPublication(trx, key);
    if (held?.state !== "held") return false;
    if (!(await saveStep(trx, key, "held", release(held, tools.clock.now())))) return false;
    const { authorityId, accountId } = held;
    await tools.queue.add(trx, "advance-account", { authorityId, accountId });
    return true;
  });
}
