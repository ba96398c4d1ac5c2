import type { FastifyInstance } from "fastify";
import { serveAssets } from "./assets.ts";
import { addDesk } from "./desk/add-desk.ts";
import { guardDesk } from "./desk-guard.ts";
import { answerHealth } from "./health/health.ts";
import { answerMetrics } from "./health/metrics-address.ts";
import { guardMetrics } from "./health/metrics-guard.ts";
import { watchReadiness } from "./health/readiness.ts";
import { openLiveAddress } from "./live/live-address.ts";
import { answerOpenApi } from "./push/openapi-address.ts";
import { openPushAddress, pushBodyBytesMax } from "./push/push-address.ts";
import { addShortLink } from "./short-link.ts";
import { addSite } from "./site/add-site.ts";
import type { HostNames } from "./site/host-names.ts";
import type { WebParts } from "./web-parts.ts";
import { showDeletion } from "./webhooks/deletion-page.ts";
import { type Hooks, openHooks } from "./webhooks/open-hooks.ts";
import { eventBodyBytesMax, signedRequestBodyBytesMax } from "./webhooks/raw-bodies.ts";

/**
 * Every address of the product. HEAD is answered wherever GET is.
 *
 * Gives what is to be called when the process begins to stop.
 */
export function addRoutes(app: FastifyInstance, parts: WebParts, hosts: HostNames): () => void {
  const readiness = watchReadiness(parts);
  const guard = guardDesk(parts);
  const push = openPushAddress(parts);
  const hooks = openHooks(parts);
  const metrics = answerMetrics(parts, guardMetrics(parts), hooks.metrics);
  app.addHook("onClose", metrics.close);
  const live = openLiveAddress(parts);
  app.addHook("onClose", live.close);

  // For everybody.
  addSite(app, parts, hosts);
  addShortLink(app, parts);
  serveAssets(app);

  // For the portal.
  const ofPush = { bodyLimit: pushBodyBytesMax, onRequest: push.authorise };
  app.post("/api/v1/authorities/:authorityId/items", ofPush, push.answer);
  app.get("/api/v1/openapi.json", answerOpenApi(parts));

  // For the networks.
  addHookRoutes(app, hooks);
  app.get("/hooks/deletions/:code", showDeletion(parts));

  // For whoever keeps it running.
  app.get("/health", answerHealth);
  app.get("/ready", readiness.answer);
  app.get("/metrics", metrics.answer);

  // For the staff.
  app.get("/desk/live", { ...guard.page("see-desk"), exposeHeadRoute: false }, live.answer);
  addDesk(app, parts, guard);

  return () => {
    readiness.beginStop();
    live.beginStop();
  };
}

/** In a part of the server of their own, since signatures are over the very bytes of a body. */
function addHookRoutes(app: FastifyInstance, { events, leaving, prepare }: Hooks): void {
  app.register(async (raw) => {
    prepare(raw);
    const ofEvents = { bodyLimit: eventBodyBytesMax, onRequest: events.guard };
    raw.get("/hooks/:authorityId/:channel", events.handshake);
    raw.post("/hooks/:authorityId/:channel", ofEvents, events.take);
    const ofLeaving = { bodyLimit: signedRequestBodyBytesMax };
    raw.post("/hooks/:authorityId/:channel/deauthorise", ofLeaving, leaving.deauthorise);
    raw.post("/hooks/:authorityId/:channel/delete-data", ofLeaving, leaving.deleteData);
  });
}
