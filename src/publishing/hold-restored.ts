import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import { stopRestoredEdits } from "./amendment-store.ts";
import { hold, isHoldable, restored } from "./in-a-persons-hands.ts";
import { saveStep } from "./publication-store.ts";
import { findHoldable, markSourcesRestored } from "./restored-store.ts";

/**
 * A backup was put in: what was about to leave when it was made may be on the Page since, so all of it waits for a
 * person, and so will whatever the first look at each source finds new. What was held then may have been released since
 * and says so too. Uncertain ones are looked for on the Page as ever, and those in the middle of a call become so.
 *
 * Runs in the transaction that restores: no worker may ever see the rows without it. Gives how many are held.
 */
export async function holdRestored(trx: Transaction<Schema>, now: Date): Promise<number> {
  let count = 0;
  for (const publication of await findHoldable(trx)) {
    if (!isHoldable(publication)) continue;
    if (await saveStep(trx, publication, publication.state, hold(publication, restored))) count += 1;
  }
  await stopRestoredEdits(trx);
  await markSourcesRestored(trx, now);
  return count;
}
