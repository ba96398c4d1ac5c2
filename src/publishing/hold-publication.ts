import type { ActTools } from "./act-tools.ts";
import { byHand, hold, isHoldable } from "./in-a-persons-hands.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";
import { findPublication } from "./stopped-store.ts";

/** What became of a person's wish to keep a publication back. */
export type HoldEnd =
  | "held"
  /** It is being sent, may have appeared, or stands on the Page: nothing is changed. */
  | "already-left"
  /** There is no such publication, or it was held or refused before: nothing is changed. */
  | "nothing";

/**
 * A person keeps back one publication that would leave by itself. Of this and the claim that sends it, whichever is
 * committed first counts: the claim finds another state and sends nothing, or this finds it under way.
 */
export async function holdPublication(
  tools: Omit<ActTools, "queue">,
  key: { authorityId: string; id: string },
): Promise<HoldEnd> {
  return await tools.db.transaction().execute(async (trx) => {
    const found = await findPublication(trx, key);
    if (!found || found.state === "held" || found.state === "refused") return "nothing";
    if (!isHoldable(found)) return "already-left";
    if (!(await saveStep(trx, key, found.state, hold(found, byHand)))) return "nothing";
    await noteAct(tools, trx, key, "hold");
    return "held";
  });
}
