import { readFileSync } from "node:fs";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { idOfSlug, type Kind, kinds } from "./item.ts";
import type { Noticeboard } from "./noticeboard.ts";
import { cardImage } from "./pages/card-image.ts";
import { itemPage } from "./pages/item-page.ts";
import type { Markup } from "./pages/layout.ts";
import { listPage } from "./pages/list-page.ts";
import { messagePage } from "./pages/message-page.ts";
import type { Language } from "./pages/words.ts";

export interface PageTools {
  board: Noticeboard;
  origin: () => string;
  now: () => Date;
}

/** The language a reader asked for in the address; Italian first. */
export function languageOf(request: FastifyRequest): Language {
  return (request.query as { lang?: string }).lang === "en" ? "en" : "it";
}

/** Sends a page under a policy that lets it load only the portal's own style and pictures, and run nothing. */
export async function sendPage(reply: FastifyReply, page: Markup, status = 200): Promise<FastifyReply> {
  return reply
    .code(status)
    .headers({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy":
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
    })
    .send(String(await page));
}

const style = readFileSync(new URL("./pages/style.css", import.meta.url), "utf8");
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="#0b4a57"/><path d="M4 32 18 12l8 10 6-7 12 17z" fill="#fff"/><path d="M6 38c6-4 10-4 15 0s10 4 15 0 4-2 6-1" fill="none" stroke="#7fd0de" stroke-width="3"/></svg>`;

/** What the public sees: the list, a page for each item, pictures and style. */
export function addPageRoutes(app: FastifyInstance, { board, origin, now }: PageTools): void {
  app.get<{ Querystring: { tipo?: string; pagina?: string } }>("/", async (request, reply) => {
    const { tipo, pagina } = request.query;
    const kind = kinds.find((each) => each === tipo);
    const page = Math.trunc(Number(pagina)) || 1;
    return sendPage(
      reply,
      listPage({ language: languageOf(request), items: board.items(), kind, page, now: now() }),
    );
  });

  app.get<{ Params: { slug: string } }>("/offerte/:slug", async (request, reply) => {
    const language = languageOf(request);
    const id = idOfSlug(request.params.slug) ?? 0;
    const item = board.find(id);
    if (item !== undefined)
      return sendPage(reply, itemPage({ language, item, origin: origin(), now: now() }));
    return board.wasRemoved(id)
      ? sendPage(reply, messagePage(language, "gone"), 410)
      : sendPage(reply, messagePage(language, "notFound"), 404);
  });

  app.get<{ Params: { file: string } }>("/immagini/:file", async (request, reply) => {
    const kind = kinds.find((each): each is Kind => `${each}.png` === request.params.file);
    if (kind === undefined) return sendPage(reply, messagePage(languageOf(request), "notFound"), 404);
    return reply
      .headers({ "content-type": "image/png", "cache-control": "max-age=86400" })
      .send(cardImage(kind));
  });

  app.get("/style.css", async (_, reply) => reply.type("text/css; charset=utf-8").send(style));
  app.get("/icon.svg", async (_, reply) => reply.type("image/svg+xml").send(icon));
}
