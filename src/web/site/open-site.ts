import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { findAuthority } from "../../authority/authority-store.ts";
import { findOffices } from "../../authority/office-store.ts";
import type { Config } from "../../config.ts";
import { Problem } from "../problem.ts";
import type { Handler, WebParts } from "../web-parts.ts";
import { readSiteRow } from "./follow-store.ts";
import type { HostNames } from "./host-names.ts";
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

/** Reads whose page is asked for; undefined where there is no such authority. */
export async function readSite(
  parts: SiteParts,
  id: string,
  { lang, root }: Asked,
): Promise<Site | undefined> {
  if (!authorityShape.test(id)) return undefined;
  const { db } = parts.database;
  const [authority, row, offices] = await Promise.all([
    findAuthority(db, id),
    readSiteRow(db, id),
    findOffices(db, id),
  ]);
  if (!authority) return undefined;
  const { language: usual, timeZone, look, site } = authority.settings;
  const language = siteLanguage(lang) ?? usual;
  return {
    authority,
    said: site ?? {},
    words: siteWordsOf(language),
    place: {
      authorityId: id,
      language,
      usual,
      publicUrl: parts.publicUrl,
      root,
      home: homeOf(parts.publicUrl, id, site?.host),
    },
    reading: { authorityId: id, timeZone, now: parts.clock.now() },
    accounts: row.accounts,
    offices: offices.filter(({ isStopped }) => !isStopped),
    lookVersion: versionOf(look, row.logo?.version),
    ...(row.logo && { logo: row.logo }),
    hub: hubAddress(parts.config.hub, homeOf(parts.publicUrl, id, site?.host)),
    isDemo: parts.config.isDemo,
    hasNeighbours: row.authorities > 1,
  };
}

/** Answers a request for an address of an authority. */
export type SiteAnswer = (site: Site, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** An address of an authority: `answer` gets whose it is. */
export function ofSite(parts: WebParts, hosts: HostNames, answer: SiteAnswer): Handler {
  return async (request, reply) => {
    if (hosts.isForeign(request.headers)) throw new Problem(421, "no-such-host");
    const { authority: id } = request.params as { authority: string };
    const { lang } = request.query as { lang?: unknown };
    const root = hosts.authorityOf(request.headers) === id ? "" : `/${id}`;
    const site = await readSite(parts, id, { lang, root });
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
