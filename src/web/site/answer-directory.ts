import { findAuthorities } from "../../authority/authority-store.ts";
import { chooseLanguage } from "../language.ts";
import { Problem } from "../problem.ts";
import { type Handler, sendPage, type WebParts } from "../web-parts.ts";
import { directoryPage } from "./directory-page.ts";
import type { HostNames } from "./host-names.ts";
import { homeOf, type SiteAnswer } from "./open-site.ts";
import { siteMapIndex } from "./site-map.ts";

/** The door: where there is one authority, it is that authority's. */
export function answerDirectory(parts: WebParts, hosts: HostNames): Handler {
  return async (request, reply) => {
    if (hosts.isForeign(request.headers)) throw new Problem(421, "no-such-host");
    const authorities = await findAuthorities(parts.database.db);
    const [only] = authorities;
    if (only && authorities.length === 1) return reply.redirect(`/${only.id}`, 302);
    const { lang } = request.query as { lang?: unknown };
    const language = chooseLanguage(lang, request.headers["accept-language"]);
    const listed = authorities.map(({ id, name, settings }) => ({ id, name, language: settings.language }));
    return await sendPage(reply, directoryPage(language, listed, parts.config.isDemo));
  };
}

/** Search engines may read all that the public reads; the desk and the short links lead nowhere for them. */
export function answerRobots(parts: WebParts): Handler {
  const lines = [
    "User-agent: *",
    "Disallow: /desk",
    "Disallow: /hooks/",
    "Disallow: /api/",
    "Disallow: /*?*cerca=",
    "Disallow: /*/changes",
    `Sitemap: ${parts.publicUrl}/sitemap.xml`,
    "",
  ];
  return async (_request, reply) => await sendText(reply, "text/plain", lines.join("\n"));
}

export function answerSiteMaps(parts: WebParts): Handler {
  return async (_request, reply) => {
    const authorities = await findAuthorities(parts.database.db);
    const homes = authorities.map(({ id, settings }) => homeOf(parts.publicUrl, id, settings.site?.host));
    return await sendText(reply, "application/xml", siteMapIndex(homes));
  };
}

/** The same below a name of an authority's own, where nothing else answers. */
export function answerOwnRobots(): SiteAnswer {
  return async ({ place }, _request, reply) => {
    const lines = ["User-agent: *", "Disallow: /*?*cerca=", "Disallow: /changes"];
    return await sendText(
      reply,
      "text/plain",
      [...lines, `Sitemap: ${place.home}/sitemap.xml`, ""].join("\n"),
    );
  };
}

const validDays = 180;
const dayMs = 86_400_000;

/** RFC 9116: who is told of a weakness. Without a contact there is no such file, rather than one that leads nowhere. */
export function answerSecurityText({ config, clock, publicUrl }: WebParts): Handler {
  return async (_request, reply) => {
    const contact = contactAddress(config.contact);
    if (!contact) throw new Problem(404, "no-such-page");
    const expires = new Date(Math.ceil(clock.now().getTime() / dayMs + validDays) * dayMs);
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${expires.toISOString()}`,
      "Preferred-Languages: it, en",
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      "",
    ];
    return await sendText(reply, "text/plain", lines.join("\n"));
  };
}

function contactAddress(contact: string | undefined): string | undefined {
  if (!contact) return undefined;
  if (/^(https:|mailto:|tel:)\S+$/.test(contact)) return contact;
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : undefined;
}

async function sendText(reply: Parameters<Handler>[1], type: string, text: string) {
  return reply
    .header("content-type", `${type}; charset=utf-8`)
    .header("cache-control", "public, max-age=3600")
    .send(text);
}
