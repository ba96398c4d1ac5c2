import type { AccountKey } from "../publishing/account-store.ts";
import { keepTrying } from "../publishing/keep-trying.ts";
import type { ConverseTools } from "./converse-tools.ts";
import { type AnsweringAccount, openListener } from "./open-listener.ts";
import { deliverReply } from "./replying/deliver-reply.ts";
import type { KeptReply } from "./replying/kept-reply.ts";
import { interrupted } from "./replying/reply.ts";
import { findDueReplies, saveReplyStep } from "./replying/reply-store.ts";
import { searchReply } from "./replying/search-reply.ts";

const repliesAtOnce = 20;

/**
 * Takes the next steps of what is to be answered through one account, until there is nothing left to do now. Any process
 * may do so at any time: each reply is claimed by one, and the rows say what there is to do.
 */
export async function deliverReplies(tools: ConverseTools, key: AccountKey): Promise<void> {
  const account = await openListener(tools, key);
  if (!account) return;
  for (;;) {
    const due = await findDueReplies(tools.db, key, tools.clock.now(), repliesAtOnce);
    if (due.length === 0) return;
    for (const reply of due) {
      if (tools.stopping.aborted || tools.giveWay?.()) return;
      if ((await step(tools, account, reply)) === "rest") return;
    }
  }
}

async function step(
  tools: ConverseTools,
  account: AnsweringAccount,
  reply: KeptReply,
): Promise<"on" | "rest"> {
  switch (reply.state) {
    case "sending": {
      // Its lease has run out: whoever made the call is gone, or will be told when they come back.
      const after = interrupted(reply, tools.clock.now(), tools.policy);
      await keepTrying(() => saveReplyStep(tools.db, reply, after), tools.policy.holdLineMs, tools);
      tools.log.warn({ replyId: reply.id }, "an answer was left in the middle of a call");
      return "on";
    }
    case "unknown":
      return await searchReply(tools, account, reply);
    default:
      return await deliverReply(tools, account, reply);
  }
}
