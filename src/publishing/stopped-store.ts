import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Publication } from "./publication.ts";
import { toPublication } from "./publication-store.ts";

/** A publication that waits for a person. */
export interface StoppedPublication extends Publication {
  authorityId: string;
  accountId: string;
  id: string;
}

/** One publication by its id, whatever its state; undefined where there is none. */
export async function findPublication(
  db: Kysely<Schema>,
  key: { authorityId: string; id: string },
): Promise<StoppedPublication | undefined> {
  const row = await db
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.id)
    .executeTakeFirst();
  return (
    row && { ...toPublication(row), authorityId: row.authority_id, accountId: row.account_id, id: row.id }
  );
}

/** All that is held for this reason, in the portal's order. */
export async function findHeld(
  db: Kysely<Schema>,
  authorityId: string,
  reason: string,
): Promise<StoppedPublication[]> {
  const rows = await db
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("state", "=", "held")
    .where("reason", "=", reason)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    ...toPublication(row),
    authorityId: row.authority_id,
    accountId: row.account_id,
    id: row.id,
  }));
}
