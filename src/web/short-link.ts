import type { FastifyInstance } from "fastify";
import { dateIn } from "../authority/calendar/zoned-time.ts";
import { findItemOfMarker, type MarkedItem } from "../noticeboard/item-of-marker-store.ts";
import { addressPart } from "../noticeboard/slug.ts";
import { openClickCounter } from "./click-counter.ts";
import { Problem } from "./problem.ts";
import { isRobot } from "./robots.ts";
import { homeOf } from "./site/open-site.ts";
import type { WebParts } from "./web-parts.ts";

// As the database has it; anything else is not worth a question.
const markerShape = /^[a-z0-9]{10,32}$/;

/**
 * The link of a post. Leads to the item's page on our own site, which tells how the item stands today, shows people
 * without an account all there is, and leads on to the portal; Facebook's preview finds title, text and card there.
 */
export function addShortLink(app: FastifyInstance, { database, clock, log, publicUrl }: WebParts): void {
  const clicks = openClickCounter(database.db, log);
  app.addHook("onClose", clicks.close);
  app.get("/v/:marker", async (request, reply) => {
    const { marker } = request.params as { marker: string };
    const item = markerShape.test(marker) ? await findItemOfMarker(database.db, marker) : undefined;
    if (!item) throw new Problem(404, "no-such-link");
    // HEAD comes here too, and nobody reads that.
    if (request.method === "GET" && !isRobot(request.headers["user-agent"])) {
      const { authorityId, publicationId, timeZone } = item;
      clicks.count({ authorityId, publicationId, day: dateIn(clock.now(), timeZone) });
    }
    reply.header("cache-control", "no-store");
    return reply.redirect(addressOf(item, publicUrl), 302);
  });
}

/** Below the authority's own name where it has one; otherwise on the host that was asked. */
function addressOf({ host, authorityId, ...item }: MarkedItem, publicUrl: string): string {
  const home = host ? homeOf(publicUrl, authorityId, host) : `/${authorityId}`;
  return `${home}/notizie/${addressPart(item)}`;
}
