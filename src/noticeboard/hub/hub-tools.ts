import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Clock } from "../../platform/clock.ts";
import type { HttpClient } from "../../platform/http-client.ts";
import type { Log } from "../../platform/log.ts";
import type { Vault } from "../../platform/vault.ts";

/** A feed as it is delivered. */
export interface FeedContent {
  type: string;
  body: string;
  /** The address of the hub that its own links name. */
  hub: string;
}

/** Writes the feeds of the public pages; those pages are of another part of the program. */
export interface FeedWriter {
  /** Undefined where the address is no feed of this authority, or is none any more. */
  write(authorityId: string, topic: string): Promise<FeedContent | undefined>;
  /** The addresses of an authority's feeds with all its open items. */
  topics(authorityId: string): Promise<string[]>;
}

/** "own": we tell subscribers ourselves. An address: a hub of others is told. */
export type HubMode = { kind: "own" } | { kind: "off" } | { kind: "external"; url: string };

export interface HubTools {
  db: Kysely<Schema>;
  http: HttpClient;
  vault: Vault;
  clock: Clock;
  log: Log;
  stopping: AbortSignal;
  hub: { mode: HubMode; feeds: FeedWriter };
}
