import type { FastifyReply, FastifyRequest } from "fastify";
import { findItemOfMarker } from "../noticeboard/item-of-marker-store.ts";
import { addressPart } from "../noticeboard/slug.ts";
import { Problem } from "./problem.ts";
import type { Handler, WebParts } from "./web-parts.ts";

// As the database has it; anything else is not worth a question.
const markerShape = /^[a-z0-9]{10,32}$/;

/**
 * The link of a post. Leads to the item's page on our own site, which tells how the item stands today, shows people
 * without an account all there is, and leads on to the portal; Facebook's preview finds title, text and card there.
 */
export function followShortLink(parts: WebParts): Handler {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { marker } = request.params as { marker: string };
    const item = markerShape.test(marker) ? await findItemOfMarker(parts.database.db, marker) : undefined;
    if (!item) throw new Problem(404, "no-such-link");
    reply.header("cache-control", "no-store");
    return reply.redirect(`/${item.authorityId}/notizie/${addressPart(item)}`, 302);
  };
}
