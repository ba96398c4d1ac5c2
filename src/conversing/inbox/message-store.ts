import type { Kysely, Selectable } from "kysely";
import { z } from "zod";
import type { Schema } from "../../database/schema.ts";
import type { MessageTable } from "../../database/schema-conversations.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { Message } from "./message.ts";
import { editedAt, textOf } from "./version.ts";

export interface KeptMessage extends Message {
  conversationId: string;
}

const versions = z.array(z.object({ at: z.coerce.date(), rank: z.number(), text: z.string() }));
const attachments = z.array(
  z.object({ type: z.string(), url: z.string().optional(), title: z.string().optional() }),
);

function toMessage(row: Selectable<MessageTable>): KeptMessage {
  return {
    conversationId: row.conversation_id,
    externalId: row.external_id,
    direction: row.direction,
    author: row.author,
    authorId: row.author_id,
    authorName: row.author_name,
    parentExternalId: row.parent_external_id,
    versions: versions.parse(row.versions),
    attachments: attachments.parse(row.attachments),
    reaction: row.reaction,
    reactionAt: row.reaction_at,
    isAutomatic: row.is_automatic,
    needsAnswer: row.needs_answer,
    sentAt: row.sent_at,
    isDated: row.is_dated,
    receivedAt: row.received_at,
    removedAt: row.removed_at,
    hiddenAt: row.hidden_at,
    visibilityAt: row.visibility_at,
    answersUntil: row.answers_until,
    eventIds: row.event_ids,
  };
}

/** Messages by the network's ids; those we do not have are left out. */
export async function findMessages(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  externalIds: readonly string[],
): Promise<KeptMessage[]> {
  if (externalIds.length === 0) return [];
  const rows = await db
    .selectFrom("message")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", accountId)
    .where("external_id", "in", [...externalIds])
    .execute();
  return rows.map(toMessage);
}

/** Each once, by the network's id, whoever saves it first. */
export async function saveMessages(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  messages: readonly KeptMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await trx
    .insertInto("message")
    .values(
      messages.map((one) => ({
        authority_id: authorityId,
        account_id: accountId,
        conversation_id: one.conversationId,
        external_id: one.externalId,
        direction: one.direction,
        author: one.author,
        author_id: one.authorId,
        author_name: one.authorName,
        parent_external_id: one.parentExternalId,
        text: textOf(one),
        versions: JSON.stringify(one.versions),
        attachments: JSON.stringify(one.attachments),
        reaction: one.reaction,
        reaction_at: one.reactionAt,
        is_automatic: one.isAutomatic,
        needs_answer: one.needsAnswer,
        sent_at: one.sentAt,
        is_dated: one.isDated,
        received_at: one.receivedAt,
        edited_at: editedAt(one),
        removed_at: one.removedAt,
        hidden_at: one.hiddenAt,
        visibility_at: one.visibilityAt,
        answers_until: one.answersUntil,
        event_ids: one.eventIds,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["authority_id", "account_id", "external_id"])
        .doUpdateSet((eb) => Object.fromEntries(changing.map((name) => [name, eb.ref(`excluded.${name}`)]))),
    )
    .execute();
}

const changing = [
  ...(["conversation_id", "direction", "author", "author_id", "author_name", "parent_external_id"] as const),
  ...(["text", "versions", "attachments", "reaction", "reaction_at", "is_automatic"] as const),
  ...(["needs_answer", "sent_at", "is_dated", "received_at", "edited_at", "removed_at"] as const),
  ...(["hidden_at", "visibility_at", "answers_until", "event_ids"] as const),
];

/** The network says that a message is not there any more, and it is older than `ageMs`. */
export async function noteRemoved(
  trx: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  externalId: string,
  now: Date,
  ageMs: number,
): Promise<void> {
  await trx
    .updateTable("message")
    .set({ removed_at: now })
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", accountId)
    .where("external_id", "=", externalId)
    .where("removed_at", "is", null)
    .where("sent_at", "<", new Date(now.getTime() - ageMs))
    .execute();
}
