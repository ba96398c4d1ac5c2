import type { ActTools } from "./act-tools.ts";
import { isSendableAgain, sendAgain as sentAgain } from "./in-a-persons-hands.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";
import { findPublication } from "./stopped-store.ts";

/**
 * A person wants a refused publication tried again, having mended the cause; its account is woken in the same
 * transaction. False when it was not refused (any more) or was dismissed, and nothing is changed.
 */
export async function sendAgain(tools: ActTools, key: { authorityId: string; id: string }): Promise<boolean> {
  return await tools.db.transaction().execute(async (trx) => {
    const refused = await findPublication(trx, key);
    if (!refused || !isSendableAgain(refused)) return false;
    if (!(await saveStep(trx, key, "refused", sentAgain(refused, tools.clock.now())))) return false;
    const { authorityId, accountId } = refused;
    await tools.queue.add(trx, "advance-account", { authorityId, accountId });
    await noteAct(tools, trx, key, "send-again");
    return true;
  });
}
