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

function toDecision(row: Selectable<DecisionTable>): KeptDecision {
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

/** Due, or left in the middle of a call; what is behind a call about the same message that is under way waits for it. */
const isDueNow = (now: Date) => sql<boolean>`
  ((d.state = 'due' and d.next_step_at <= ${now})
    or (d.state = 'calling' and d.lease_until < clock_timestamp()))
  and not exists (select from decision o where o.authority_id = d.authority_id and o.id <> d.id
    and o.target = d.target and o.state = 'calling' and o.lease_until >= clock_timestamp())
  and exists (select from account a where a.authority_id = d.authority_id and a.id = d.account_id
    and a.state not in ('off','disconnected')
    and (a.answering_rest_until is null or a.answering_rest_until <= ${now}))`;

/** Accounts through which a decision is to be carried out now. */
export async function findDecidingAccounts(db: Kysely<Schema>, now: Date): Promise<AccountKey[]> {
  const { rows } = await sql<AccountKey>`
    select distinct d.authority_id as "authorityId", d.account_id as "accountId" from decision d
    where d.state in ('due','calling') and ${isDueNow(now)}`.execute(db);
  return rows;
}

export async function findDueDecisions(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  now: Date,
  most: number,
): Promise<KeptDecision[]> {
  const { rows } = await sql<Selectable<DecisionTable>>`
    select d.* from decision d where d.authority_id = ${authorityId} and d.account_id = ${accountId}
      and d.state in ('due','calling') and ${isDueNow(now)}
    order by d.seq limit ${most}`.execute(db);
  return rows.map(toDecision);
}

/** Whether somebody has decided otherwise about the same since; what they wanted is not to be undone by this one. */
export async function hasNewer(db: Kysely<Schema>, one: KeptDecision): Promise<boolean> {
  const isOfPerson = one.action === "block" || one.action === "unblock";
  const { rows } = await sql`
    select from decision d, decision mine
    where mine.authority_id = ${one.authorityId} and mine.id = ${one.id}
      and d.authority_id = mine.authority_id and d.seq > mine.seq
      and case when ${isOfPerson} then d.person_hash = mine.person_hash and d.action in ('block','unblock')
        else d.target = mine.target and d.action in ('hide','unhide','delete') end
    limit 1`.execute(db);
  return rows.length > 0;
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

export async function saveNotice(
  trx: Transaction<Schema>,
  { authorityId, id }: KeptDecision,
  notice: { way: DecisionTable["notice_way"]; replyId: string } | { why: string },
): Promise<void> {
  await trx
    .updateTable("decision")
    .set(
      "why" in notice
        ? { notice: "impossible", notice_why: notice.why }
        : { notice: "written", notice_way: notice.way, notice_reply_id: notice.replyId },
    )
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .execute();
}

/** Whether the notice is still on its way. */
export async function isNoticeOpen(db: Kysely<Schema>, one: KeptDecision): Promise<boolean> {
  if (one.noticeReplyId === null) return false;
  const row = await db
    .selectFrom("reply")
    .select("state")
    .where("authority_id", "=", one.authorityId)
    .where("id", "=", one.noticeReplyId)
    .executeTakeFirst();
  return row !== undefined && row.state !== "sent" && row.state !== "refused";
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
