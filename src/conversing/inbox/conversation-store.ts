import { type Kysely, type Selectable, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ConversationTable } from "../../database/schema-conversations.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { KeptConversation } from "./kept-conversation.ts";
import type { Thread } from "./thread.ts";

export interface ConversationKey {
  authorityId: string;
  conversationId: string;
}

export function toConversation(row: Selectable<ConversationTable>): KeptConversation {
  return {
    id: row.id,
    kind: row.kind,
    threadKey: row.thread_key,
    personId: row.person_id,
    personName: row.person_name,
    postExternalId: row.post_external_id,
    publicationId: row.publication_id,
    officeId: row.office_id,
    settledUntil: row.settled_until,
    closedAt: row.closed_at,
    reopenedAt: row.reopened_at,
    askedBackAt: row.asked_back_at,
    actedAt: row.acted_at,
    heldByApp: row.held_by_app,
    heldAt: row.held_at,
    blockedAt: row.blocked_at,
    version: row.version,
  };
}

/** What events may belong to: by thread, by id, and whatever stands below certain posts. Locked until the end. */
export async function lockConversations(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  wanted: { threads: readonly Thread[]; ids: readonly string[]; postIds: readonly string[] },
): Promise<KeptConversation[]> {
  const rows = await trx
    .selectFrom("conversation")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", accountId)
    .where((eb) =>
      eb.or([
        sql<boolean>`(kind, thread_key) in (select * from unnest(
          ${wanted.threads.map(({ kind }) => kind)}::text[], ${wanted.threads.map(({ key }) => key)}::text[]))`,
        sql<boolean>`id = any(${wanted.ids}::uuid[])`,
        sql<boolean>`post_external_id = any(${wanted.postIds}::text[])`,
      ]),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(toConversation);
}

/**
 * New ones, and what an event tells of old ones. How they stand is worked out afterwards (refresh-conversations.ts), so
 * a new one is born closed.
 */
export async function saveConversations(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  conversations: readonly KeptConversation[],
  now: Date,
): Promise<void> {
  if (conversations.length === 0) return;
  await trx
    .insertInto("conversation")
    .values(
      conversations.map((one) => ({
        authority_id: authorityId,
        account_id: accountId,
        id: one.id,
        kind: one.kind,
        thread_key: one.threadKey,
        person_id: one.personId,
        person_name: one.personName,
        post_external_id: one.postExternalId,
        publication_id: one.publicationId,
        acted_at: one.actedAt,
        held_by_app: one.heldByApp,
        held_at: one.heldAt,
        state: "closed" as const,
        needs_answer: "no" as const,
        began_at: now,
        last_message_at: now,
        changed_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["authority_id", "id"]).doUpdateSet((eb) => ({
        person_id: eb.ref("excluded.person_id"),
        person_name: eb.ref("excluded.person_name"),
        post_external_id: eb.ref("excluded.post_external_id"),
        publication_id: eb.ref("excluded.publication_id"),
        acted_at: eb.ref("excluded.acted_at"),
        held_by_app: eb.ref("excluded.held_by_app"),
        held_at: eb.ref("excluded.held_at"),
      })),
    )
    .execute();
}

/** What turned out to be part of another conversation: all that belongs to it goes there. */
export async function joinConversations(
  trx: Kysely<Schema>,
  authorityId: string,
  joined: readonly { from: string; into: string }[],
): Promise<void> {
  for (const { from, into } of joined) {
    for (const table of [
      "message",
      "reply",
      "note",
      "message_triage",
      "data_request",
      "alert",
      "extract",
    ] as const) {
      await trx
        .updateTable(table)
        .set({ conversation_id: into })
        .where("authority_id", "=", authorityId)
        .where("conversation_id", "=", from)
        .execute();
    }
    await keepDrafts(trx, authorityId, from, into);
    await trx
      .deleteFrom("conversation")
      .where("authority_id", "=", authorityId)
      .where("id", "=", from)
      .execute();
  }
}

/** What somebody has begun to write goes along, unless they have begun there as well. */
async function keepDrafts(
  trx: Kysely<Schema>,
  authorityId: string,
  from: string,
  into: string,
): Promise<void> {
  await sql`update draft d set conversation_id = ${into}
    where authority_id = ${authorityId} and conversation_id = ${from} and not exists (
      select from draft o where o.authority_id = d.authority_id and o.conversation_id = ${into}
        and o.member_id = d.member_id and o.field = d.field)`.execute(trx);
}

/** The publications behind posts of this account. */
export async function findPublicationsOf(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  postIds: readonly string[],
): Promise<Map<string, string>> {
  if (postIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("publication")
    .select(["id", "external_id"])
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", accountId)
    .where("external_id", "in", [...postIds])
    .execute();
  return new Map(rows.map(({ id, external_id }) => [external_id ?? "", id]));
}
