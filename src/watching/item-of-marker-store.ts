import type { Kysely } from "kysely";
import { type AuthoritySettings, authoritySettings } from "../authority/settings.ts";
import type { Schema } from "../database/schema.ts";
import type { Attachment, ItemFacts, ItemKind } from "./found-item.ts";

/** All that the page of an item shows. */
export interface ShownItem {
  authorityName: string;
  settings: AuthoritySettings;
  kind: ItemKind;
  title: string;
  text: string;
  link: string | null;
  reference: string | null;
  facts: ItemFacts;
  attachments: Attachment[];
}

/** The item a short link belongs to, by one look into the index of markers; undefined for a marker never ours. */
export async function findItemOfMarker(db: Kysely<Schema>, marker: string): Promise<ShownItem | undefined> {
  const row = await db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.id", "=", "p.item_id").onRef("i.authority_id", "=", "p.authority_id"),
    )
    .innerJoin("authority as a", "a.id", "p.authority_id")
    .select(["a.name", "a.settings", "i.kind", "i.title", "i.body", "i.link", "i.reference"])
    .select(["i.facts", "i.attachments"])
    .where("p.marker", "=", marker)
    .executeTakeFirst();
  if (!row) return undefined;
  const { kind, title, link, reference, facts, attachments } = row;
  const settings = authoritySettings.parse(row.settings);
  return {
    authorityName: row.name,
    settings,
    kind,
    title,
    text: row.body,
    link,
    reference,
    facts,
    attachments,
  };
}
