import type { ActTools } from "./act-tools.ts";
import { hasten, isHastenable, isHoldable } from "./in-a-persons-hands.ts";
import { moveToHead } from "./line-store.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";
import { findPublication } from "./stopped-store.ts";

/** What became of a person's wish that a publication leave now. */
export type PublishNowEnd =
  /** It is the first of its line and leaves as soon as the pace of its account allows. */
  | "hastened"
  /** It is being sent, may have appeared, or stands on the Page: nothing is changed. */
  | "already-left"
  /**
   * It is none that leaves at its own turn (any more): nothing is changed. Nor is what a colleague has just held, which
   * whoever pressed this cannot have known.
   */
  | "nothing";

/**
 * A person wants one publication to be the next that its account sends; the account is woken in the same transaction.
 * The gap between posts, the quiet hours and the posts a day stay as they are: they were promised to followers, and one
 * person in a hurry does not know what else has left today.
 */
export async function publishNow(
  tools: ActTools,
  key: { authorityId: string; id: string },
): Promise<PublishNowEnd> {
  return await tools.db.transaction().execute(async (trx) => {
    const found = await findPublication(trx, key);
    if (!found || found.state === "refused") return "nothing";
    if (!isHastenable(found)) return isHoldable(found) ? "nothing" : "already-left";
    if (!(await saveStep(trx, key, found.state, hasten(found, tools.clock.now())))) return "nothing";
    const { authorityId, accountId } = found;
    await moveToHead(trx, { authorityId, accountId, id: key.id });
    await tools.queue.add(trx, "advance-account", { authorityId, accountId });
    await noteAct(tools, trx, key, "publish-now");
    return "hastened";
  });
}
