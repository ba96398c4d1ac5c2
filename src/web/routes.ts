import type { FastifyInstance } from "fastify";
import { serveAssets } from "./assets.ts";
import { accountsAddress } from "./desk/accounts/accounts-address.ts";
import { choiceAction, choiceAddress } from "./desk/accounts/choice-address.ts";
import { checkAction, connectAction, returnedAddress, tokenAction } from "./desk/accounts/connect-actions.ts";
import {
  discardAction,
  discardHeldAction,
  dropWishAction,
  releaseAction,
  releaseHeldAction,
  removeAction,
  resumeAction,
  sendAgainAction,
  tryWishAgainAction,
} from "./desk/actions.ts";
import { todayAddress } from "./desk/today-address.ts";
import { type DeskGuard, guardDesk } from "./desk-guard.ts";
import { answerHealth } from "./health/health.ts";
import { answerMetrics } from "./health/metrics-address.ts";
import { watchReadiness } from "./health/readiness.ts";
import { answerOpenApi } from "./push/openapi-address.ts";
import { openPushAddress, pushBodyBytesMax } from "./push/push-address.ts";
import { followShortLink } from "./short-link.ts";
import type { WebParts } from "./web-parts.ts";
import { showDeletion } from "./webhooks/deletion-page.ts";
import { type Hooks, openHooks } from "./webhooks/open-hooks.ts";
import { eventBodyBytesMax, signedRequestBodyBytesMax } from "./webhooks/raw-bodies.ts";

/**
 * Every address of the product. HEAD is answered wherever GET is.
 *
 * Gives what is to be called when the process begins to stop.
 */
export function addRoutes(app: FastifyInstance, parts: WebParts): () => void {
  const readiness = watchReadiness(parts);
  const guard = guardDesk(parts);
  const push = openPushAddress(parts);
  const hooks = openHooks(parts);
  const metrics = answerMetrics(parts, guard.mayReadMetrics, hooks.metrics);
  app.addHook("onClose", metrics.close);

  // For everybody.
  app.get("/", (_request, reply) => reply.redirect("/desk", 302));
  app.get("/v/:marker", followShortLink(parts));
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
  app.get("/desk", { onRequest: guard.page }, todayAddress(parts));
  const ofForm = { onRequest: guard.form };
  app.post("/desk/publications/:authority/:id/release", ofForm, releaseAction(parts));
  app.post("/desk/publications/:authority/:id/send-again", ofForm, sendAgainAction(parts));
  app.post("/desk/publications/:authority/:id/discard", ofForm, discardAction(parts));
  app.post("/desk/publications/:authority/:id/remove", ofForm, removeAction(parts));
  app.post("/desk/publications/:authority/:id/try-wish-again", ofForm, tryWishAgainAction(parts));
  app.post("/desk/publications/:authority/:id/drop-wish", ofForm, dropWishAction(parts));
  app.post("/desk/authorities/:authority/release-flood", ofForm, releaseHeldAction(parts, "flood"));
  app.post("/desk/authorities/:authority/discard-flood", ofForm, discardHeldAction(parts, "flood"));
  app.post("/desk/authorities/:authority/release-restored", ofForm, releaseHeldAction(parts, "restored"));
  app.post("/desk/authorities/:authority/discard-restored", ofForm, discardHeldAction(parts, "restored"));
  app.post("/desk/accounts/:authority/:account/resume", ofForm, resumeAction(parts));

  addAccountRoutes(app, parts, guard);

  return readiness.beginStop;
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

/** How Pages are connected, and how they are. */
function addAccountRoutes(app: FastifyInstance, parts: WebParts, guard: DeskGuard): void {
  const ofPage = { onRequest: guard.page };
  const ofForm = { onRequest: guard.form };
  app.get("/desk/accounts", ofPage, accountsAddress(parts));
  app.get("/desk/accounts/connected/:channel", ofPage, returnedAddress(parts));
  app.get("/desk/accounts/:authority/logins/:login", ofPage, choiceAddress(parts));
  app.post("/desk/accounts/:authority/logins/:login", ofForm, choiceAction(parts));
  app.post("/desk/accounts/:authority/connect", ofForm, connectAction(parts));
  app.post("/desk/accounts/:authority/token", ofForm, tokenAction(parts));
  app.post("/desk/accounts/:authority/:account/check", ofForm, checkAction(parts));
}
