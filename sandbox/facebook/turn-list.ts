import type { KnownCall } from "./call.ts";
import { wholeNumber } from "./fields.ts";
import { invalidParameter } from "./graph-error.ts";

interface Turning {
  /** From the call, or from the modifiers of a field. */
  params: Record<string, string | undefined>;
  /** Path with version that `next` and `previous` lead to. */
  path: string;
  origin: string;
  call: KnownCall;
  limitDefault?: number;
  limitMax?: number;
}

/**
 * One piece of a list by cursors, with absolute addresses that carry the token (section 18). A cursor names the item it
 * stands at, so it survives what is added before it; when that item is gone, Graph's own complaint about cursors comes.
 */
export function turnList<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  turning: Turning,
): { items: Item[]; paging?: object } {
  const { params, limitDefault = 25, limitMax = 100 } = turning;
  const limit = params.limit === undefined ? limitDefault : wholeNumber(params.limit, "limit");
  if (limit > limitMax) throw invalidParameter(`Param limit must be at most ${limitMax}`);
  const from = params.after === undefined ? 0 : placeOf(all, keyOf, params.after) + 1;
  const to = params.before === undefined ? from + limit : placeOf(all, keyOf, params.before);
  const start = params.before === undefined ? from : Math.max(0, to - limit);
  const items = all.slice(start, to);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return { items };
  const [before, after] = [writeCursor(keyOf(first)), writeCursor(keyOf(last))];
  return {
    items,
    paging: {
      cursors: { before, after },
      ...(start > 0 ? { previous: address(turning, { before }) } : {}),
      ...(to < all.length ? { next: address(turning, { after }) } : {}),
    },
  };
}

function placeOf<Item>(all: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  const key = Buffer.from(cursor, "base64url").toString();
  const place = all.findIndex((item) => keyOf(item) === key);
  if (place === -1)
    throw invalidParameter("The After Cursor specified exceeds the max limit supported by this endpoint");
  return place;
}

function writeCursor(key: string): string {
  return Buffer.from(key).toString("base64url");
}

function address({ call, params, path, origin }: Turning, cursor: Record<string, string>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && name !== "before" && name !== "after" && name !== "method")
      query.set(name, value);
  }
  query.set("access_token", call.token);
  for (const [name, value] of Object.entries(cursor)) query.set(name, value);
  return `${origin}${path}?${query}`;
}
