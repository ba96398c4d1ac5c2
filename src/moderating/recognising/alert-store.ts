import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { AlertKind } from "./recognised-kinds.ts";

export interface RaisedAlert {
  kind: AlertKind;
  messageId: string;
  conversationId: string;
}

/**
 * Raises alerts about messages. While somebody still has to look at one of the same kind in a conversation, the next
 * message adds none: whoever writes ten desperate messages is one person to be called, once.
 */
export async function raiseAlerts(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  raised: readonly RaisedAlert[],
  now: Date,
): Promise<void> {
  const firsts = raised.filter(
    (one, index) =>
      raised.findIndex(
        ({ kind, conversationId }) => kind === one.kind && conversationId === one.conversationId,
      ) === index,
  );
  const rows = firsts.map(({ kind, messageId, conversationId }) => ({ kind, messageId, conversationId }));
  await sql`
    insert into alert (authority_id, kind, subject, account_id, conversation_id, message_id, raised_at)
    select ${authorityId}, n.kind, n."messageId"::text, ${accountId}, n."conversationId", n."messageId", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (kind text, "messageId" uuid, "conversationId" uuid)
    where not exists (select 1 from alert a where a.authority_id = ${authorityId}
      and a.conversation_id = n."conversationId" and a.kind = n.kind and a.seen_at is null)
    on conflict (authority_id, kind, subject) do nothing`.execute(trx);
}

/** Raises one alert about what is known to be told of for the first time: a decision, a review. */
export async function raiseAlert(
  trx: Kysely<Schema>,
  alert: { authorityId: string; kind: string; subject: string },
  now: Date,
  message?: { accountId: string; conversationId: string; messageId: string },
): Promise<void> {
  const { authorityId, kind, subject } = alert;
  await trx
    .insertInto("alert")
    .values({
      authority_id: authorityId,
      kind,
      subject,
      account_id: message?.accountId ?? null,
      conversation_id: message?.conversationId ?? null,
      message_id: message?.messageId ?? null,
      raised_at: now,
    })
    .execute();
}

/** Sees alerts of an authority that nobody has seen; whoever was first stays. Which of them, the caller adds. */
function seeUnseen(trx: Kysely<Schema>, authorityId: string, seen: { by: string; at: Date }) {
  return trx
    .updateTable("alert")
    .set({ seen_at: seen.at, seen_by: seen.by })
    .where("authority_id", "=", authorityId)
    .where("seen_at", "is", null);
}

/** Somebody has looked at what was told of a message. */
export async function seeAlertsOf(
  trx: Kysely<Schema>,
  { authorityId, messageId }: { authorityId: string; messageId: string },
  seen: { by: string; at: Date },
): Promise<void> {
  await seeUnseen(trx, authorityId, seen).where("message_id", "=", messageId).execute();
}

/** What an alert told of was done: nobody needs to take it on any more. */
export async function seeAlertAbout(
  trx: Kysely<Schema>,
  { authorityId, kind, subject }: { authorityId: string; kind: string; subject: string },
  seen: { by: string; at: Date },
): Promise<void> {
  await seeUnseen(trx, authorityId, seen).where("kind", "=", kind).where("subject", "=", subject).execute();
}

/** One alert is seen; its kind, or undefined where it was already, or is none. */
export async function seeAlert(
  trx: Kysely<Schema>,
  { authorityId, id }: { authorityId: string; id: string },
  seen: { by: string; at: Date },
): Promise<string | undefined> {
  const row = await seeUnseen(trx, authorityId, seen)
    .where("id", "=", id)
    .returning("kind")
    .executeTakeFirst();
  return row?.kind;
}

/** How long before its end a data-protection request is told of again. */
const daysBefore = 7;

/** Requests whose term ends within the week or is over, and of which that was not told yet. */
function untoldTerms(now: Date) {
  const soon = new Date(now.getTime() + daysBefore * 86_400_000).toISOString().slice(0, 10);
  const kind = sql`case when r.expires_on < ${now.toISOString().slice(0, 10)}
    then 'data-request-late' else 'data-request-due' end`;
  return sql`select r.authority_id, ${kind} as kind, r.message_id::text as subject, r.conversation_id, r.message_id,
      jsonb_build_object('expiresOn', r.expires_on) as detail, ${now}::timestamptz as raised_at
    from data_request r
    where r.outcome is null and r.expires_on <= ${soon}
      and not exists (select 1 from alert a where a.authority_id = r.authority_id
        and a.kind = ${kind} and a.subject = r.message_id::text)`;
}

/** Whether the term of a data-protection request is to be told of. */
export async function isTermAlertDue(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const { rows } = await sql`${untoldTerms(now)} limit 1`.execute(db);
  return rows.length > 0;
}

/** Alerts for terms of data-protection requests that end within a week or are over, each once. */
export async function raiseTermAlerts(db: Kysely<Schema>, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into alert (authority_id, kind, subject, conversation_id, message_id, detail, raised_at)
    ${untoldTerms(now)} on conflict (authority_id, kind, subject) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}
