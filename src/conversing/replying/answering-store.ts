import type { Kysely, Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { ConversationKey } from "../inbox/conversation-store.ts";

/** What is looked at before somebody is answered. */
export interface AnsweredConversation {
  accountId: string;
  kind: "comment-thread" | "visitor-post" | "private";
  threadKey: string;
  personId: string | null;
  officeId: string | null;
  heardAt: Date | null;
  windowUntil: Date | null;
  humanUntil: Date | null;
  isHeld: boolean;
  isBlocked: boolean;
  version: number;
  changedBy: string | null;
  changedAt: Date;
}

const columns = [
  ...(["account_id", "kind", "thread_key", "person_id", "office_id", "heard_at", "window_until"] as const),
  ...(["human_until", "held_by_app", "blocked_at", "version", "changed_by", "changed_at"] as const),
];

/** The conversation as it stands; `isLocked` keeps others from changing it until the end of the transaction. */
export async function findAnswered(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
  isLocked = false,
): Promise<AnsweredConversation | undefined> {
  const row = await db
    .selectFrom("conversation")
    .select(columns)
    .where("authority_id", "=", authorityId)
    .where("id", "=", conversationId)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      accountId: row.account_id,
      kind: row.kind,
      threadKey: row.thread_key,
      personId: row.person_id,
      officeId: row.office_id,
      heardAt: row.heard_at,
      windowUntil: row.window_until,
      humanUntil: row.human_until,
      isHeld: row.held_by_app !== null,
      isBlocked: row.blocked_at !== null,
      version: row.version,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
    }
  );
}

/** What a person wrote, as far as it is answered. */
export interface AnsweredMessage {
  externalId: string;
  sentAt: Date;
  isRemoved: boolean;
}

/** The message of this id, or the newest that a person wrote and did not remove. */
export async function findAnsweredMessage(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
  externalId?: string,
): Promise<AnsweredMessage | undefined> {
  const row = await db
    .selectFrom("message")
    .select(["external_id", "sent_at", "removed_at"])
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("direction", "=", "in")
    .$if(externalId !== undefined, (query) => query.where("external_id", "=", externalId ?? ""))
    .$if(externalId === undefined, (query) => query.where("removed_at", "is", null))
    .orderBy("sent_at", "desc")
    .orderBy("external_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { externalId: row.external_id, sentAt: row.sent_at, isRemoved: row.removed_at !== null };
}

/** Makes a change of ours visible: whoever still looks at the version before it is told who was faster. */
export async function bumpVersion(
  trx: Transaction<Schema>,
  { authorityId, conversationId }: ConversationKey,
  changed: { by: string | null; at: Date },
): Promise<void> {
  await trx
    .updateTable("conversation")
    .set((eb) => ({ version: eb("version", "+", 1), changed_by: changed.by, changed_at: changed.at }))
    .where("authority_id", "=", authorityId)
    .where("id", "=", conversationId)
    .execute();
}

/** Everything this account answers rests until then; null: no longer. */
export async function saveAnsweringRest(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  rest: { until: Date; reason: string; detail: string; failures: number } | null,
): Promise<void> {
  await db
    .updateTable("account")
    .set({
      answering_rest_until: rest?.until ?? null,
      answering_reason: rest?.reason ?? null,
      answering_detail: rest?.detail ?? null,
      answering_failures: rest?.failures ?? 0,
    })
    .where("authority_id", "=", authorityId)
    .where("id", "=", accountId)
    .execute();
}

/** How many times in a row its answers had to rest. */
export async function countAnsweringFailures(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
): Promise<number> {
  const row = await db
    .selectFrom("account")
    .select("answering_failures")
    .where("authority_id", "=", authorityId)
    .where("id", "=", accountId)
    .executeTakeFirst();
  return row?.answering_failures ?? 0;
}

/** What a sent answer that asks something leaves behind: from then on we wait for them. */
export async function saveAskedBack(
  trx: Transaction<Schema>,
  { authorityId, conversationId }: ConversationKey,
  at: Date,
): Promise<void> {
  await trx
    .updateTable("conversation")
    .set({ asked_back_at: at })
    .where("authority_id", "=", authorityId)
    .where("id", "=", conversationId)
    .execute();
}
