import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Authority, findAuthority } from "../../authority/authority-store.ts";
import type { Office } from "../../authority/office.ts";
import { findOffices } from "../../authority/office-store.ts";
import type { Config } from "../../config.ts";
import { Problem } from "../problem.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import { readSiteRow, type SiteRow } from "./follow-store.ts";
import type { HostNames } from "./host-names.ts";
import type { Memory } from "./memory.ts";
import type { Site } from "./site.ts";
import { siteLanguage } from "./site-languages.ts";
import { siteWordsOf } from "./words/index.ts";

// As the database has it; anything else is not worth a question.
const authorityShape = /^[a-z0-9][a-z0-9-]{1,62}$/;

/** What reading a page takes of an installation. */
export type SiteParts = Pick<WebParts, "clock" | "config" | "database" | "publicUrl">;

/** How a page is asked for: `lang` as its address says it; `root` see Place. */
interface Asked {
  lang: unknown;
  root: string;
}

/** What all pages of an authority share, in every language and under every name. */
export interface SiteFacts {
  authority: Authority;
  row: SiteRow;
  offices: Office[];
  lookVersion: string;
}

/** Reads whose page is asked for; undefined where there is no such authority. */
export async function readSite(parts: SiteParts, id: string, asked: Asked): Promise<Site | undefined> {
  const facts = await readSiteFacts(parts, id);
  return facts && siteOf(parts, facts, asked);
}

export async function readSiteFacts(parts: SiteParts, id: string): Promise<SiteFacts | undefined> {
  if (!authorityShape.test(id)) return undefined;
  const { db } = parts.database;
  const [authority, row, offices] = await Promise.all([
    findAuthority(db, id),
    readSiteRow(db, id),
    findOffices(db, id),
  ]);
  if (!authority) return undefined;
  return {
    authority,
    row,
    offices: offices.filter(({ isStopped }) => !isStopped),
    lookVersion: versionOf(authority.settings.look, row.logo?.version),
  };
}

function siteOf(parts: SiteParts, facts: SiteFacts, { lang, root }: Asked): Site {
  const { authority, row, offices, lookVersion } = facts;
  const { id, settings } = authority;
  const { language: usual, timeZone, site } = settings;
  const language = siteLanguage(lang) ?? usual;
  const home = homeOf(parts.publicUrl, id, site?.host);
  return {
    authority,
    said: site ?? {},
    words: siteWordsOf(language),
    place: { authorityId: id, language, usual, publicUrl: parts.publicUrl, root, home },
    reading: { authorityId: id, timeZone, now: parts.clock.now() },
    accounts: row.accounts,
    offices,
    lookVersion,
    ...(row.logo && { logo: row.logo }),
    hub: hubAddress(parts.config.hub, home),
    isDemo: parts.config.isDemo,
    hasNeighbours: row.authorities > 1,
  };
}

/** Answers a request for an address of an authority. */
export type SiteAnswer = (site: Site, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** What addresses of authorities are answered with: whose they are is known for some seconds. */
export interface SiteTools {
  parts: WebParts;
  hosts: HostNames;
  facts: Memory<SiteFacts | undefined>;
}

/** An address of an authority: `answer` gets whose it is. */
export function ofSite({ parts, hosts, facts }: SiteTools, answer: SiteAnswer): Handler {
  return async (request, reply) => {
    if (hosts.isForeign(request.headers)) throw new Problem(421, "no-such-host");
    const { authority: id } = request.params as { authority: string };
    const { lang } = request.query as { lang?: unknown };
    const root = hosts.authorityOf(request.headers) === id ? "" : `/${id}`;
    const known = await facts.recall(id, () => readSiteFacts(parts, id));
    const site = known && siteOf(parts, known, { lang, root });
    // As if there were no such address: what is nobody's page may be another part's, and is answered in its way.
    return site ? await answer(site, request, reply) : reply.callNotFound();
  };
}

/** Where subscribers of feeds say so; undefined where nobody tells them. */
function hubAddress(mode: Config["hub"], home: string): string | undefined {
  switch (mode.kind) {
    case "own":
      return `${home}/hub`;
    case "external":
      return mode.url;
    case "off":
      return undefined;
  }
}

/** Where the pages of an authority are at home: under its own name, as safely as we are reached ourselves. */
export function homeOf(publicUrl: string, authorityId: string, host: string | undefined): string {
  return host ? `${URL.parse(publicUrl)?.protocol ?? "https:"}//${host}` : `${publicUrl}/${authorityId}`;
}

function versionOf(...values: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 12);
}
