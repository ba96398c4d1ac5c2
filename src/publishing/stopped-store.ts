import type { Kysely, Selectable, Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import { toPublication } from "./line-store.ts";
import type { Publication } from "./publication.ts";

/** A publication that waits for a person. */
export interface StoppedPublication extends Publication {
  authorityId: string;
  accountId: string;
  id: string;
}

export function toStopped(row: Selectable<Schema["publication"]>): StoppedPublication {
  return { ...toPublication(row), authorityId: row.authority_id, accountId: row.account_id, id: row.id };
}

/**
 * One publication by its id, whatever its state; undefined where there is none. Its row is locked: of two people who
 * want different things of it, the second sees what the first has done.
 */
export async function findPublication(
  trx: Transaction<Schema>,
  key: { authorityId: string; id: string },
): Promise<StoppedPublication | undefined> {
  const row = await trx
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.id)
    .forUpdate()
    .executeTakeFirst();
  return row && toStopped(row);
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
  return rows.map(toStopped);
}
