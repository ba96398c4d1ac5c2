import type { FastifyReply, FastifyRequest } from "fastify";
import { findItemOfMarker } from "../watching/item-of-marker-store.ts";
import { itemPage } from "./item-page.ts";
import { chooseLanguage } from "./language.ts";
import { Problem } from "./problem.ts";
import { type Handler, sendPage, type WebParts } from "./web-parts.ts";

// As the database has it; anything else is not worth a question.
const markerShape = /^[a-z0-9]{10,32}$/;

/**
 * The link of a post. Leads to the item's page on the portal; an item that has none is shown here, so that the link
 * always leads to the item and Facebook's preview finds one. Whoever scrapes us must never be sent elsewhere than
 * to the web, so other schemes than http and https count as no link.
 */
export function followShortLink(parts: WebParts): Handler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { marker } = request.params as { marker: string };
    const item = markerShape.test(marker) ? await findItemOfMarker(parts.database.db, marker) : undefined;
    if (!item) throw new Problem(404, "no-such-link");
    const link = webAddress(item.link);
    reply.header("cache-control", "no-store");
    if (link) return reply.redirect(link, 302);
    const { lang } = request.query as { lang?: string };
    const language = chooseLanguage(lang ?? item.settings.language, undefined);
    const isDemo = parts.config.isDemo;
    return sendPage(reply, itemPage(item, { language, isDemo, address: `${parts.publicUrl}/v/${marker}` }));
  };
}

/** The address in the form it may have in a header, or undefined when it is none of the web. */
function webAddress(link: string | null): string | undefined {
  const url = link ? URL.parse(link) : null;
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : undefined;
}
