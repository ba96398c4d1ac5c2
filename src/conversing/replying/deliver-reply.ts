import { randomUUID } from "node:crypto";
import type { Answered, Conversing, MessageTag } from "../../channels/conversing.ts";
import type { StoredSettings } from "../../channels/registry.ts";
import { keepTrying } from "../../publishing/keep-trying.ts";
import type { ConverseTools } from "../converse-tools.ts";
import type { AnsweringAccount } from "../open-listener.ts";
import { findAnswered, findAnsweredMessage } from "./answering-store.ts";
import { isPostOf, type KeptReply, wayOfKind } from "./kept-reply.ts";
import { claimed, refused } from "./reply.ts";
import { saveReplyClaim, saveReplyStep } from "./reply-store.ts";
import { restAnswering, troubleOf } from "./rest-answering.ts";
import { settleReply } from "./settle-reply.ts";
import { waysNow } from "./ways-now.ts";

/**
 * Sends one answer. Row first: the claim is committed. Call second, once. Settle third. The network's windows are looked at
 * again right before the claim, since it may have waited: what may no longer be written is given back to a person.
 */
export async function deliverReply(
  tools: ConverseTools,
  account: AnsweringAccount,
  reply: KeptReply,
): Promise<"on" | "rest"> {
  const { way, isPost } = await wayNow(tools, account, reply);
  const now = tools.clock.now();
  if (way.kind === "closed") {
    await saveReplyStep(tools.db, reply, refused(reply, way.reason, "", now));
    tools.log.warn({ replyId: reply.id, reason: way.reason }, "an answer can no longer be sent this way");
    return "on";
  }
  const attemptId = randomUUID();
  const claim: KeptReply = { ...reply, ...claimed(reply, attemptId, now), tag: way.tag };
  if (!(await saveReplyClaim(tools.db, reply, claim, tools.policy.leaseMs))) return "on";
  const claimedAtMs = performance.now();
  await tools.reached?.("reply claimed");
  // A machine that slept after the claim may already be thought dead by others, who look for this very answer.
  const ageMs = Math.max(performance.now() - claimedAtMs, tools.clock.now().getTime() - now.getTime());
  const answered: Answered =
    ageMs > tools.policy.claimFreshMs
      ? { kind: "retry", reason: "slept", detail: "the claim was too old to act on", scope: "publication" }
      : await call(account, claim, isPost);
  await tools.reached?.("reply answered");
  await settleReply(tools, account, claim, answered);
  await tools.reached?.("reply settled");
  return (await restAfter(tools, account, answered)) ? "rest" : "on";
}

async function restAfter(
  tools: ConverseTools,
  account: AnsweringAccount,
  answered: Answered,
): Promise<boolean> {
  const trouble = troubleOf(answered);
  return await keepTrying(() => restAnswering(tools, account, trouble), tools.policy.holdLineMs, tools);
}

async function wayNow(tools: ConverseTools, { listener }: AnsweringAccount, reply: KeptReply) {
  const conversation = await findAnswered(tools.db, reply);
  if (!conversation) return { way: { kind: "closed", reason: "removed" } as const, isPost: false };
  const target = reply.kind === "message" ? undefined : reply.target;
  const answered = await findAnsweredMessage(tools.db, reply, target);
  const how = { isAutomatic: reply.isAutomatic, now: tools.clock.now(), apartFrom: reply.id };
  const ways = await waysNow(tools.db, listener, conversation, answered, how);
  return { way: ways[wayOfKind(reply.kind)], isPost: isPostOf(conversation, reply) };
}

async function call(
  { conversing, remote }: AnsweringAccount,
  { kind, target, text, tag, ownId }: KeptReply,
  isPost: boolean,
): Promise<Answered> {
  switch (kind) {
    case "comment":
      return await conversing.reply(remote, { parentId: target }, text);
    case "private-reply":
      return await conversing.replyPrivately(
        remote,
        isPost ? { postId: target } : { commentId: target },
        text,
        ownId,
      );
    case "message":
      return await sendMessage(conversing, remote, target, text, tag ?? "answer", ownId);
  }
}

function sendMessage(
  conversing: Conversing<StoredSettings>,
  remote: AnsweringAccount["remote"],
  personId: string,
  text: string,
  tag: MessageTag,
  ownId: string,
): Promise<Answered> {
  return conversing.message(remote, { personId }, text, tag, ownId);
}
