import type { HubTools } from "../noticeboard/hub/hub-tools.ts";
import { tellSubscribers } from "../noticeboard/hub/tell-subscribers.ts";
import { readItems } from "../noticeboard/read-items.ts";
import type { Queue } from "./queue.ts";
import { openRunner, type Runner } from "./runners.ts";

/** `hub` is missing where nobody tells subscribers. */
export type BoardTools = Omit<HubTools, "hub"> & Partial<Pick<HubTools, "hub">>;

/** Takes the jobs of the noticeboard; gives what runs them, to be closed. */
export async function startBoardRunners(
  tools: BoardTools,
  queue: Pick<Queue, "take">,
): Promise<Pick<Runner<never>, "close">[]> {
  const { hub, log } = tools;
  const reading = openRunner<object>(() => readItems(tools), { most: 1, log, name: "read-items" });
  const telling = openRunner<object>(async () => void (hub && (await tellSubscribers({ ...tools, hub }))), {
    most: 1,
    log,
    name: "tell-subscribers",
  });
  await queue.take("read-items", reading.wake);
  await queue.take("tell-subscribers", telling.wake);
  return [reading, telling];
}
