import type { ActTools } from "./act-tools.ts";
import { dropStoppedWish } from "./amendment-store.ts";
import { noteAct } from "./note-act.ts";

/**
 * A person leaves a post as it is, after the network refused what it was to become. False when nothing was refused (any
 * more): a wish that is under way cannot be taken back, since its call may have acted.
 */
export async function dropWish(
  tools: Omit<ActTools, "queue">,
  key: { authorityId: string; id: string },
): Promise<boolean> {
  return await tools.db.transaction().execute(async (trx) => {
    if (!(await dropStoppedWish(trx, key))) return false;
    await noteAct(tools, trx, key, "leave-as-it-is");
    return true;
  });
}
