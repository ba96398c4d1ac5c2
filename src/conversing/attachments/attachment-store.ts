import { type Kysely, type Selectable, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { AttachmentTable } from "../../database/schema-attachments.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { ConversationKey } from "../inbox/conversation-store.ts";
import {
  type Attachment,
  fetchLeaseMs,
  fileKinds,
  type KeptOutReason,
  keptOutReasons,
} from "./attachment.ts";

/** One file to be fetched, with what its account and its message have already. */
export interface DueAttachment extends AccountKey {
  id: string;
  messageId: string;
  address: string;
  name: string | null;
  ordinal: number;
  attempts: number;
}

/**
 * Notes the files of messages that were just saved, as rows to be fetched. A file that was gone is due again when the
 * network has signed a new address for it, unless we erased it.
 */
export async function noteAttachments(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  messages: readonly { externalId: string; attachments: readonly unknown[] }[],
  now: Date,
): Promise<void> {
  const externalIds = messages.flatMap((one) => (one.attachments.length > 0 ? one.externalId : []));
  if (externalIds.length === 0) return;
  await sql`
    insert into attachment (authority_id, account_id, message_id, ordinal, source_key, kind, address, name, state,
        noted_at, next_step_at)
      select m.authority_id, m.account_id, m.id, a.ordinal,
        regexp_replace(a.value ->> 'url', '^https?://[^/]*|[?#].*$', '', 'g'),
        a.value ->> 'type', a.value ->> 'url', nullif(a.value ->> 'title', ''), 'due', ${now}, ${now}
      from message m, jsonb_array_elements(m.attachments) with ordinality as a (value, ordinal)
      where m.authority_id = ${authorityId} and m.account_id = ${accountId}
        and m.external_id = any(${externalIds}::text[]) and m.attachments <> '[]'::jsonb
        and a.value ->> 'type' = any(${[...fileKinds]}::text[]) and a.value ->> 'url' ~ '^https?://'
      on conflict (authority_id, message_id, ordinal, source_key) do update
        set address = excluded.address, state = 'due', why = null, settled_at = null, attempts = 0,
          next_step_at = excluded.next_step_at
        where attachment.state in ('due', 'gone') and attachment.why is distinct from 'term-over'
          and attachment.address <> excluded.address`.execute(trx);
}

const isOpen = (now: Date) => sql<boolean>`(state = 'due' and next_step_at <= ${now}
  or state = 'fetching' and lease_until <= ${now})
  and exists (select from account a where a.authority_id = attachment.authority_id
    and a.id = attachment.account_id and a.state <> 'off')`;

/** Whether there is anything to fetch. */
export async function isAttachmentDue(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const row = await db.selectFrom("attachment").select("id").where(isOpen(now)).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Takes the file that waits longest, for a term; undefined when there is none. */
export async function takeAttachment(db: Kysely<Schema>, now: Date): Promise<DueAttachment | undefined> {
  const { rows } = await sql<DueAttachment>`
    update attachment set state = 'fetching', next_step_at = null, attempts = attempts + 1,
      lease_until = ${new Date(now.getTime() + fetchLeaseMs)}
    where (authority_id, id) = (select authority_id, id from attachment where ${isOpen(now)}
      order by coalesce(next_step_at, lease_until), ordinal limit 1 for update skip locked)
    returning authority_id as "authorityId", account_id as "accountId", id, message_id as "messageId", address, name,
      ordinal, attempts`.execute(db);
  return rows[0];
}

/** Bytes that the account kept in the last day, and what the file's own message has so far. */
export async function findBurden(
  db: Kysely<Schema>,
  { authorityId, accountId, messageId }: DueAttachment,
  now: Date,
): Promise<{ dayBytes: number; messageBytes: number }> {
  const { rows } = await sql<{ day: string; message: string }>`
    select coalesce(sum(bytes) filter (where settled_at > ${new Date(now.getTime() - 86_400_000)}), 0) as day,
      coalesce(sum(bytes) filter (where message_id = ${messageId}), 0) as message
    from attachment where authority_id = ${authorityId} and account_id = ${accountId} and state = 'kept'
      and (message_id = ${messageId} or settled_at > ${new Date(now.getTime() - 86_400_000)})`.execute(db);
  return { dayBytes: Number(rows[0]?.day ?? 0), messageBytes: Number(rows[0]?.message ?? 0) };
}

/** A file that is not kept, with why; or one to be tried again at a moment. */
export async function settleUnkept(
  db: Kysely<Schema>,
  one: DueAttachment,
  end: { state: "refused" | "gone"; why: KeptOutReason } | { again: Date; isUncounted?: true },
  now: Date,
): Promise<void> {
  const isAgain = "again" in end;
  await db
    .updateTable("attachment")
    .set({
      state: isAgain ? "due" : end.state,
      why: isAgain ? null : end.why,
      next_step_at: isAgain ? end.again : null,
      settled_at: isAgain ? null : now,
      lease_until: null,
      ...(isAgain && end.isUncounted && { attempts: one.attempts - 1 }),
    })
    .where("authority_id", "=", one.authorityId)
    .where("id", "=", one.id)
    .where("state", "=", "fetching")
    .where("attempts", "=", one.attempts)
    .execute();
}

function toAttachment(row: Omit<Selectable<AttachmentTable>, "address">): Attachment {
  return {
    authorityId: row.authority_id,
    id: row.id,
    messageId: row.message_id,
    kind: row.kind,
    name: row.name,
    state: row.state,
    why: keptOutReasons.find((reason) => reason === row.why) ?? null,
    mediaType: row.media_type,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256,
  };
}

/** The files of a conversation, by message in the order in which they came. */
export async function findAttachments(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom("attachment as a")
    .innerJoin("message as m", (join) =>
      join.onRef("m.authority_id", "=", "a.authority_id").onRef("m.id", "=", "a.message_id"),
    )
    .selectAll("a")
    .where("m.authority_id", "=", authorityId)
    .where("m.conversation_id", "=", conversationId)
    .orderBy("m.sent_at")
    .orderBy("m.external_id")
    .orderBy("a.ordinal")
    .orderBy("a.noted_at")
    .orderBy("a.id")
    .execute();
  return rows.map(toAttachment);
}

/** One file's row; undefined where there is none. */
export async function findAttachment(
  db: Kysely<Schema>,
  authorityId: string,
  id: string,
): Promise<Attachment | undefined> {
  const row = await db
    .selectFrom("attachment")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toAttachment(row);
}
