import type { Kysely } from "kysely";
import type pg from "pg";
import type { Schema } from "../schema.ts";

/** An open database. Which engine runs it matters only to who opens, closes or describes it. */
export interface Database {
  engine: "embedded" | "postgres";
  db: Kysely<Schema>;
  /** For clients of one's own beside the pool: the queue, LISTEN. Without time limits on statements. */
  connection: pg.ClientConfig;
  /** As the server says it: "18.4". */
  serverVersion: string;
  /** Closes the pool, then stops the embedded server if nobody else uses it. May be called twice. */
  close(): Promise<void>;
}
