import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";

/** What the address of an item is made of. */
export interface MarkedItem {
  authorityId: string;
  seq: string;
  title: string;
}

/** The item a short link belongs to, by one look into the index of markers; undefined for a marker never ours. */
export async function findItemOfMarker(db: Kysely<Schema>, marker: string): Promise<MarkedItem | undefined> {
  return await db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.id", "=", "p.item_id").onRef("i.authority_id", "=", "p.authority_id"),
    )
    .select(["i.authority_id as authorityId", "i.seq", "i.title"])
    .where("p.marker", "=", marker)
    .executeTakeFirst();
}
