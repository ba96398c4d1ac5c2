import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ReplyTable } from "../../database/schema-conversations.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { KeptReply } from "./kept-reply.ts";
import type { Reply } from "./reply.ts";

function toReply(row: Selectable<ReplyTable>): KeptReply {
  return {
    authorityId: row.authority_id,
    accountId: row.account_id,
    conversationId: row.conversation_id,
    id: row.id,
    kind: row.kind,
    target: row.target,
    text: row.text,
    tag: row.tag,
    writtenBy: row.written_by,
    isAutomatic: row.is_automatic,
    asksBack: row.asks_back,
    answersUntil: row.answers_until,
    ownId: row.own_id,
    writtenAt: row.written_at,
    state: row.state,
    nextStepAt: row.next_step_at,
    reason: row.reason,
    detail: row.detail,
    attempts: row.attempts,
    attemptId: row.attempt_id,
    looks: row.looks,
    retries: row.retries,
    firstTriedAt: row.first_tried_at,
    lastTriedAt: row.last_tried_at,
    uncertainSince: row.uncertain_since,
    externalId: row.external_id,
    settledAt: row.settled_at,
  };
}

/** In the transaction of whatever made it. */
export async function insertReplies(trx: Transaction<Schema>, replies: readonly KeptReply[]): Promise<void> {
  for (const reply of replies) {
    await trx
      .insertInto("reply")
      .values({
        authority_id: reply.authorityId,
        id: reply.id,
        account_id: reply.accountId,
        conversation_id: reply.conversationId,
        kind: reply.kind,
        target: reply.target,
        text: reply.text,
        written_by: reply.writtenBy,
        is_automatic: reply.isAutomatic,
        asks_back: reply.asksBack,
        answers_until: reply.answersUntil,
        own_id: reply.ownId,
        written_at: reply.writtenAt,
        state: reply.state,
        next_step_at: reply.nextStepAt,
      })
      .execute();
  }
}

const isOpen = sql`state in ('due','waiting','unknown','sending')`;

/**
 * Something to do now: due, or left in the middle of a call by a process that is gone. One behind another that is still
 * open in its conversation waits, since answers read in the wrong order say something else; and all of an account wait
 * while it is disconnected or its answers rest.
 */
const isDueNow = (now: Date) => sql<boolean>`
  ((r.state in ('due','waiting','unknown') and r.next_step_at <= ${now})
    or (r.state = 'sending' and r.lease_until < clock_timestamp()))
  and not exists (select 1 from reply before where before.authority_id = r.authority_id
    and before.conversation_id = r.conversation_id and before.seq < r.seq
    and before.state in ('due','waiting','unknown','sending'))
  and exists (select 1 from account a where a.authority_id = r.authority_id and a.id = r.account_id
    and a.state not in ('off','disconnected')
    and (a.answering_rest_until is null or a.answering_rest_until <= ${now}))`;

/** Accounts through which something is to be answered now. */
export async function findAnsweringAccounts(db: Kysely<Schema>, now: Date): Promise<AccountKey[]> {
  const { rows } = await sql<AccountKey>`
    select distinct r.authority_id as "authorityId", r.account_id as "accountId"
    from reply r where ${isOpen} and ${isDueNow(now)}`.execute(db);
  return rows;
}

/** What is to be done now through one account, in the order in which it was written. */
export async function findDueReplies(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  now: Date,
  most: number,
): Promise<KeptReply[]> {
  const { rows } = await sql<Selectable<ReplyTable>>`
    select r.* from reply r where r.authority_id = ${authorityId} and r.account_id = ${accountId}
      and ${isOpen} and ${isDueNow(now)}
    order by r.seq limit ${most}`.execute(db);
  return rows.map(toReply);
}

/** Everything that changes as it moves on. */
function stepOf(after: Reply) {
  return {
    state: after.state,
    next_step_at: after.nextStepAt,
    reason: after.reason,
    detail: after.detail,
    attempts: after.attempts,
    attempt_id: after.attemptId,
    looks: after.looks,
    retries: after.retries,
    first_tried_at: after.firstTriedAt,
    last_tried_at: after.lastTriedAt,
    uncertain_since: after.uncertainSince,
    external_id: after.externalId,
    settled_at: after.settledAt,
  };
}

/**
 * Commits a claim: the row becomes "sending" and its attempt is written, together. False when another process or a person
 * was faster. The lease is by the database's clock, so that processes with different clocks agree who is gone.
 */
export async function saveReplyClaim(
  db: Kysely<Schema>,
  before: KeptReply,
  after: KeptReply,
  leaseMs: number,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("reply")
      .set({
        ...stepOf(after),
        tag: after.tag,
        lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`,
      })
      .where("authority_id", "=", before.authorityId)
      .where("id", "=", before.id)
      .where("state", "=", before.state)
      .where("attempts", "=", before.attempts)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await noteAttempt(trx, after, "send");
    return true;
  });
}

async function noteAttempt(trx: Transaction<Schema>, reply: KeptReply, kind: "send"): Promise<void> {
  await trx
    .insertInto("reply_attempt")
    .values({
      authority_id: reply.authorityId,
      id: reply.attemptId ?? "",
      reply_id: reply.id,
      kind,
      started_at: reply.lastTriedAt ?? reply.writtenAt,
    })
    .execute();
}

/**
 * Commits what an attempt came to. That it was sent counts however late it is said, unless it is being sent anew; all
 * else only while its end is open. False when others have meanwhile decided. Bears being carried out twice.
 */
export async function saveReplySettled(
  trx: Transaction<Schema>,
  before: KeptReply,
  after: Reply,
  end: { attemptId: string; outcome: string; at: Date },
): Promise<boolean> {
  await trx
    .updateTable("reply_attempt")
    .set({ finished_at: end.at, outcome: end.outcome, reason: after.reason, detail: after.detail })
    .where("authority_id", "=", before.authorityId)
    .where("id", "=", end.attemptId)
    .execute();
  const states = after.state === "sent" ? (["sending", "unknown", "due", "refused"] as const) : openEnds;
  const { numUpdatedRows } = await trx
    .updateTable("reply")
    .set(stepOf(after))
    .where("authority_id", "=", before.authorityId)
    .where("id", "=", before.id)
    .where("attempt_id", "=", end.attemptId)
    .where("state", "in", [...states])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const openEnds = ["sending", "unknown"] as const;

/** Commits a step that no call of ours came before; false when the row is no longer as it was read. */
export async function saveReplyStep(db: Kysely<Schema>, before: KeptReply, after: Reply): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("reply")
    .set(stepOf(after))
    .where("authority_id", "=", before.authorityId)
    .where("id", "=", before.id)
    .where("state", "=", before.state)
    .where("attempts", "=", before.attempts)
    .where("looks", "=", before.looks)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Sent, by the network's own word; false where that is known already. */
export async function saveAdopted(
  trx: Transaction<Schema>,
  before: KeptReply,
  after: Reply,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("reply")
    .set({ ...stepOf(after), attempts: before.attempts })
    .where("authority_id", "=", before.authorityId)
    .where("id", "=", before.id)
    .where("external_id", "is", null)
    .where("attempts", "=", before.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Replies of ours that the network's events may be speaking of: by the id we gave them, by the network's, and those whose
 * end is not known yet.
 */
export async function findSpokenOf(
  trx: Transaction<Schema>,
  { authorityId, accountId }: AccountKey,
  by: { ownIds: readonly string[]; externalIds: readonly string[] },
): Promise<KeptReply[]> {
  const { rows } = await sql<Selectable<ReplyTable>>`
    select * from reply where authority_id = ${authorityId} and account_id = ${accountId}
      and (own_id = any(${by.ownIds}::text[]) or external_id = any(${by.externalIds}::text[])
        or state in ('sending','unknown'))
    order by seq`.execute(trx);
  return rows.map(toReply);
}

/** Whether a comment or post was answered privately, or is about to be. */
export async function hasPrivateReply(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  target: string,
  apartFrom?: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("reply")
    .select("id")
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", accountId)
    .where("kind", "=", "private-reply")
    .where("target", "=", target)
    .where("state", "<>", "refused")
    .$if(apartFrom !== undefined, (query) => query.where("id", "<>", apartFrom ?? ""))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
