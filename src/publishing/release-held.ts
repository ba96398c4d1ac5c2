import type { ActTools } from "./act-tools.ts";
import { release } from "./in-a-persons-hands.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";
import { findHeld } from "./stopped-store.ts";

/**
 * A person lets everything go that is held for one reason (it came all at once, a backup was restored). All or nothing,
 * in one transaction; posts then leave one after another, at the pace of each account. Gives how many were released.
 */
export async function releaseHeld(tools: ActTools, authorityId: string, reason: string): Promise<number> {
  return await tools.db.transaction().execute(async (trx) => {
    const now = tools.clock.now();
    const accounts = new Set<string>();
    let count = 0;
    for (const held of await findHeld(trx, authorityId, reason)) {
      if (!(await saveStep(trx, held, "held", release(held, now)))) continue;
      accounts.add(held.accountId);
      count += 1;
    }
    for (const accountId of accounts) {
      await tools.queue.add(trx, "advance-account", { authorityId, accountId });
    }
    if (count > 0) await noteAct(tools, trx, { authorityId, id: reason }, "release-all", { count });
    return count;
  });
}
