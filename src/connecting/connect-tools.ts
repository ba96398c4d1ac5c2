import type { Kysely } from "kysely";
import type { AnyChannel } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Vault } from "../platform/vault.ts";
import type { PublishingPolicy } from "../publishing/policy.ts";

/** What the flows of connecting work with. */
export interface ConnectTools {
  db: Kysely<Schema>;
  channels: Record<string, AnyChannel>;
  vault: Vault;
  clock: Clock;
  log: Log;
  policy: PublishingPolicy;
  queue: Pick<Queue, "add">;
  /** Our own public address, without a slash at the end: the network calls us there. */
  publicUrl: string;
}
