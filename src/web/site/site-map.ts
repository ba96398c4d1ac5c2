import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { shown } from "../../noticeboard/board-conditions.ts";
import { itemPage, type Place, pageNames, wholeAddress } from "./addresses.ts";
import { element } from "./feeds/xml.ts";
import type { Site } from "./site.ts";

/** As many as a site map may hold (sitemaps.org), less the pages that are no items. */
export const itemsMost = 49_000;

export interface MappedItem {
  seq: string;
  title: string;
  changedAt: Date;
}

/** The newest items on the board with what their addresses are made of. */
export async function readMappedItems(db: Kysely<Schema>, authorityId: string): Promise<MappedItem[]> {
  const { rows } = await sql<MappedItem>`
    select i.seq, i.title, coalesce((select max(c.at) from change c
      where c.authority_id = i.authority_id and c.item_id = i.id), i.first_seen_at) as "changedAt"
    ${shown({ authorityId })} order by i.seq desc limit ${itemsMost}`.execute(db);
  return rows;
}

const { rules, review, register, figures, data, feedback, privacy, notes, accessibility } = pageNames;
const pages = [
  "",
  "notizie",
  rules,
  review,
  register,
  figures,
  data,
  feedback,
  privacy,
  notes,
  accessibility,
];

/** The pages and items of an authority for search engines, in its usual language. */
export function siteMap({ place }: Site, items: readonly MappedItem[]): string {
  const own: Place = { ...place, language: place.usual };
  const url = (page: string, changedAt?: Date) =>
    `<url>${element("loc", wholeAddress(own, page))}${element("lastmod", changedAt?.toISOString())}</url>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map((page) => url(page)),
    ...items.map((item) => url(itemPage(item), item.changedAt)),
    "</urlset>\n",
  ].join("\n");
}

/** The maps of all authorities. */
export function siteMapIndex(homes: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...homes.map((home) => `<sitemap>${element("loc", `${home}/sitemap.xml`)}</sitemap>`),
    "</sitemapindex>\n",
  ].join("\n");
}
