import { catchUpAccount } from "../conversing/catch-up-account.ts";
import type { ConverseTools } from "../conversing/converse-tools.ts";
import { deliverReplies } from "../conversing/deliver-replies.ts";
import { handleEvents } from "../conversing/handle-events.ts";
import { findAccountsToCatchUp } from "../conversing/reconciling/catch-up-store.ts";
import { findAnsweringAccounts } from "../conversing/replying/reply-store.ts";
import { warnDeadlines } from "../conversing/warn-deadlines.ts";

const accountsAtOnce = 200;

/** One pass over what people wrote: what webhooks lost is read again, conversations are made, answers sent, warnings told. */
export async function converseOnce(tools: ConverseTools): Promise<void> {
  for (const account of await findAccountsToCatchUp(tools.db, tools.clock.now(), accountsAtOnce)) {
    await catchUpAccount(tools, account);
  }
  await handleEvents(tools);
  for (const account of await findAnsweringAccounts(tools.db, tools.clock.now())) {
    await deliverReplies(tools, account);
  }
  await warnDeadlines(tools);
}
