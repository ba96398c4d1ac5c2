import type { Answered } from "../../channels/conversing.ts";
import { keepTrying } from "../../publishing/keep-trying.ts";
import type { ConverseTools } from "../converse-tools.ts";
import { noteRemoved } from "../inbox/message-store.ts";
import { refreshConversations } from "../inbox/refresh-conversations.ts";
import type { AnsweringAccount } from "../open-listener.ts";
import { findAnswered } from "./answering-store.ts";
import type { KeptReply } from "./kept-reply.ts";
import { rememberSent } from "./remember-sent.ts";
import { type Reply, settled } from "./reply.ts";
import { saveReplySettled } from "./reply-store.ts";

/**
 * Commits what a call came to, and where the answer arrived its message and how the conversation stands now, together.
 * While the database is away the outcome is kept and the saving repeated.
 */
export async function settleReply(
  tools: ConverseTools,
  { listener }: AnsweringAccount,
  reply: KeptReply,
  answered: Answered,
): Promise<void> {
  const now = tools.clock.now();
  const after = settled(reply, answered, now, tools.policy, tools.chance());
  const end = { attemptId: reply.attemptId ?? "", outcome: answered.kind, at: now };
  const isSettled = await keepTrying(
    () =>
      tools.db.transaction().execute(async (trx) => {
        // Before the reply's own row, in the order of those who handle events.
        await findAnswered(trx, reply, true);
        const isOurs = await saveReplySettled(trx, reply, after, end);
        if (isOurs && after.externalId !== null)
          await rememberSent(trx, listener, reply, after.externalId, now);
        if (isGone(reply, answered)) await noteRemoved(trx, listener, reply.target, now, goneAfterMs);
        const by = { by: reply.writtenBy, at: now };
        await refreshConversations(trx, listener, [reply.conversationId], by);
        return isOurs;
      }),
    tools.policy.holdLineMs,
    tools,
  );
  tell(tools, reply, after, isSettled);
}

/** Younger than this it may only not be seen yet. */
const goneAfterMs = 10 * 60_000;

/** Of a removal whose event was lost only such an answer tells: lists show what is there. */
function isGone({ kind }: KeptReply, answered: Answered): boolean {
  return kind !== "message" && answered.kind === "refused" && answered.isTargetGone === true;
}

function tell(tools: ConverseTools, reply: KeptReply, after: Reply, isSettled: boolean): void {
  const { authorityId, id: replyId, attemptId } = reply;
  const fields = { authorityId, replyId, attemptId, state: after.state, reason: after.reason };
  if (!isSettled) tools.log.warn(fields, "the end of an answer came too late: it was settled by others");
  else if (after.state === "sent") tools.log.info(fields, "answered");
  else tools.log.warn(fields, "an attempt did not answer");
}
