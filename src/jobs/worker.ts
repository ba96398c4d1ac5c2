import { checkAccountHealth } from "../connecting/check-account-health.ts";
import { carryOutDeletions } from "../conversing/carry-out-deletions.ts";
import type { ConverseTools } from "../conversing/converse-tools.ts";
import { deliverReplies } from "../conversing/deliver-replies.ts";
import { handleEvents } from "../conversing/handle-events.ts";
import type { HttpClient } from "../platform/http-client.ts";
import { advanceAccount } from "../publishing/advance-account.ts";
import { type PreparedMedia, preparedMedia } from "../publishing/media-of-format.ts";
import { preparePublications } from "../publishing/prepare-publications.ts";
import type { PublishTools } from "../publishing/publish-tools.ts";
import { openSources } from "../sources/registry.ts";
import { pollSource } from "../watching/poll-source.ts";
import type { Queue } from "./queue.ts";
import { openRunner } from "./runners.ts";
import { startSchedule } from "./schedule.ts";

export interface WorkerOptions {
  publish: Omit<PublishTools, "stopping">;
  queue: Queue;
  http: HttpClient;
  sweepMs?: number;
}

export interface Worker {
  /** Finishes the step under way everywhere, gives back what it holds, takes nothing more. */
  stop(): Promise<void>;
}

// Looks wait for slow portals, lines for a slow network: these bound sockets and memory, not the processor.
const looksAtOnce = 8;
const linesAtOnce = 16;
const accountsAtOnce = 4;
const answeringAtOnce = 8;

/** The part of the program that works: takes jobs, looks at sources, moves the lines of the accounts on. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const stopping = new AbortController();
  const tools: PublishTools = { ...options.publish, stopping: stopping.signal };
  const { log } = tools;
  const sources = openSources(options.http);
  const looks = openRunner<{ authorityId: string; sourceId: string }>(
    async ({ authorityId, sourceId }) => {
      await pollSource({ ...tools, queue: options.queue, sources }, authorityId, sourceId);
    },
    { most: looksAtOnce, log, name: "poll-source" },
  );
  const lines = openRunner<{ authorityId: string; accountId: string }>(
    (key, giveWay) => advanceAccount({ ...tools, giveWay }, key),
    { most: linesAtOnce, log, name: "advance-account" },
  );
  const preparing = openRunner<{ media: PreparedMedia }>(
    ({ media }, giveWay) => preparePublications({ ...tools, giveWay }, media),
    { most: preparedMedia.length, log, name: "prepare-publications" },
  );
  const converse: ConverseTools = { ...tools, reached: undefined };
  const hearing = openRunner<Record<string, never>>(
    (_key, giveWay) => handleEvents({ ...converse, giveWay }),
    { most: 1, log, name: "handle-events" },
  );
  const answering = openRunner<{ authorityId: string; accountId: string }>(
    (key, giveWay) => deliverReplies({ ...converse, giveWay }, key),
    { most: answeringAtOnce, log, name: "deliver-replies" },
  );
  const deletions = openRunner<Record<string, never>>(() => carryOutDeletions(tools), {
    most: 1,
    log,
    name: "carry-out-deletions",
  });
  const health = openRunner<{ authorityId: string; accountId: string }>(
    async (key) => void (await checkAccountHealth(tools, key)),
    { most: accountsAtOnce, log, name: "check-account-health" },
  );
  await options.queue.take("poll-source", looks.wake);
  await options.queue.take("advance-account", lines.wake);
  await options.queue.take("prepare-publications", preparing.wake);
  await options.queue.take("handle-events", hearing.wake);
  await options.queue.take("deliver-replies", answering.wake);
  await options.queue.take("carry-out-deletions", deletions.wake);
  await options.queue.take("check-account-health", health.wake);
  const schedule = startSchedule({ ...tools, queue: options.queue }, options.sweepMs);
  return {
    async stop() {
      stopping.abort();
      await schedule.stop();
      const runners = [looks, lines, preparing, hearing, answering, deletions, health];
      await Promise.all(runners.map((runner) => runner.close()));
    },
  };
}
