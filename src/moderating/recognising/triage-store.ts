import { type Kysely, sql } from "kysely";
import type { KeptMessage } from "../../conversing/inbox/message-store.ts";
import type { Schema } from "../../database/schema.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { Triage } from "../triage.ts";

export interface JudgedMessage {
  message: KeptMessage;
  verdict: Triage;
}

export interface RecentText {
  authorId: string;
  externalId: string;
  text: string;
  sentAt: Date;
}

/** Texts of the posts behind these publications, as they were published. */
export async function findPostTexts(
  db: Kysely<Schema>,
  { authorityId }: AccountKey,
  publicationIds: readonly string[],
): Promise<Map<string, string>> {
  if (publicationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("publication")
    .select(["id", sql<string | null>`post ->> 'text'`.as("text")])
    .where("authority_id", "=", authorityId)
    .where("id", "in", [...publicationIds])
    .execute();
  return new Map(rows.flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));
}

const lately = "7 days";
/** A batch of one author's messages, and as many before it as are compared. */
const textsMax = 60;

/** What the authors of these messages wrote lately, removed or not: by one look into an index for each author. */
export async function findRecentTexts(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  messages: readonly KeptMessage[],
): Promise<RecentText[]> {
  const authors = [...new Set(messages.flatMap(({ authorId }) => authorId ?? []))];
  if (authors.length === 0) return [];
  const last = new Date(Math.max(...messages.map(({ sentAt }) => sentAt.getTime())));
  const { rows } = await sql<RecentText>`
    select m.author_id as "authorId", m.external_id as "externalId", m.text, m.sent_at as "sentAt"
    from unnest(${authors}::text[]) as author (id) cross join lateral (
      select author_id, external_id, text, sent_at from message
      where authority_id = ${authorityId} and account_id = ${accountId} and author_id = author.id
        and direction = 'in' and text is not null
        and sent_at <= ${last} and sent_at > ${last}::timestamptz - ${lately}::interval
      order by sent_at desc, external_id desc limit ${textsMax}) m
    order by m.sent_at desc, m.external_id desc`.execute(db);
  return rows;
}

/**
 * Keeps what triage said, of each message once. What a person has settled opens again where something else is suggested
 * of the new words. Gives our ids of the messages by the network's.
 */
export async function saveTriage(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  judged: readonly JudgedMessage[],
  now: Date,
): Promise<Map<string, string>> {
  const values = judged.map(({ message, verdict }) => ({
    external_id: message.externalId,
    action: verdict.action,
    topic: verdict.suggestions[0]?.topic ?? null,
    rule: verdict.suggestions[0]?.rule ?? null,
    confidence: verdict.suggestions[0]?.confidence ?? null,
    needs_person: verdict.needsPerson,
    suggestions: verdict.suggestions,
  }));
  const { rows } = await sql<{ externalId: string; messageId: string }>`
    with judged as (
      select m.id, m.conversation_id, m.external_id, j.action, j.topic, j.rule, j.confidence, j.needs_person,
        j.suggestions
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as j (external_id text, action text, topic text,
        rule integer, confidence text, needs_person boolean, suggestions jsonb)
      join message m on m.authority_id = ${authorityId} and m.account_id = ${accountId}
        and m.external_id = j.external_id),
    kept as (
      insert into message_triage as t (authority_id, message_id, conversation_id, action, topic, rule, confidence,
        needs_person, suggestions, judged_at)
      select ${authorityId}, id, conversation_id, action, topic, rule, confidence, needs_person, suggestions, ${now}
      from judged
      on conflict (authority_id, message_id) do update set
        conversation_id = excluded.conversation_id, action = excluded.action, topic = excluded.topic,
        rule = excluded.rule, confidence = excluded.confidence, needs_person = excluded.needs_person,
        suggestions = excluded.suggestions, judged_at = excluded.judged_at,
        settled_at = case when (t.action, t.rule) is distinct from (excluded.action, excluded.rule) then null
          else t.settled_at end,
        settled_by = case when (t.action, t.rule) is distinct from (excluded.action, excluded.rule) then null
          else t.settled_by end)
    select external_id as "externalId", id as "messageId" from judged`.execute(trx);
  return new Map(rows.map(({ externalId, messageId }) => [externalId, messageId]));
}

/** What is no longer there needs no decision: it falls away, settled by nobody. Alerts stay until somebody has looked. */
export async function dropTriage(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  externalIds: readonly string[],
  now: Date,
): Promise<void> {
  if (externalIds.length === 0) return;
  await sql`update message_triage t set settled_at = ${now} from message m
    where t.authority_id = ${authorityId} and t.settled_at is null
      and m.authority_id = t.authority_id and m.id = t.message_id and m.account_id = ${accountId}
      and m.external_id = any(${externalIds}::text[])`.execute(trx);
}

/** A person has seen to it. False where there is none of it, or somebody was faster. */
export async function saveSettled(
  trx: Kysely<Schema>,
  {
    authorityId,
    conversationId,
    messageId,
  }: { authorityId: string; conversationId: string; messageId: string },
  settled: { by: string; at: Date; verdict: "seen-to" | "not-so" },
): Promise<{ action: string; rule: number | null } | undefined> {
  return await trx
    .updateTable("message_triage")
    .set({ settled_at: settled.at, settled_by: settled.by, verdict: settled.verdict })
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("message_id", "=", messageId)
    .where("settled_at", "is", null)
    .returning(["action", "rule"])
    .executeTakeFirst();
}
