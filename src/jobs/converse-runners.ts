import { fetchAttachments } from "../conversing/attachments/fetch-attachments.ts";
import { carryOutDeletions } from "../conversing/carry-out-deletions.ts";
import { catchUpAccount } from "../conversing/catch-up-account.ts";
import type { ConverseTools } from "../conversing/converse-tools.ts";
import { deliverReplies } from "../conversing/deliver-replies.ts";
import { handleEvents } from "../conversing/handle-events.ts";
import { applyRetention } from "../conversing/retaining/apply-retention.ts";
import { warnDeadlines } from "../conversing/warn-deadlines.ts";
import type { Queue } from "./queue.ts";
import { type GiveWay, openRunner, type Runner } from "./runners.ts";

// Each account waits for its own network: these bound sockets, not the processor.
const accountsAtOnce = 8;

interface AccountJob {
  authorityId: string;
  accountId: string;
}

/** Takes the jobs of hearing, answering and warning; gives what runs them, to be closed. */
export async function startConverseRunners(
  tools: ConverseTools,
  queue: Pick<Queue, "take">,
): Promise<Pick<Runner<never>, "close">[]> {
  const { log } = tools;
  const forAll = (name: string, flow: (tools: ConverseTools) => Promise<void>) =>
    openRunner<object>((_all, giveWay) => flow({ ...tools, giveWay }), { most: 1, log, name });
  const forEach = (name: string, flow: (tools: ConverseTools, key: AccountJob) => Promise<void>) =>
    openRunner<AccountJob>((key, giveWay: GiveWay) => flow({ ...tools, giveWay }, key), {
      most: accountsAtOnce,
      log,
      name,
    });
  const hearing = forAll("handle-events", handleEvents);
  const answering = forEach("deliver-replies", deliverReplies);
  const reconciling = forEach("catch-up-account", catchUpAccount);
  const warning = forAll("warn-deadlines", warnDeadlines);
  const files = forAll("fetch-attachments", fetchAttachments);
  const deletions = forAll("carry-out-deletions", carryOutDeletions);
  const retention = openRunner<{ authorityId: string }>(
    (key, giveWay) => applyRetention({ ...tools, giveWay, reached: undefined }, key),
    { most: 1, log, name: "apply-retention" },
  );
  await queue.take("handle-events", hearing.wake);
  await queue.take("deliver-replies", answering.wake);
  await queue.take("catch-up-account", reconciling.wake);
  await queue.take("warn-deadlines", warning.wake);
  await queue.take("fetch-attachments", files.wake);
  await queue.take("carry-out-deletions", deletions.wake);
  await queue.take("apply-retention", retention.wake);
  return [hearing, answering, reconciling, warning, files, deletions, retention];
}
