import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Action } from "../action.ts";
import type { Confidence } from "../confidence.ts";
import type { RuleTopic } from "../rule.ts";
import type { Suggestion } from "../triage.ts";
import type { DecisionAction, DecisionState } from "./decision.ts";

export interface MessageKey {
  authorityId: string;
  messageId: string;
}

/** What people wrote, as far as it is decided about. */
export interface DecidedMessage extends MessageKey {
  conversationId: string;
  accountId: string;
  channel: string;
  kind: "comment-thread" | "visitor-post" | "private";
  threadKey: string;
  postExternalId: string | null;
  externalId: string;
  authorId: string | null;
  text: string | null;
  attachments: { type: string }[];
  sentAt: Date;
  receivedAt: Date;
  removedAt: Date | null;
}

/** What a person wrote; undefined where there is no such message, or it is our own. */
export async function findDecidedMessage(
  db: Kysely<Schema>,
  { authorityId, messageId }: MessageKey,
): Promise<DecidedMessage | undefined> {
  const { rows } = await sql<DecidedMessage>`
    select m.authority_id as "authorityId", m.id as "messageId", m.conversation_id as "conversationId",
      m.account_id as "accountId", a.channel, c.kind, c.thread_key as "threadKey",
      c.post_external_id as "postExternalId", m.external_id as "externalId", m.author_id as "authorId", m.text,
      m.attachments, m.sent_at as "sentAt", m.received_at as "receivedAt", m.removed_at as "removedAt"
    from message m
    join conversation c on c.authority_id = m.authority_id and c.id = m.conversation_id
    join account a on a.authority_id = m.authority_id and a.id = m.account_id
    where m.authority_id = ${authorityId} and m.id = ${messageId} and m.direction = 'in'`.execute(db);
  return rows[0];
}

/** What triage said of a message, and who has seen to it. */
export interface KeptTriage {
  action: Action;
  topic: RuleTopic | null;
  rule: number | null;
  confidence: Confidence | null;
  needsPerson: boolean;
  suggestions: readonly Suggestion[];
  settledAt: Date | null;
  /** Null: it fell away by itself, or by a decision of the product. */
  settledBy: string | null;
}

export async function findTriage(
  db: Kysely<Schema>,
  { authorityId, messageId }: MessageKey,
): Promise<KeptTriage | undefined> {
  const { rows } = await sql<KeptTriage>`
    select action, topic, rule, confidence, needs_person as "needsPerson", suggestions, settled_at as "settledAt",
      settled_by as "settledBy"
    from message_triage where authority_id = ${authorityId} and message_id = ${messageId}`.execute(db);
  return rows[0];
}

/** Decisions about one message are made one after the other, whoever makes them. */
export async function lockDeciding(
  trx: Transaction<Schema>,
  { authorityId, messageId }: MessageKey,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`decide ${authorityId} ${messageId}`}, 0))`.execute(
    trx,
  );
}

export interface EarlierDecision {
  id: string;
  messageId: string | null;
  action: DecisionAction;
  state: DecisionState;
  by: string | null;
  at: Date;
  endsAt: Date | null;
  /** Neither ended without effect, nor taken back since. */
  isStanding: boolean;
}

/** Decisions about a message, or about whoever wrote it, the newest first. */
export async function findEarlier(
  db: Kysely<Schema>,
  { authorityId, messageId }: MessageKey,
  personHash: Buffer | null,
  since: Date,
): Promise<EarlierDecision[]> {
  const { rows } = await sql<EarlierDecision>`
    select d.id, d.message_id as "messageId", d.action, d.state, d.decided_by as by, d.decided_at as at,
      d.ends_at as "endsAt",
      d.state in ('due','calling','done') and not exists (select from decision f
        where f.authority_id = d.authority_id and f.follows = d.id and f.action in ('unhide','unblock')
          and f.state in ('due','calling','done')) as "isStanding"
    from decision d where d.authority_id = ${authorityId}
      and (d.message_id = ${messageId} or (d.person_hash = ${personHash}::bytea and d.decided_at >= ${since}))
    order by d.seq desc limit 100`.execute(db);
  return rows;
}

/** What a decision means for the message, its conversation and its place in the queue. */
export async function settleQueued(
  trx: Transaction<Schema>,
  { authorityId, messageId }: MessageKey,
  by: string | null,
  now: Date,
): Promise<void> {
  await trx
    .updateTable("message_triage")
    .set({ settled_at: now, settled_by: by })
    .where("authority_id", "=", authorityId)
    .where("message_id", "=", messageId)
    .where("settled_at", "is", null)
    .execute();
}

export async function reopenQueued(trx: Transaction<Schema>, key: MessageKey): Promise<void> {
  await trx
    .updateTable("message_triage")
    .set({ settled_at: null, settled_by: null })
    .where("authority_id", "=", key.authorityId)
    .where("message_id", "=", key.messageId)
    .execute();
}

export async function endWaiting(trx: Transaction<Schema>, key: MessageKey): Promise<void> {
  await trx
    .updateTable("message")
    .set({ needs_answer: "no" })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.messageId)
    .execute();
}
