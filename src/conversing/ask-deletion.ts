import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { AppKey } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import type { Queue } from "../jobs/queue.ts";
import type { Clock } from "../platform/clock.ts";
import type { Vault } from "../platform/vault.ts";
import { keepDeletionRequest } from "./deletion-request-store.ts";
import { personFingerprint } from "./person-fingerprint.ts";

export interface AskTools {
  db: Kysely<Schema>;
  queue: Pick<Queue, "add">;
  vault: Vault;
  clock: Clock;
}

const codeBytes = 24;

/**
 * Notes that a person wants their data deleted, and wakes whoever carries it out. Gives the code with which the person
 * can follow it. The caller has proved that the network says so.
 */
export async function askDeletion(tools: AskTools, key: AppKey, personId: string): Promise<string> {
  const code = randomBytes(codeBytes).toString("base64url");
  const personHash = personFingerprint(tools.vault, key, personId);
  await tools.db.transaction().execute(async (trx) => {
    await keepDeletionRequest(trx, { ...key, code, personHash, askedAt: tools.clock.now() });
    await tools.queue.add(trx, "carry-out-deletions", {});
  });
  return code;
}
