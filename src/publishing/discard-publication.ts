import { discard, isDiscardable } from "./in-a-persons-hands.ts";
import { saveStep } from "./publication-store.ts";
import type { ActTools } from "./release-publication.ts";
import { findPublication } from "./stopped-store.ts";

/**
 * A person dismisses one held or refused publication for good. False when it was neither (any more): somebody was faster,
 * and nothing is changed.
 */
export async function discardPublication(
  { db, clock }: Pick<ActTools, "db" | "clock">,
  key: { authorityId: string; id: string },
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const stopped = await findPublication(trx, key);
    if (!stopped || !isDiscardable(stopped)) return false;
    return await saveStep(trx, key, stopped.state, discard(stopped, clock.now()));
  });
}
