import type { Kysely } from "kysely";
import type { ConversationKey } from "../../conversing/inbox/conversation-store.ts";
import type { Schema } from "../../database/schema.ts";
import type { Recognised } from "../recognised.ts";
import { findRecognisedIn } from "./recognised-store.ts";

/** What was recognised in one conversation and no person has settled yet, the oldest message first. */
export async function findRecognised(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<Recognised[]> {
  const all = await findRecognisedIn(db, authorityId, [conversationId]);
  return all.get(conversationId) ?? [];
}
