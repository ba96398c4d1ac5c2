import type { Transaction } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import { type AnsweringAccount, openListener } from "../../conversing/open-listener.ts";
import type { Schema } from "../../database/schema.ts";
import { lockDeciding } from "../deciding/decided-message-store.ts";
import { findDecision, type KeptDecision } from "../deciding/decision-store.ts";
import { enterDecision } from "../deciding/enter-decision.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { seeAlertAbout } from "../recognising/alert-store.ts";
import { lockReview, type ReviewOutcome, saveReviewed } from "./review-store.ts";

export interface JudgedReview {
  authorityId: string;
  reviewId: string;
  by: string;
  outcome: ReviewOutcome;
  /** In words for whoever asked; ten letters at least. */
  why: string;
  /** Of "partly": whether what was taken is given back. */
  givesBack?: boolean;
}

export type JudgeResult =
  /** `follow`: the decision that gives back what was taken; null where nothing is, or nothing can be. */
  | { kind: "judged"; follow: string | null }
  /** Nobody judges their own decision. */
  | { kind: "own-decision" }
  | { kind: "judged-already"; by: string | null }
  | { kind: "reason-too-short" }
  | { kind: "account-off" }
  | { kind: "gone" };

const lettersMin = 10;

/** Decides a review, by another person than who decided first; what is overturned is given back by a decision of its own. */
export async function decideReview(tools: ModerateTools, judged: JudgedReview): Promise<JudgeResult> {
  if (judged.why.trim().length < lettersMin) return { kind: "reason-too-short" };
  const { authorityId } = judged;
  return await tools.db.transaction().execute(async (trx) => {
    const review = await lockReview(trx, judged);
    const decision = review && (await findDecision(trx, { authorityId, decisionId: review.decisionId }));
    if (!review || !decision) return { kind: "gone" };
    if (review.outcome) return { kind: "judged-already", by: review.decidedBy };
    if (review.firstBy === judged.by) return { kind: "own-decision" };
    const givesBack = judged.outcome === "overturned" || (judged.outcome === "partly" && judged.givesBack);
    const account = await openListener(tools, decision);
    if (givesBack && !account) return { kind: "account-off" };
    const follow = givesBack && account ? await giveBack(tools, trx, account, decision, judged) : null;
    const { outcome, why: reason, by } = judged;
    const at = tools.clock.now();
    await saveReviewed(trx, judged, { outcome, reason, by, at, follow });
    const alert = { authorityId, kind: "review-asked", subject: decision.id };
    await seeAlertAbout(trx, alert, { by, at });
    await recordAct(trx, {
      authorityId,
      at,
      by,
      act: `review-${outcome}`,
      subject: decision.id,
      detail: { follow },
    });
    return { kind: "judged", follow };
  });
}

/** What was deleted cannot come back, and a warning was words. */
async function giveBack(
  tools: ModerateTools,
  trx: Transaction<Schema>,
  account: AnsweringAccount,
  decision: KeptDecision,
  { by, why }: JudgedReview,
): Promise<string | null> {
  const action =
    decision.action === "hide"
      ? ("unhide" as const)
      : decision.action === "block"
        ? ("unblock" as const)
        : undefined;
  if (!action || decision.messageId === null) return null;
  await lockDeciding(trx, { authorityId: decision.authorityId, messageId: decision.messageId });
  const { id } = await enterDecision(tools, trx, account, decision, {
    action,
    why,
    by,
    follows: decision.id,
  });
  return id;
}
