import type { Kysely } from "kysely";
import type { Authority } from "../../authority/authority-store.ts";
import type { Schema } from "../../database/schema.ts";
import { expiries } from "./expiries.ts";
import { added, type Counts, expiringAt } from "./retention.ts";

/** What the coming night would erase if it began at this moment. Changes nothing. */
export async function foreseeRetention(db: Kysely<Schema>, authority: Authority, at: Date): Promise<Counts> {
  const expiring = expiringAt(authority.id, authority.settings, at);
  let all: Counts = {};
  for (const { count } of Object.values(expiries)) all = added(all, await count(db, expiring));
  return all;
}
