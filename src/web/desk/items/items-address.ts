import { type Authority, findAuthority } from "../../../authority/authority-store.ts";
import { isUuid } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { findAllowed } from "../find-allowed.ts";
import { itemLink, readFilter, readFrom } from "./item-filter.ts";
import { itemsPage } from "./items-page.ts";
import { findSourceNames } from "./items-store.ts";
import { askedOf, viewOf } from "./items-view.ts";
import { oneItemPage } from "./one-item-page.ts";
import { readItem } from "./read-item.ts";
import { readItems } from "./read-items.ts";

/**
 * The Noticeboard: every item of one's authorities, the newest first. ?q= ?kind= ?state= ?authority= ?source= choose,
 * ?before= and ?after= turn the pages, ?lang= chooses the language.
 */
export function showItems(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const filter = readFilter(request.query as Record<string, unknown>);
    const { db } = parts.database;
    const authorities = await findAllowed(parts, asked.who.staff, "see-desk");
    const chosen = authorities.filter(({ id }) => filter.authority === undefined || id === filter.authority);
    if (filter.authority !== undefined && chosen.length === 0) throw new Problem(404, "no-such-page");
    // Sources are named within one authority, so they are chosen from once that is chosen.
    const [only] = chosen;
    const sources = only && chosen.length === 1 ? await findSourceNames(db, only.id) : [];
    const known = sources.some(({ id }) => id === filter.source) ? filter.source : undefined;
    const own = { ...filter, source: known };
    const shown = await readItems(parts, idsOf(chosen), own);
    return sendPage(reply, itemsPage(parts, asked, { filter: own, authorities, sources, shown }));
  };
}

function idsOf(authorities: readonly Authority[]): string[] {
  return authorities.map(({ id }) => id);
}

/** One item: ?from= is the list it was opened from, ?done= says what a button did. */
export function showItem(parts: WebParts): Handler {
  return async (request, reply) => {
    const { authority: authorityId, item: id } = request.params as { authority: string; item: string };
    const asked = askedOf(request, parts);
    const authority = await findAuthority(parts.database.db, authorityId);
    const item = authority && isUuid(id) ? await readItem(parts, { authorityId, id }) : undefined;
    if (!authority || !item) throw new Problem(404, "no-such-page");
    const from = readFrom((request.query as { from?: unknown }).from);
    const to = itemLink(item, { lang: asked.askedLanguage, from });
    return sendPage(reply, oneItemPage(asked, item, viewOf(parts, asked, authority, to), from));
  };
}
