import type { Kysely, Selectable } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ConversationKey } from "./conversation-store.ts";

/** All that was said in a conversation, by them, by us, and among us; columns as the tables have them. */
export interface Talk {
  messages: Selectable<Schema["message"]>[];
  /** Ours that are not yet, or not, among the messages. */
  replies: Selectable<Schema["reply"]>[];
  notes: Selectable<Schema["note"]>[];
}

export async function findTalk(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<Talk> {
  const messages = await db
    .selectFrom("message")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .orderBy("sent_at")
    .orderBy("external_id")
    .execute();
  const replies = await db
    .selectFrom("reply")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("state", "<>", "sent")
    .orderBy("seq")
    .execute();
  const notes = await db
    .selectFrom("note")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .orderBy("written_at")
    .execute();
  return { messages, replies, notes };
}
