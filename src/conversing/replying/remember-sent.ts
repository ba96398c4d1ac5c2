import type { Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Listener } from "../inbox/listener.ts";
import { findMessages, saveMessages } from "../inbox/message-store.ts";
import { saveAskedBack } from "./answering-store.ts";
import type { KeptReply } from "./kept-reply.ts";

/**
 * An answer that arrived becomes a message of its conversation, under the network's id: the event about it, which comes
 * before or after this, is then the same message. A private reply to a comment is kept beside the comment it answers.
 */
export async function rememberSent(
  trx: Transaction<Schema>,
  listener: Listener,
  reply: KeptReply,
  externalId: string,
  at: Date,
): Promise<void> {
  const [known] = await findMessages(trx, listener, [externalId]);
  const sentAt = known?.isDated ? known.sentAt : at;
  await saveMessages(trx, listener, [
    {
      conversationId: known?.conversationId ?? reply.conversationId,
      externalId,
      direction: "out",
      author: "page",
      authorId: known?.authorId ?? null,
      authorName: known?.authorName ?? null,
      parentExternalId: known?.parentExternalId ?? (reply.kind === "message" ? null : reply.target),
      versions: known?.versions ?? [{ at, rank: 0, text: reply.text }],
      attachments: known?.attachments ?? [],
      reaction: known?.reaction ?? null,
      reactionAt: known?.reactionAt ?? null,
      isAutomatic: reply.isAutomatic,
      needsAnswer: "no",
      sentAt,
      isDated: known?.isDated ?? false,
      receivedAt: known?.receivedAt ?? at,
      removedAt: known?.removedAt ?? null,
      hiddenAt: known?.hiddenAt ?? null,
      visibilityAt: known?.visibilityAt ?? null,
      answersUntil: reply.isAutomatic ? null : reply.answersUntil,
      eventIds: known?.eventIds ?? [],
    },
  ]);
  const { authorityId, conversationId } = reply;
  if (reply.asksBack) await saveAskedBack(trx, { authorityId, conversationId }, sentAt);
}
