import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";

/** A held publication as a list shows it. */
export interface HeldPublication {
  id: string;
  accountId: string;
  title: string;
  reason: string;
}

/** All that is held of an authority, in the portal's order. */
export async function findHeldPublications(
  db: Kysely<Schema>,
  authorityId: string,
): Promise<HeldPublication[]> {
  const rows = await db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.authority_id", "=", "p.authority_id").onRef("i.id", "=", "p.item_id"),
    )
    .select(["p.id", "p.account_id", "i.title", "p.reason"])
    .where("p.authority_id", "=", authorityId)
    .where("p.state", "=", "held")
    .orderBy("p.position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    title: row.title,
    reason: row.reason ?? "",
  }));
}
