import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { readItems } from "../noticeboard/read-items.ts";
import type { Log } from "../platform/log.ts";
import type { Queue } from "./queue.ts";
import { openRunner, type Runner } from "./runners.ts";

export interface BoardTools {
  db: Kysely<Schema>;
  log: Log;
  stopping: AbortSignal;
}

/** Takes the jobs of the noticeboard; gives what runs them, to be closed. */
export async function startBoardRunners(
  tools: BoardTools,
  queue: Pick<Queue, "take">,
): Promise<Pick<Runner<never>, "close">[]> {
  const reading = openRunner<object>(() => readItems(tools), { most: 1, log: tools.log, name: "read-items" });
  await queue.take("read-items", reading.wake);
  return [reading];
}
