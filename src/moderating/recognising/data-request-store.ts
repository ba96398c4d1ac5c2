import { type Kysely, type Selectable, sql } from "kysely";
import type { LocalDate } from "../../authority/calendar/local-date.ts";
import type { ConversationKey } from "../../conversing/inbox/conversation-store.ts";
import type { Schema } from "../../database/schema.ts";
import type { DataRequestTable } from "../../database/schema-recognised.ts";

/** A request on personal data as it is kept. */
export type DataRequest = Selectable<DataRequestTable>;

export interface NewDataRequest {
  messageId: string;
  conversationId: string;
  receivedOn: LocalDate;
  expiresOn: LocalDate;
}

/** Enters requests; one that is known keeps the term it has. */
export async function noteDataRequests(
  trx: Kysely<Schema>,
  authorityId: string,
  requests: readonly NewDataRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  await trx
    .insertInto("data_request")
    .values(
      requests.map(({ messageId, conversationId, receivedOn, expiresOn }) => ({
        authority_id: authorityId,
        message_id: messageId,
        conversation_id: conversationId,
        received_on: receivedOn,
        expires_on: expiresOn,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A conversation's requests, the one that ends first first. */
export async function findDataRequests(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<DataRequest[]> {
  return await db
    .selectFrom("data_request")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .orderBy("expires_on")
    .orderBy("message_id")
    .execute();
}

/** Whether a request waits for somebody to answer it or to give it to the officer. */
export async function isDataRequestOpen(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<boolean> {
  const row = await db
    .selectFrom("data_request")
    .select(sql<number>`1`.as("one"))
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("outcome", "is", null)
    .where("handed_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type RequestKey = { authorityId: string; messageId: string };

/** False where there is no such request, or its end is known. */
export async function saveHanded(
  trx: Kysely<Schema>,
  { authorityId, messageId }: RequestKey,
  { by, at, note }: { by: string; at: Date; note: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("data_request")
    .set({ handed_at: at, handed_by: by, note })
    .where("authority_id", "=", authorityId)
    .where("message_id", "=", messageId)
    .where("outcome", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

interface Outcome {
  by: string;
  at: Date;
  note: string | null;
  outcome: NonNullable<DataRequestTable["outcome"]>;
  /** Only of an answer or a refusal. */
  answeredOn?: LocalDate | undefined;
}

/** False where there is no such request, or its end is known already. */
export async function saveOutcome(
  trx: Kysely<Schema>,
  { authorityId, messageId }: RequestKey,
  { by, at, note, outcome, answeredOn }: Outcome,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("data_request")
    .set({ outcome, settled_at: at, settled_by: by, ...(note !== null && { note }) })
    .$if(answeredOn !== undefined, (query) => query.set({ answered_on: answeredOn ?? null }))
    .where("authority_id", "=", authorityId)
    .where("message_id", "=", messageId)
    .where("outcome", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
