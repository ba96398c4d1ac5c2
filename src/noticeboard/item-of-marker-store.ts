import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";

/** What the address of an item is made of, and whose post led there. */
export interface MarkedItem {
  authorityId: string;
  publicationId: string;
  seq: string;
  title: string;
  timeZone: string;
  /** The authority's own name in the web. */
  host: string | null;
}

/** The item a short link belongs to, by one look into the index of markers; undefined for a marker never ours. */
export async function findItemOfMarker(db: Kysely<Schema>, marker: string): Promise<MarkedItem | undefined> {
  return await db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.id", "=", "p.item_id").onRef("i.authority_id", "=", "p.authority_id"),
    )
    .innerJoin("authority as a", "a.id", "p.authority_id")
    .select([
      "i.authority_id as authorityId",
      "p.id as publicationId",
      "i.seq",
      "i.title",
      sql<string>`coalesce(a.settings ->> 'timeZone', 'Europe/Rome')`.as("timeZone"),
      sql<string | null>`a.settings -> 'site' ->> 'host'`.as("host"),
    ])
    .where("p.marker", "=", marker)
    .executeTakeFirst();
}
