import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import type { AnsweringAccount } from "../../conversing/open-listener.ts";
import type { Schema } from "../../database/schema.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { type DecisionAction, decided, isMeasure, plans } from "./decision.ts";
import { newDecisionCode } from "./decision-code.ts";
import { insertDecision, type KeptDecision } from "./decision-store.ts";
import { giveNotice } from "./give-notice.ts";

/** What a decision is about; of one that follows another, what that was about. */
export type Subject = Pick<
  KeptDecision,
  | "authorityId"
  | "accountId"
  | "channel"
  | "messageId"
  | "target"
  | "isPrivate"
  | "rule"
  | "seenAt"
  | "evidence"
  | "evidenceHash"
  | "personHash"
  | "personSealed"
>;

export interface Entered {
  action: DecisionAction;
  why: string;
  by: string | null;
  follows?: string;
  endsAt?: Date;
}

const dayMs = 86_400_000;

/** The row of a decision, its entry in the trail and, where it is told at once, its notice; the calls come after. */
export async function enterDecision(
  tools: ModerateTools,
  trx: Transaction<Schema>,
  account: AnsweringAccount,
  subject: Subject,
  { action, why, by, follows, endsAt }: Entered,
): Promise<KeptDecision> {
  const now = tools.clock.now();
  const { reviewWithinDays } = account.listener.authority.settings.moderation;
  const { tells } = plans[action];
  const decision: KeptDecision = {
    ...subject,
    ...decided(action, now),
    id: randomUUID(),
    code: newDecisionCode(),
    why: why.trim(),
    isAutomatic: by === null,
    decidedBy: by,
    follows: follows ?? null,
    endsAt: endsAt ?? null,
    personSealed: action === "block" || action === "unblock" ? subject.personSealed : null,
    notice: tells === "never" ? "none" : "wanted",
    noticeReplyId: null,
    reviewUntil: isMeasure(action) ? new Date(now.getTime() + reviewWithinDays * dayMs) : null,
  };
  await insertDecision(trx, decision);
  const { authorityId, accountId, rule, evidenceHash } = decision;
  await recordAct(trx, {
    authorityId,
    at: now,
    by,
    act: `decided-${action}`,
    subject: decision.id,
    detail: { rule: rule?.number, version: rule?.version, evidenceHash, follows, target: decision.target },
  });
  if (tells === "at-once") await giveNotice(tools, trx, account, decision);
  await tools.queue.add(trx, "carry-out-decisions", { authorityId, accountId });
  return decision;
}
