import { sealTrail } from "../auditing/seal-trail.ts";
import { checkAccountHealth } from "../connecting/check-account-health.ts";
import type { MailSender } from "../mailing/open-mail-sender.ts";
import type { HubTools } from "../noticeboard/hub/hub-tools.ts";
import type { HttpClient } from "../platform/http-client.ts";
import { advanceAccount } from "../publishing/advance-account.ts";
import { type PreparedMedia, preparedMedia } from "../publishing/media-of-format.ts";
import { preparePublications } from "../publishing/prepare-publications.ts";
import type { PublishTools } from "../publishing/publish-tools.ts";
import { openSources } from "../sources/registry.ts";
import { pollSource } from "../watching/poll-source.ts";
import { startBoardRunners } from "./board-runners.ts";
import { startConverseRunners } from "./converse-runners.ts";
import { startMailRunners } from "./mail-runners.ts";
import { startModerateRunners } from "./moderate-runners.ts";
import type { Queue } from "./queue.ts";
import { openRunner, type Runner } from "./runners.ts";
import { startSchedule } from "./schedule.ts";

export interface WorkerOptions {
  publish: Omit<PublishTools, "stopping">;
  queue: Queue;
  http: HttpClient;
  /** Undefined: nobody is written to. */
  mail?: MailSender | undefined;
  /** See ConverseTools.arriving. */
  arriving?: () => number;
  /** Who tells subscribers of feeds; nobody when not given. */
  hub?: HubTools["hub"];
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
  const health = openRunner<{ authorityId: string; accountId: string }>(
    async (key) => void (await checkAccountHealth(tools, key)),
    { most: accountsAtOnce, log, name: "check-account-health" },
  );
  await options.queue.take("poll-source", looks.wake);
  await options.queue.take("advance-account", lines.wake);
  await options.queue.take("prepare-publications", preparing.wake);
  await options.queue.take("check-account-health", health.wake);
  const others = await startOthers(tools, options);
  const schedule = startSchedule(
    {
      ...tools,
      queue: options.queue,
      hasMail: options.mail !== undefined,
      ...(options.hub && { hub: options.hub }),
    },
    options.sweepMs,
  );
  return {
    async stop() {
      stopping.abort();
      await schedule.stop();
      const runners = [looks, lines, preparing, health, ...others];
      await Promise.all(runners.map((runner) => runner.close()));
    },
  };
}

/** What people write, what is decided about it, and what the people at the desk are written. */
async function startOthers(
  tools: PublishTools,
  { queue, mail, hub, http, arriving }: WorkerOptions,
): Promise<Pick<Runner<never>, "close">[]> {
  const common = { ...tools, reached: undefined };
  return [
    ...(await startConverseRunners({ ...common, arriving }, queue)),
    ...(await startModerateRunners(common, queue)),
    ...(await startBoardRunners({ ...tools, http, ...(hub && { hub }) }, queue)),
    ...(mail ? await startMailRunners({ ...common, sender: mail }, queue) : []),
    await startSealing(tools, queue),
  ];
}

async function startSealing(tools: PublishTools, queue: Queue): Promise<Pick<Runner<never>, "close">> {
  const { log } = tools;
  const seal = async () => void (await sealTrail(tools));
  const sealing = openRunner<object>(seal, { most: 1, log, name: "seal-trail" });
  await queue.take("seal-trail", sealing.wake);
  return sealing;
}
