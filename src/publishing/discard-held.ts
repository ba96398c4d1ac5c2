import type { ActTools } from "./act-tools.ts";
import { discard } from "./in-a-persons-hands.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";
import { findHeld } from "./stopped-store.ts";

/**
 * A person dismisses everything that is held for one reason, all or nothing, in one transaction. Gives how many were
 * dismissed.
 */
export async function discardHeld(
  tools: Omit<ActTools, "queue">,
  authorityId: string,
  reason: string,
): Promise<number> {
  return await tools.db.transaction().execute(async (trx) => {
    let count = 0;
    for (const held of await findHeld(trx, authorityId, reason)) {
      if (await saveStep(trx, held, "held", discard(held, tools.clock.now()))) count += 1;
    }
    if (count > 0) await noteAct(tools, trx, { authorityId, id: reason }, "dismiss-all", { count });
    return count;
  });
}
