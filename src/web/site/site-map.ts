import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { isUnopposed } from "../../noticeboard/board-conditions.ts";
import { itemPage, type Place, pageAddress } from "./addresses.ts";
import { element } from "./feeds/xml.ts";
import type { Site } from "./site.ts";

/** As many as a site map may hold (sitemaps.org), less the pages that are no items. */
export const itemsMost = 49_000;

export interface MappedItem {
  seq: string;
  title: string;
  changedAt: Date;
}

/** The newest items with what their addresses are made of. */
export async function readMappedItems(db: Kysely<Schema>, authorityId: string): Promise<MappedItem[]> {
  const { rows } = await sql<MappedItem>`
    select i.seq, i.title, coalesce(max(c.at), i.first_seen_at) as "changedAt"
    from item i left join change c on c.authority_id = i.authority_id and c.item_id = i.id
    where i.authority_id = ${authorityId}
      and not exists (select 1 from change w where w.authority_id = i.authority_id and w.item_id = i.id and w.kind = 'withdrawn')
      and ${isUnopposed}
    group by i.authority_id, i.id order by i.seq desc limit ${itemsMost}`.execute(db);
  return rows;
}

const pages = ["", "notizie", "dati", "privacy", "note-legali", "accessibilita"];

/** The pages and items of an authority for search engines, in its usual language. */
export function siteMap({ place }: Site, items: readonly MappedItem[]): string {
  const own: Place = { ...place, language: place.usual };
  const url = (page: string, changedAt?: Date) =>
    `<url>${element("loc", place.publicUrl + pageAddress(own, page))}${element("lastmod", changedAt?.toISOString())}</url>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map((page) => url(page)),
    ...items.map((item) => url(itemPage(item), item.changedAt)),
    "</urlset>\n",
  ].join("\n");
}

/** The maps of all authorities. */
export function siteMapIndex(publicUrl: string, authorityIds: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...authorityIds.map((id) => `<sitemap>${element("loc", `${publicUrl}/${id}/sitemap.xml`)}</sitemap>`),
    "</sitemapindex>\n",
  ].join("\n");
}
