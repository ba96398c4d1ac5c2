import { randomBytes } from "node:crypto";
import { openChannels } from "../channels/registry.ts";
import { readConfig } from "../config.ts";
import type { Database } from "../database/database.ts";
import type { Queue } from "../jobs/queue.ts";
import type { HttpClient } from "../platform/http-client.ts";
import { silentLog } from "../platform/log.ts";
import { openVault } from "../platform/vault.ts";
import { defaultPolicy } from "../publishing/policy.ts";
import type { WebParts } from "./web-parts.ts";

/** For the tests of this folder: real addresses over a real database, with a queue that only remembers its jobs. */
export interface PretendParts extends WebParts {
  /** What was put into the queue, as "name authority/account". */
  jobs: string[];
  /** The present moment, moved by tests. */
  setNow(now: Date): void;
}

export function pretendParts(
  database: Database,
  settings: Record<string, string> = {},
  startedAt = new Date("2026-11-22T09:32:00.000Z"),
): PretendParts {
  let present = startedAt;
  const jobs: string[] = [];
  const clock = { now: () => present };
  const config = readConfig(settings);
  const queue: Queue = {
    async add(_writer, name, payload) {
      jobs.push(`${name} ${Object.values(payload).join("/")}`);
    },
    async take() {},
    async close() {},
  };
  const nowhere: HttpClient = {
    async request() {
      throw new Error("a page called a network");
    },
    async close() {},
  };
  return {
    config,
    log: silentLog as unknown as WebParts["log"],
    clock,
    database,
    vault: openVault(randomBytes(32)),
    channels: openChannels(nowhere, clock),
    policy: defaultPolicy,
    publicUrl: config.publicUrl ?? "https://bacheca.provincia.example",
    queue: async () => queue,
    jobs,
    setNow(now) {
      present = now;
    },
  };
}
