import type { Kysely } from "kysely";
import type { ConversationKey } from "../../../conversing/inbox/conversation-store.ts";
import type { AnswerWay } from "../../../conversing/replying/answer-way.ts";
import type { Schema } from "../../../database/schema.ts";

/** Whose words, in which conversation. */
export interface DraftKey extends ConversationKey {
  memberId: string;
}

/** An answer, a note, or the reason for putting off. */
export type DraftField = "reply" | "note" | "snooze";

/** What somebody has begun to write. */
export interface Draft {
  text: string;
  way: AnswerWay | null;
  asksBack: boolean;
  savedAt: Date;
}

export async function findDrafts(
  db: Kysely<Schema>,
  { authorityId, conversationId, memberId }: DraftKey,
): Promise<Partial<Record<DraftField, Draft>>> {
  const rows = await db
    .selectFrom("draft")
    .select(["field", "text", "way", "asks_back", "saved_at"])
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("member_id", "=", memberId)
    .execute();
  return Object.fromEntries(
    rows.map((row) => [
      row.field,
      { text: row.text, way: row.way, asksBack: row.asks_back, savedAt: row.saved_at },
    ]),
  );
}

/** The last that was typed counts; without words there is no draft. False where there is no such conversation. */
export async function saveDraft(
  db: Kysely<Schema>,
  key: DraftKey,
  field: DraftField,
  draft: Draft,
): Promise<boolean> {
  if (draft.text.trim() === "") {
    await dropDraft(db, key, field);
    return true;
  }
  const said = { text: draft.text, way: draft.way, asks_back: draft.asksBack, saved_at: draft.savedAt };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("draft")
    .columns(["authority_id", "conversation_id", "member_id", "field", ...draftColumns])
    .expression((eb) =>
      eb
        .selectFrom("conversation as c")
        .select(["c.authority_id", "c.id"])
        .select((one) => [
          one.cast<string>(one.val(key.memberId), "uuid").as("member_id"),
          one.val(field).as("field"),
          one.val(said.text).as("text"),
          one.cast<AnswerWay | null>(one.val(said.way), "text").as("way"),
          one.cast<boolean>(one.val(said.asks_back), "boolean").as("asks_back"),
          one.cast<Date>(one.val(said.saved_at), "timestamptz").as("saved_at"),
        ])
        .where("c.authority_id", "=", key.authorityId)
        .where("c.id", "=", key.conversationId),
    )
    .onConflict((conflict) =>
      conflict.columns(["authority_id", "conversation_id", "member_id", "field"]).doUpdateSet(said),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const draftColumns = ["text", "way", "asks_back", "saved_at"] as const;

export async function dropDraft(
  db: Kysely<Schema>,
  { authorityId, conversationId, memberId }: DraftKey,
  field: DraftField,
): Promise<void> {
  await db
    .deleteFrom("draft")
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("member_id", "=", memberId)
    .where("field", "=", field)
    .execute();
}
