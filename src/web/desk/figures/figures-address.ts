import type { FastifyReply, FastifyRequest } from "fastify";
import { type Authority, findAuthority } from "../../../authority/authority-store.ts";
import { exportStatements } from "../../../moderating/registering/export-statements.ts";
import { statementCsv, statementLines } from "../../../moderating/registering/statement-forms.ts";
import { Problem } from "../../problem.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { askedLanguageOf, languageOf, signedIn } from "../../sign-in/signed-in.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { findAllowed } from "../find-allowed.ts";
import { figuresCsv, periodIn, periodOf } from "./desk-figures.ts";
import { figuresPage } from "./figures-page.ts";
import { noFiguresPage } from "./no-figures-page.ts";
import { readFigures } from "./read-figures.ts";

/** The way to the figures from the navigation: leads to those of the first authority whose figures one may see. */
export function leadToFigures(parts: WebParts): Handler {
  return async (request, reply) => {
    const [first] = await visible(parts, request);
    const lang = askedLanguageOf(request);
    if (first) return reply.redirect(withQuery(`/desk/figures/${first.id}`, { lang }), 303);
    const { config } = parts;
    const frame = { language: languageOf(request), askedLanguage: lang, isDemo: config.isDemo };
    return sendPage(reply, noFiguresPage({ ...frame, who: signedIn(request) }));
  };
}

/** ?days= chooses the period. */
export function showFigures(parts: WebParts): Handler {
  return async (request, reply) => {
    const authority = await authorityOf(parts, request);
    const figures = await figuresAsked(parts, request, authority);
    const view = {
      ...{ authority, authorities: await visible(parts, request), language: languageOf(request) },
      ...{ askedLanguage: askedLanguageOf(request), isDemo: parts.config.isDemo, who: signedIn(request) },
    };
    return sendPage(reply, figuresPage(view, figures));
  };
}

export function downloadFigures(parts: WebParts): Handler {
  return async (request, reply) => {
    const authority = await authorityOf(parts, request);
    const figures = await figuresAsked(parts, request, authority);
    return sendFile(reply, figuresCsv(figures), "text/csv", `numeri-${authority.id}-${figures.days}.csv`);
  };
}

export function downloadStatements(parts: WebParts, form: "jsonl" | "csv"): Handler {
  return async (request, reply) => {
    const { id } = await authorityOf(parts, request);
    const period = periodOf(daysOf(request), parts.clock.now());
    const tools = { db: parts.database.db, publicUrl: parts.publicUrl };
    const statements = await exportStatements(tools, id, period);
    const name = `motivazioni-${id}.${form}`;
    return form === "csv"
      ? sendFile(reply, statementCsv(statements), "text/csv", name)
      : sendFile(reply, statementLines(statements), "application/jsonl", name);
  };
}

function sendFile(reply: FastifyReply, text: string, type: string, name: string): FastifyReply {
  return reply
    .headers({
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    })
    .send(text);
}

async function figuresAsked(parts: WebParts, request: FastifyRequest, authority: Authority) {
  return await readFigures(parts.database.db, authority, daysOf(request), parts.clock.now());
}

function daysOf(request: FastifyRequest): number {
  return periodIn((request.query as { days?: unknown }).days);
}

async function authorityOf({ database }: WebParts, request: FastifyRequest): Promise<Authority> {
  const { authority: id } = request.params as { authority: string };
  const authority = await findAuthority(database.db, id);
  if (!authority) throw new Problem(404, "no-such-page");
  return authority;
}

async function visible(parts: WebParts, request: FastifyRequest): Promise<Authority[]> {
  return await findAllowed(parts, signedIn(request).staff, "see-reports");
}
