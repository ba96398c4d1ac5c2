import type { Transaction, Updateable } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ConversationTable } from "../../database/schema-conversations.ts";
import type { Decided, NeedsAnswer } from "./conversation.ts";
import type { ConversationKey } from "./conversation-store.ts";

async function set(
  trx: Transaction<Schema>,
  { authorityId, conversationId }: ConversationKey,
  values: Updateable<ConversationTable>,
): Promise<undefined> {
  await trx
    .updateTable("conversation")
    .set(values)
    .where("authority_id", "=", authorityId)
    .where("id", "=", conversationId)
    .execute();
}

export async function saveAssignee(
  trx: Transaction<Schema>,
  key: ConversationKey,
  to: string | null,
): Promise<undefined> {
  return await set(trx, key, { assignee: to });
}

/** Whoever had it belongs to the other office, so nobody has it now. */
export async function saveOffice(
  trx: Transaction<Schema>,
  key: ConversationKey,
  officeId: string,
): Promise<undefined> {
  return await set(trx, key, { office_id: officeId, assignee: null });
}

export async function saveDecided(
  trx: Transaction<Schema>,
  key: ConversationKey,
  { settledUntil, closedAt, reopenedAt }: Omit<Decided, "askedBackAt">,
): Promise<undefined> {
  return await set(trx, key, { settled_until: settledUntil, closed_at: closedAt, reopened_at: reopenedAt });
}

export async function saveSnooze(
  trx: Transaction<Schema>,
  key: ConversationKey,
  snooze: { until: Date; reason: string } | null,
): Promise<undefined> {
  return await set(trx, key, {
    snoozed_until: snooze?.until ?? null,
    snooze_reason: snooze?.reason ?? null,
  });
}

/** Decides about what was only recognised. False where there was nothing of the kind. */
export async function decideNeed(
  trx: Transaction<Schema>,
  { authorityId, conversationId }: ConversationKey,
  need: Exclude<NeedsAnswer, "probably-not">,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("message")
    .set({ needs_answer: need })
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("needs_answer", "=", "probably-not")
    .where("removed_at", "is", null)
    .where((eb) =>
      eb(
        "sent_at",
        ">",
        eb.fn.coalesce(
          eb
            .selectFrom("conversation as c")
            .select("c.answered_at")
            .where("c.authority_id", "=", authorityId)
            .where("c.id", "=", conversationId),
          eb.val(new Date(0)),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertNote(
  trx: Transaction<Schema>,
  { authorityId, conversationId }: ConversationKey,
  note: { by: string; text: string; at: Date },
): Promise<undefined> {
  await trx
    .insertInto("note")
    .values({
      authority_id: authorityId,
      conversation_id: conversationId,
      written_by: note.by,
      text: note.text,
      written_at: note.at,
    })
    .execute();
}
