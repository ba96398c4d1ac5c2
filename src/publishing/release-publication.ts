import type { ActTools } from "./act-tools.ts";
import { release } from "./in-a-persons-hands.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";
import { findPublication } from "./stopped-store.ts";

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
    await noteAct(tools, trx, key, "release");
    return true;
  });
}
