import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { recordAct } from "../auditing/record-act.ts";
import type { Schema } from "../database/schema.ts";
import type { ConverseTools } from "./converse-tools.ts";
import type { ConversationKey } from "./inbox/conversation-store.ts";
import type { Listener } from "./inbox/listener.ts";
import { openListener } from "./open-listener.ts";
import type { AnswerWay, ClosedReason, WayVerdict } from "./replying/answer-way.ts";
import {
  type AnsweredConversation,
  type AnsweredMessage,
  bumpVersion,
  findAnswered,
  findAnsweredMessage,
} from "./replying/answering-store.ts";
import { type KeptReply, kindOfWay } from "./replying/kept-reply.ts";
import { written } from "./replying/reply.ts";
import { insertReplies } from "./replying/reply-store.ts";
import { judgeText } from "./replying/reply-text.ts";
import { waysNow } from "./replying/ways-now.ts";

/** An answer as a person here wrote it. */
export interface WrittenReply extends ConversationKey {
  /** Of the conversation as it was read by whoever writes. */
  version: number;
  /** Who of us. */
  by: string;
  way: AnswerWay;
  text: string;
  /** The comment that is answered; left out, the newest. */
  messageId?: string;
  asksBack?: boolean;
  /** A text that is too long goes out in parts. */
  isDivided?: boolean;
}

export type SendResult =
  | { kind: "taken"; replyIds: string[] }
  /** Somebody changed the conversation meanwhile: who of us, or the network with something new (null). */
  | { kind: "overtaken"; by: string | null; at: Date; version: number }
  | { kind: "closed"; reason: ClosedReason; ways: Record<AnswerWay, WayVerdict> }
  | { kind: "empty" }
  | { kind: "too-long"; characters: number; charactersMax: number; parts: number | undefined }
  | { kind: "gone" };

/**
 * Takes an answer in: its row and its job, in one transaction. It leaves at once, and what becomes of it is in the row.
 * Nothing is taken that could not leave now, and nothing from somebody who has not seen what was said last.
 */
export async function sendReply(tools: ConverseTools, reply: WrittenReply): Promise<SendResult> {
  const there = await findAnswered(tools.db, reply);
  const account =
    there && (await openListener(tools, { authorityId: reply.authorityId, accountId: there.accountId }));
  if (!there || !account) return { kind: "gone" };
  const { textCharactersMax } = account.conversing;
  const most = reply.way === "public" ? textCharactersMax.comment : textCharactersMax.message;
  const how = { mayDivide: reply.way !== "private-reply", isDivided: reply.isDivided ?? false };
  const verdict = judgeText(reply.text, most, how);
  if (verdict.kind !== "fits") return verdict;
  return await tools.db
    .transaction()
    .execute(async (trx) => await take(tools, trx, account.listener, reply, verdict.parts));
}

async function take(
  tools: ConverseTools,
  trx: Transaction<Schema>,
  listener: Listener,
  reply: WrittenReply,
  parts: readonly string[],
): Promise<SendResult> {
  const now = tools.clock.now();
  const conversation = await findAnswered(trx, reply, true);
  if (!conversation) return { kind: "gone" };
  if (conversation.version !== reply.version) {
    const { changedBy: by, changedAt: at, version } = conversation;
    return { kind: "overtaken", by, at, version };
  }
  const answered = await findAnsweredMessage(trx, reply, reply.messageId);
  const ways = await waysNow(trx, listener, conversation, answered, { isAutomatic: false, now });
  const way = ways[reply.way];
  if (way.kind === "closed") return { kind: "closed", reason: way.reason, ways };
  const rows = parts.map((text) => rowOf(listener, reply, conversation, answered, text, now));
  await insertReplies(trx, rows);
  await bumpVersion(trx, reply, { by: reply.by, at: now });
  await recordAct(trx, {
    authorityId: reply.authorityId,
    at: now,
    by: reply.by,
    act: "reply-sent",
    subject: reply.conversationId,
    detail: { way: reply.way, replyIds: rows.map(({ id }) => id) },
  });
  await tools.queue.add(trx, "deliver-replies", {
    authorityId: listener.authorityId,
    accountId: listener.accountId,
  });
  return { kind: "taken", replyIds: rows.map(({ id }) => id) };
}

function rowOf(
  { authorityId, accountId }: Listener,
  reply: WrittenReply,
  conversation: AnsweredConversation,
  answered: AnsweredMessage | undefined,
  text: string,
  now: Date,
): KeptReply {
  const target = reply.way === "message" ? conversation.personId : answered?.externalId;
  return {
    ...written(now),
    authorityId,
    accountId,
    conversationId: reply.conversationId,
    id: randomUUID(),
    kind: kindOfWay[reply.way],
    target: target ?? "",
    text,
    tag: null,
    writtenBy: reply.by,
    isAutomatic: false,
    asksBack: reply.asksBack ?? false,
    answersUntil: conversation.heardAt,
    ownId: randomUUID(),
    writtenAt: now,
  };
}
