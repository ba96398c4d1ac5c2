import type { FastifyRequest } from "fastify";
import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { findItem } from "../../noticeboard/board-store.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { addressPart, seqOf } from "../../noticeboard/slug.ts";
import type { WebParts } from "../web-parts.ts";
import { itemAddress } from "./addresses.ts";
import { readHistory } from "./history-store.ts";
import { itemPage } from "./item-page.ts";
import type { Asking, SitePage } from "./remembered-answers.ts";
import type { Site } from "./site.ts";
import { SiteFault } from "./site-fault.ts";

/** A title may be corrected, so old words in an address lead to the present ones; the number never changes. */
export function answerItem({ database }: WebParts): SitePage {
  return async (site, request) => {
    const part = partOf(request);
    const [item, changes] = await Promise.all([
      findShown(database.db, site, part),
      readHistory(database.db, site.authority.id, seqOf(part)),
    ]);
    if (addressPart(item) !== part) return { movedTo: itemAddress(site.place, item) };
    return { content: itemPage(site, item, changes) };
  };
}

export const byItem: Asking = (_site, request) => [partOf(request)];

function partOf(request: FastifyRequest): string {
  return (request.params as { item: string }).item;
}

/** The item that a part of an address names. @throws SiteFault where there is none, or none any more */
export async function findShown(db: Kysely<Schema>, site: Site, part: string): Promise<ShownItem> {
  const seq = seqOf(part);
  const item = seq === undefined ? undefined : await findItem(db, site.reading, seq);
  if (item === "gone") throw new SiteFault(site, "gone");
  if (!item) throw new SiteFault(site, "no-such-item");
  return item;
}
