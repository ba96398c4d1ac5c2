import type { WebParts } from "../../web-parts.ts";
import { readPublications } from "../item-publications-store.ts";
import type { ItemsShown } from "./desk-item.ts";
import type { ItemFilter } from "./item-filter.ts";
import { findItems } from "./items-store.ts";

/** As many as one looks through without losing the place. */
const itemsOnPage = 25;

/** One page of the items of these authorities, with what became of each. */
export async function readItems(
  { database: { db } }: Pick<WebParts, "database">,
  authorityIds: readonly string[],
  filter: ItemFilter,
): Promise<ItemsShown> {
  // One more than is shown tells whether there are more.
  const found = await findItems(db, authorityIds, filter, itemsOnPage + 1);
  const isMore = found.length > itemsOnPage;
  const isUpward = filter.after !== undefined;
  const rows = isUpward ? found.slice(-itemsOnPage) : found.slice(0, itemsOnPage);
  const items: ItemsShown["items"] = [];
  const publications = new Map<string, Awaited<ReturnType<typeof readPublications>>>();
  for (const authorityId of new Set(rows.map((row) => row.authorityId))) {
    const ids = rows.filter((row) => row.authorityId === authorityId).map(({ id }) => id);
    publications.set(authorityId, await readPublications(db, authorityId, ids));
  }
  for (const row of rows) {
    items.push({ ...row, publications: publications.get(row.authorityId)?.get(row.id) ?? [] });
  }
  return {
    items,
    hasNewer: isUpward ? isMore : filter.before !== undefined,
    hasOlder: isUpward || isMore,
  };
}
