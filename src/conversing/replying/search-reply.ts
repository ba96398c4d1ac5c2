import type { ReplyFinding, SoughtReply } from "../../channels/conversing.ts";
import { keepTrying } from "../../publishing/keep-trying.ts";
import type { ConverseTools } from "../converse-tools.ts";
import { refreshConversations } from "../inbox/refresh-conversations.ts";
import type { AnsweringAccount } from "../open-listener.ts";
import { findAnswered } from "./answering-store.ts";
import { isPostOf, type KeptReply } from "./kept-reply.ts";
import { rememberSent } from "./remember-sent.ts";
import { concluded } from "./reply.ts";
import { saveReplyStep } from "./reply-store.ts";
import { restAnswering } from "./rest-answering.ts";

/**
 * One look for an answer whose end is uncertain. Found: it is sent. Absent: it is looked for again, and sent again only
 * after all looks came back empty. Reading changes nothing there, so a crash just means another look.
 */
export async function searchReply(
  tools: ConverseTools,
  account: AnsweringAccount,
  reply: KeptReply,
): Promise<"on" | "rest"> {
  await tools.reached?.("reply search begun");
  const conversation = await findAnswered(tools.db, reply);
  const personId = conversation && isPostOf(conversation, reply) ? conversation.personId : null;
  const finding = await account.conversing.findReply(account.remote, soughtBy(reply, personId));
  await tools.reached?.("reply search answered");
  await keepTrying(() => conclude(tools, account, reply, finding), tools.policy.holdLineMs, tools);
  await tools.reached?.("reply search settled");
  if (finding.kind !== "no-answer") return "on";
  const { reconnect, notBefore } = finding;
  if (!reconnect && !notBefore) return "on";
  const trouble = { ...finding, kind: reconnect ? ("reconnect" as const) : ("rest" as const) };
  return (await restAnswering(tools, account, trouble)) ? "rest" : "on";
}

/** `personId`: who wrote the post that was answered privately, since a post does not name that talk. */
function soughtBy(
  { kind, target, text, lastTriedAt, writtenAt }: KeptReply,
  personId: string | null,
): SoughtReply {
  const since = lastTriedAt ?? writtenAt;
  switch (kind) {
    case "comment":
      return { since, text, parentId: target };
    case "private-reply":
      return personId === null ? { since, text, commentId: target } : { since, text, personId };
    case "message":
      return { since, text, personId: target };
  }
}

/** Refused where the row was settled meanwhile, by an event or by another look. */
async function conclude(
  tools: ConverseTools,
  { listener }: AnsweringAccount,
  reply: KeptReply,
  finding: ReplyFinding,
): Promise<void> {
  const now = tools.clock.now();
  const after = concluded(reply, finding, now, tools.policy, tools.chance());
  await tools.db.transaction().execute(async (trx) => {
    await findAnswered(trx, reply, true);
    if (!(await saveReplyStep(trx, reply, after))) return;
    if (after.externalId === null) return;
    await rememberSent(trx, listener, reply, after.externalId, reply.lastTriedAt ?? now);
    await refreshConversations(trx, listener, [reply.conversationId], { by: reply.writtenBy, at: now });
  });
  tools.log.info({ replyId: reply.id, finding: finding.kind, state: after.state }, "looked for an answer");
}
