import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { findAuthority } from "../../authority/authority-store.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import { readSiteRow } from "./follow-store.ts";
import type { Site } from "./site.ts";
import { siteWordsOf } from "./words/index.ts";

// As the database has it; anything else is not worth a question.
const authorityShape = /^[a-z0-9][a-z0-9-]{1,62}$/;

/** Reads whose page is asked for; undefined where there is no such authority. */
async function openSite(parts: WebParts, request: FastifyRequest): Promise<Site | undefined> {
  const { authority: id } = request.params as { authority: string };
  const { lang } = request.query as { lang?: unknown };
  if (!authorityShape.test(id)) return undefined;
  const { db } = parts.database;
  const [authority, row] = await Promise.all([findAuthority(db, id), readSiteRow(db, id)]);
  if (!authority) return undefined;
  const { language: usual, timeZone, look, site } = authority.settings;
  const language = lang === "it" || lang === "en" ? lang : usual;
  return {
    authority,
    said: site ?? {},
    words: siteWordsOf(language),
    place: { authorityId: id, language, usual, publicUrl: parts.publicUrl },
    reading: { authorityId: id, timeZone, now: parts.clock.now() },
    accounts: row.accounts,
    lookVersion: versionOf(look, row.logo?.version),
    ...(row.logo && { logo: row.logo }),
    isDemo: parts.config.isDemo,
    hasNeighbours: row.authorities > 1,
  };
}

/** Answers a request for an address of an authority. */
export type SiteAnswer = (site: Site, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** An address of an authority: `answer` gets whose it is. */
export function ofSite(parts: WebParts, answer: SiteAnswer): Handler {
  return async (request, reply) => {
    const site = await openSite(parts, request);
    // As if there were no such address: what is nobody's page may be another part's, and is answered in its way.
    return site ? await answer(site, request, reply) : reply.callNotFound();
  };
}

function versionOf(...values: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 12);
}
