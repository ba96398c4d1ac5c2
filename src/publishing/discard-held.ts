import { discard } from "./in-a-persons-hands.ts";
import { saveStep } from "./publication-store.ts";
import type { ActTools } from "./release-publication.ts";
import { findHeld } from "./stopped-store.ts";

/**
 * A person dismisses everything that is held for one reason, all or nothing, in one transaction. Gives how many were
 * dismissed.
 */
export async function discardHeld(
  { db, clock }: Pick<ActTools, "db" | "clock">,
  authorityId: string,
  reason: string,
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    let count = 0;
    for (const held of await findHeld(trx, authorityId, reason)) {
      if (await saveStep(trx, held, "held", discard(held, clock.now()))) count += 1;
    }
    return count;
  });
}
