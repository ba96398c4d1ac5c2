import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Listener } from "../inbox/listener.ts";
import { type AnswerWay, type WayVerdict, waysToAnswer } from "./answer-way.ts";
import type { AnsweredConversation, AnsweredMessage } from "./answering-store.ts";
import { hasPrivateReply } from "./reply-store.ts";

/** Every way to answer one message now, for whoever writes and for what writes itself. */
export async function waysNow(
  db: Kysely<Schema>,
  listener: Listener,
  conversation: AnsweredConversation,
  answered: AnsweredMessage | undefined,
  how: { isAutomatic: boolean; now: Date; apartFrom?: string },
): Promise<Record<AnswerWay, WayVerdict>> {
  const isReplied = answered && (await hasPrivateReply(db, listener, answered.externalId, how.apartFrom));
  const { kind, personId, isBlocked, isHeld, windowUntil, humanUntil } = conversation;
  return waysToAnswer(
    {
      kind,
      isAutomatic: how.isAutomatic,
      answered: answered ?? null,
      hasPrivateReply: isReplied === true,
      isPersonKnown: personId !== null,
      isBlocked,
      isHeld,
      windowUntil,
      humanUntil,
      windows: listener.windows,
    },
    how.now,
  );
}
