import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { DecisionTable } from "../../database/schema-decisions.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { Carrying } from "./decision.ts";

/** A decision as it is kept. */
export interface KeptDecision extends Carrying, AccountKey {
  id: string;
  code: string;
  channel: string;
  messageId: string | null;
  target: string;
  isPrivate: boolean;
  rule: { number: number; version: number; topic: string } | null;
  why: string;
  isAutomatic: boolean;
  decidedBy: string | null;
  follows: string | null;
  seenAt: Date;
  evidence: unknown;
  evidenceHash: string;
  personHash: Buffer | null;
  personSealed: Buffer | null;
  endsAt: Date | null;
  notice: DecisionTable["notice"];
  noticeReplyId: string | null;
  reviewUntil: Date | null;
}

export function toDecision(row: Selectable<DecisionTable>): KeptDecision {
  const isRuled = row.rule !== null && row.rule_version !== null && row.topic !== null;
  return {
    authorityId: row.authority_id,
    accountId: row.account_id,
    id: row.id,
    code: row.code,
    channel: row.channel,
    messageId: row.message_id,
    target: row.target,
    isPrivate: row.is_private,
    action: row.action,
    rule: isRuled ? { number: row.rule ?? 0, version: row.rule_version ?? 0, topic: row.topic ?? "" } : null,
    why: row.reason,
    isAutomatic: row.is_automatic,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    follows: row.follows,
    seenAt: row.seen_at,
    evidence: row.evidence,
    evidenceHash: row.evidence_hash,
    personHash: row.person_hash,
    personSealed: row.person_sealed,
    endsAt: row.ends_at,
    state: row.state,
    step: row.step,
    nextStepAt: row.next_step_at,
    attempts: row.attempts,
    retries: row.retries,
    actedAt: row.acted_at,
    settledAt: row.settled_at,
    outcome: row.network_outcome,
    reason: row.network_reason,
    detail: row.network_detail,
    notice: row.notice,
    noticeReplyId: row.notice_reply_id,
    reviewUntil: row.review_until,
  };
}

function carried(after: Carrying) {
  return {
    state: after.state,
    step: after.step,
    next_step_at: after.nextStepAt,
    attempts: after.attempts,
    retries: after.retries,
    acted_at: after.actedAt,
    settled_at: after.settledAt,
    network_outcome: after.outcome,
    network_reason: after.reason,
    network_detail: after.detail,
  };
}

export async function insertDecision(trx: Transaction<Schema>, one: KeptDecision): Promise<void> {
  await trx
    .insertInto("decision")
    .values({
      authority_id: one.authorityId,
      id: one.id,
      code: one.code,
      account_id: one.accountId,
      channel: one.channel,
      message_id: one.messageId,
      target: one.target,
      is_private: one.isPrivate,
      action: one.action,
      rule: one.rule?.number ?? null,
      rule_version: one.rule?.version ?? null,
      topic: one.rule?.topic ?? null,
      reason: one.why,
      is_automatic: one.isAutomatic,
      decided_by: one.decidedBy,
      decided_at: one.decidedAt,
      follows: one.follows,
      seen_at: one.seenAt,
      evidence: JSON.stringify(one.evidence),
      evidence_hash: one.evidenceHash,
      person_hash: one.personHash,
      person_sealed: one.personSealed,
      ends_at: one.endsAt,
      notice: one.notice,
      review_until: one.reviewUntil,
      ...carried(one),
    })
    .execute();
}

export async function findDecision(
  db: Kysely<Schema>,
  { authorityId, decisionId }: { authorityId: string; decisionId: string },
): Promise<KeptDecision | undefined> {
  const row = await db
    .selectFrom("decision")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("id", "=", decisionId)
    .executeTakeFirst();
  return row && toDecision(row);
}

/** Commits a step; false where the row is no longer as it was read. `leaseMs`: a call follows. */
export async function saveCarried(
  db: Kysely<Schema>,
  before: KeptDecision,
  after: Carrying,
  call?: { leaseMs: number; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("decision")
    .set({
      ...carried(after),
      ...(call && {
        attempt_at: call.at,
        lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${call.leaseMs / 1000})`,
      }),
    })
    .where("authority_id", "=", before.authorityId)
    .where("id", "=", before.id)
    .where("state", "=", before.state)
    .where("attempts", "=", before.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the network now shows: the message, or what the person may do. */
export async function noteCarried(
  trx: Transaction<Schema>,
  one: KeptDecision,
  personId: string | null,
  now: Date,
): Promise<void> {
  const { authorityId, accountId } = one;
  if (one.step === "block" || one.step === "unblock") {
    await sql`update conversation set blocked_at = ${one.step === "block" ? now : null}
      where authority_id = ${authorityId} and account_id = ${accountId} and person_id = ${personId}`.execute(
      trx,
    );
    return;
  }
  if (one.messageId === null) return;
  const set =
    one.step === "remove"
      ? sql`removed_at = coalesce(removed_at, ${now})`
      : sql`hidden_at = ${one.step === "hide" ? now : null}, visibility_at = ${now}`;
  await sql`update message set ${set} where authority_id = ${authorityId} and id = ${one.messageId}`.execute(
    trx,
  );
}
