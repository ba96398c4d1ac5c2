import type { AnyChannel } from "../channels/registry.ts";
import type { ActTools } from "./act-tools.ts";
import { answerWish, type Impossible, type Wish } from "./amendment.ts";
import { findForWish, saveWish } from "./amendment-store.ts";
import { withdraw } from "./in-a-persons-hands.ts";
import { noteAct } from "./note-act.ts";
import { saveStep } from "./publication-store.ts";

/** What wishes about posts work with. */
export interface WishTools extends ActTools {
  channels: Record<string, Pick<AnyChannel, "formats">>;
}

/** What became of a wish. */
export type WishEnd =
  /** Committed; the account's line carries it out. */
  | { kind: "wanted" }
  /** It had not left, and now never will. */
  | { kind: "discarded" }
  /** There is no such publication, or it is as wanted. */
  | { kind: "nothing" }
  | { kind: "impossible"; reason: Impossible };

/** Commits what a post is to become; its account is woken in the same transaction. */
export async function keepWish(
  tools: WishTools,
  key: { authorityId: string; id: string },
  wish: Wish,
): Promise<WishEnd> {
  const { db, queue, clock, channels } = tools;
  return await db.transaction().execute(async (trx) => {
    const found = await findForWish(trx, key);
    if (!found) return { kind: "nothing" };
    const now = clock.now();
    const needs = channels[found.channel]?.formats[found.format];
    const answer = answerWish(wish, { publication: found, standing: found.standing }, needs, now);
    switch (answer.kind) {
      case "nothing":
      case "impossible":
        return answer;
      case "discard":
        if (!(await saveStep(trx, key, found.state, withdraw(found, now)))) return { kind: "nothing" };
        await noteAct(tools, trx, key, "withdraw");
        return { kind: "discarded" };
      case "wanted": {
        if (!(await saveWish(trx, key, answer.amending))) return { kind: "nothing" };
        const { authorityId, accountId } = found;
        await queue.add(trx, "advance-account", { authorityId, accountId });
        await noteAct(tools, trx, key, wish.kind === "remove" ? "take-off" : "edit");
        return { kind: "wanted" };
      }
    }
  });
}
