import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { findItem } from "../../noticeboard/board-store.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { addressPart, seqOf } from "../../noticeboard/slug.ts";
import type { WebParts } from "../web-parts.ts";
import { itemAddress } from "./addresses.ts";
import { readHistory } from "./history-store.ts";
import { itemPage } from "./item-page.ts";
import type { SiteAnswer } from "./open-site.ts";
import { send } from "./send.ts";
import type { Site } from "./site.ts";
import { SiteFault } from "./site-fault.ts";

/** A title may be corrected, so old words in an address lead to the present ones; the number never changes. */
export function answerItem(parts: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const { item: part } = request.params as { item: string };
    const item = await findShown(parts.database.db, site, part);
    if (addressPart(item) !== part) return reply.redirect(itemAddress(site.place, item), 301);
    const changes = await readHistory(parts.database.db, site.authority.id, item.seq);
    return await send(request, reply, itemPage(site, item, changes));
  };
}

/** The item that a part of an address names. @throws SiteFault where there is none, or none any more */
export async function findShown(db: Kysely<Schema>, site: Site, part: string): Promise<ShownItem> {
  const seq = seqOf(part);
  const item = seq === undefined ? undefined : await findItem(db, site.reading, seq);
  if (item === "gone") throw new SiteFault(site, "gone");
  if (!item) throw new SiteFault(site, "no-such-item");
  return item;
}
