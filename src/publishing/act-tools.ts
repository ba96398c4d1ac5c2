import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Clock } from "../platform/clock.ts";

/** What the acts of a person work with. */
export interface ActTools {
  db: Kysely<Schema>;
  queue: Pick<Queue, "add">;
  clock: Clock;
  /** Who acts, by the id of the member; null for whoever works at the command line. */
  by: string | null;
}
