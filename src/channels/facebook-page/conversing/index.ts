import { setTimeout as wait } from "node:timers/promises";
import type { Conversing } from "../../conversing.ts";
import type { Tools } from "../graph.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { textCharactersMax } from "./answer-text.ts";
import { blockPerson } from "./block-person.ts";
import { fetchFile } from "./fetch-file.ts";
import { findReply } from "./find-reply.ts";
import { moderateComment } from "./moderate-comment.ts";
import { openTurns } from "./open-turns.ts";
import { replyToComment } from "./reply-to-comment.ts";
import { sendMessage } from "./send-message.ts";
import { sendSign } from "./send-sign.ts";
import { windowsOf } from "./windows.ts";

/** Answering and moderating on a Page (graph-api.md sections 11 to 13). */
export function openConversing(tools: Tools): Conversing<FacebookPageSettings> {
  const readingTools = { ...tools, takeTurn: openTurns(tools.clock, wait) };
  return {
    textCharactersMax,
    isConnected: ({ token }) => typeof token === "string",
    windowsOf,
    reply: (account, { parentId }, text) => replyToComment(tools, account, parentId, text),
    replyPrivately: (account, to, text, ownId) => {
      const recipient = "commentId" in to ? { comment_id: to.commentId } : { post_id: to.postId };
      return sendMessage(tools, account, { recipient, text, tag: "answer", ownId });
    },
    message: (account, { personId, inReplyTo }, text, tag, ownId) =>
      sendMessage(tools, account, { recipient: { id: personId }, text, tag, ownId, inReplyTo }),
    signal: (account, personId, sign) => sendSign(tools, account, personId, sign),
    hide: (account, commentId) => moderateComment(tools, account, commentId, "hide"),
    show: (account, commentId) => moderateComment(tools, account, commentId, "show"),
    removeComment: (account, commentId) => moderateComment(tools, account, commentId, "remove"),
    block: (account, personId) => blockPerson(tools, account, personId, "block"),
    unblock: (account, personId) => blockPerson(tools, account, personId, "unblock"),
    findReply: (account, sought) => findReply(readingTools, account, sought),
    fetchFile: (account, address, bytesMax) => fetchFile(tools, account, address, bytesMax),
  };
}
