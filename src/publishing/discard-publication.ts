import type { ActTools } from "./act-tools.ts";
import { discard, isDiscardable } from "./in-a-persons-hands.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";
import { findPublication } from "./stopped-store.ts";

/**
 * A person dismisses one held or refused publication for good. False when it was neither (any more): somebody was faster,
 * and nothing is changed.
 */
export async function discardPublication(
  tools: Omit<ActTools, "queue">,
  key: { authorityId: string; id: string },
): Promise<boolean> {
  return await tools.db.transaction().execute(async (trx) => {
    const stopped = await findPublication(trx, key);
    if (!stopped || !isDiscardable(stopped)) return false;
    if (!(await saveStep(trx, key, stopped.state, discard(stopped, tools.clock.now())))) return false;
    await noteAct(tools, trx, key, "dismiss");
    return true;
  });
}
