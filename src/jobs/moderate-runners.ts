import { actAlone } from "../moderating/deciding/act-alone.ts";
import { carryOutDecisions } from "../moderating/deciding/carry-out-decisions.ts";
import { endBlocks } from "../moderating/deciding/end-blocks.ts";
import type { ModerateTools } from "../moderating/moderate-tools.ts";
import { watchRaids } from "../moderating/raiding/watch-raids.ts";
import type { AccountKey } from "../publishing/account-store.ts";
import type { Queue } from "./queue.ts";
import { openRunner, type Runner } from "./runners.ts";

// Each account waits for its own network.
const accountsAtOnce = 8;

/** Takes the jobs of moderating; gives what runs them, to be closed. */
export async function startModerateRunners(
  tools: ModerateTools,
  queue: Pick<Queue, "take">,
): Promise<Pick<Runner<never>, "close">[]> {
  const carrying = openRunner<AccountKey>((key, giveWay) => carryOutDecisions({ ...tools, giveWay }, key), {
    most: accountsAtOnce,
    log: tools.log,
    name: "carry-out-decisions",
  });
  const alone = openRunner<object>(() => actAlone(tools), { most: 1, log: tools.log, name: "act-alone" });
  const ending = openRunner<object>(() => endBlocks(tools), { most: 1, log: tools.log, name: "end-blocks" });
  const raids = openRunner<object>(() => watchRaids(tools), { most: 1, log: tools.log, name: "watch-raids" });
  await queue.take("carry-out-decisions", carrying.wake);
  await queue.take("act-alone", alone.wake);
  await queue.take("end-blocks", ending.wake);
  await queue.take("watch-raids", raids.wake);
  return [carrying, alone, ending, raids];
}
