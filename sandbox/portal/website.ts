import formbody from "@fastify/formbody";
import Fastify, { type FastifyInstance } from "fastify";
import { z } from "zod";
import { addEditorRoutes } from "./editor-routes.ts";
import type { FaultSwitch } from "./faults.ts";
import { addFeedRoutes } from "./feed-routes.ts";
import type { Noticeboard } from "./noticeboard.ts";
import { addPageRoutes, languageOf, sendPage } from "./page-routes.ts";
import { messagePage } from "./pages/message-page.ts";
import { addSandboxRoutes } from "./sandbox-routes.ts";
import type { Stream } from "./stream.ts";

export interface WebsiteTools {
  board: Noticeboard;
  faults: FaultSwitch;
  stream: Stream;
  /** The portal's own address, known once it listens. */
  origin: () => string;
  /** What the feeds call the portal, where it is not the usual name. */
  name: string | undefined;
  now: () => Date;
}

/** The portal as a server that does not listen yet. */
export async function createWebsite(tools: WebsiteTools): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true, bodyLimit: 256 * 1024 });
  await app.register(formbody);
  refuseForeignForms(app);
  beDownWhenAsked(app, tools.faults);
  app.setNotFoundHandler((request, reply) =>
    sendPage(reply, messagePage(languageOf(request), "notFound"), 404),
  );
  app.setErrorHandler((error: unknown, request, reply) => {
    if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) console.error(error);
    return sendPage(reply, messagePage(languageOf(request), "failed"), status);
  });
  addFeedRoutes(app, tools);
  addPageRoutes(app, tools);
  addEditorRoutes(app, tools);
  addSandboxRoutes(app, tools);
  return app;
}

/** A page open in the same browser must not publish here: browsers say where a form comes from. */
function refuseForeignForms(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const from = request.headers.origin;
    if (request.method === "GET" || request.method === "HEAD" || from === undefined) return;
    if (from !== `http://${request.headers.host}`)
      await sendPage(reply, messagePage(languageOf(request), "refused"), 403);
  });
}

/** With the fault "down" the public pages are gone too; the editors' desk stays, or nobody could end the drill. */
function beDownWhenAsked(app: FastifyInstance, faults: FaultSwitch): void {
  app.addHook("onRequest", async (request, reply) => {
    const isPublic = request.url === "/" || /^\/(\?|offerte\/|immagini\/)/.test(request.url);
    if (!isPublic || faults.current()?.name !== "down") return;
    reply.hijack();
    request.raw.socket.destroy();
  });
}
