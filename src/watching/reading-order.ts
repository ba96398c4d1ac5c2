import type { FoundItem } from "./found-item.ts";

/**
 * The order in which the portal published: oldest first, so that a Page shows items as the portal does.
 *
 * Dates decide where both items have one; portals often give all items of a day the same date, and some none at all.
 * Then the place in the document decides, read in the direction in which this document runs (almost always newest
 * first).
 */
export function inReadingOrder<T extends Pick<FoundItem, "publishedAt">>(items: T[]): T[] {
  const ordered = runsOldestFirst(items) ? [...items] : [...items].reverse();
  // Array.prototype.sort is stable: items without a date keep their place beside their neighbours.
  const moments = datesFilledIn(ordered);
  return ordered
    .map((item, index) => ({ item, moment: moments[index] ?? 0, index }))
    .sort((a, b) => a.moment - b.moment || a.index - b.index)
    .map(({ item }) => item);
}

function runsOldestFirst(items: Pick<FoundItem, "publishedAt">[]): boolean {
  let up = 0;
  let down = 0;
  for (let i = 1; i < items.length; i += 1) {
    const before = items[i - 1]?.publishedAt?.getTime();
    const after = items[i]?.publishedAt?.getTime();
    if (before === undefined || after === undefined) continue;
    if (after > before) up += 1;
    if (after < before) down += 1;
  }
  return up > down;
}

/** An item without a date takes its older neighbour's; comparing "no date" with dates would not be an order. */
function datesFilledIn(ordered: Pick<FoundItem, "publishedAt">[]): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return ordered.map((item) => {
    last = item.publishedAt?.getTime() ?? last;
    return last === Number.NEGATIVE_INFINITY ? 0 : last;
  });
}
