import type { Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { saveAskedBack } from "./answering-store.ts";
import type { KeptReply } from "./kept-reply.ts";
import { sent } from "./reply.ts";
import { saveAdopted } from "./reply-store.ts";

/**
 * The network itself told that a reply of ours arrived: whatever became of the answer to its call, it is sent. Its
 * message is in the conversation already, by the same event.
 */
export async function adoptReply(
  trx: Transaction<Schema>,
  reply: KeptReply,
  externalId: string,
  at: Date,
): Promise<void> {
  const isAdopted = await saveAdopted(trx, reply, sent(reply, externalId, at));
  const { authorityId, conversationId } = reply;
  if (isAdopted && reply.asksBack) await saveAskedBack(trx, { authorityId, conversationId }, at);
}
