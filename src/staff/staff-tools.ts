import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Vault } from "../platform/vault.ts";
import type { PasswordHasher } from "./password-hasher.ts";

/** What the flows about people work with. */
export interface StaffTools {
  db: Kysely<Schema>;
  vault: Vault;
  clock: Clock;
  log: Log;
  hasher: PasswordHasher;
}
