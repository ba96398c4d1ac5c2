import { html, raw } from "hono/html";
import { clockIn, dateIn } from "../../authority/calendar/zoned-time.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { isOpen, type Standing } from "../../noticeboard/standing.ts";
import type { ItemKind } from "../../watching/found-item.ts";
import type { Html } from "../web-parts.ts";
import { itemPage, wholeAddress } from "./addresses.ts";
import { isReserved } from "./employer.ts";
import type { Site } from "./site.ts";

const jobKinds: readonly ItemKind[] = ["offer", "art16", "targeted-placement", "traineeship", "competition"];

/** An offer whose end nobody knows counts as live for so long; search engines punish those that are not. */
const openEndedDays = 60;
const dayMs = 86_400_000;

/** schema.org's JobPosting as Google reads it. */
export type JobPosting = Record<string, unknown>;

/**
 * An item as data for search engines: only while one can apply, and only where all that Google requires is known; half
 * a description would be refused and count against the site. Who is looking is named where the portal names them;
 * "confidential" is Google's own word where an offer does not. A public call always has a name, so without one it says
 * nothing.
 */
export function jobPosting(site: Site, item: ShownItem, standing: Standing): JobPosting | undefined {
  const { authority, place, reading } = site;
  const { employer, place: where, contract } = item.facts;
  if (!jobKinds.includes(item.kind) || !isOpen(standing) || !where || item.text.trim() === "")
    return undefined;
  const closing = standing.kind === "withdrawn" ? undefined : standing.closing;
  if (!closing && reading.now.getTime() - item.shownAt.getTime() > openEndedDays * dayMs) return undefined;
  const isPublic = item.kind === "art16" || item.kind === "competition";
  if (isPublic && (!employer || isReserved(employer))) return undefined;
  const employmentType = employmentTypes(item.kind, contract ?? "");
  return {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    title: jobTitle(item),
    description: item.text
      .split(/\n{2,}/)
      .map((part) => `<p>${escaped(part.trim()).replaceAll("\n", "<br>")}</p>`)
      .join(""),
    datePosted: dateIn(item.shownAt, reading.timeZone),
    ...(closing && {
      validThrough: withOffset(
        new Date(closing.at.getTime() - (closing.hasHour ? 0 : 1000)),
        reading.timeZone,
      ),
    }),
    hiringOrganization:
      employer && !isReserved(employer) ? { "@type": "Organization", name: employer } : "confidential",
    jobLocation: {
      "@type": "Place",
      address: { "@type": "PostalAddress", addressLocality: where, addressCountry: "IT" },
    },
    identifier: { "@type": "PropertyValue", name: authority.name, value: item.reference ?? item.seq },
    ...(employmentType.length > 0 && { employmentType }),
    directApply: false,
    url: wholeAddress({ ...place, language: place.usual }, itemPage(item)),
    inLanguage: authority.settings.language,
  };
}

export function jobPostingScript(site: Site, item: ShownItem, standing: Standing): Html | string {
  const posting = jobPosting(site, item, standing);
  if (!posting) return "";
  // A "<" could end the element early, whatever stands around it.
  const json = JSON.stringify(posting).replaceAll("<", "\\u003c");
  return html`<script type="application/ld+json">${raw(json)}</script>`;
}

/** The job alone: codes, places, news about the notice and shouting are not part of it. */
export function jobTitle({
  title,
  reference,
  facts,
}: Pick<ShownItem, "title" | "reference" | "facts">): string {
  const bare = withoutPlace(title, facts.place)
    .replace(/^\s*(proroga|rettifica|riapertura)\s*[-–—:]+\s*/i, "")
    .replace(/\(?\s*\b(rif|cod|codice|riferimento|ref)\b\.?\s*[:.]?\s*[\w/-]+\s*\)?/gi, " ")
    .replaceAll(reference ?? "\u0000", " ")
    .replace(/[!*]+/g, " ")
    .replace(/\(\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-–—:,]+|[\s\-–—:,]+$/g, "");
  return bare === "" ? title : bare;
}

function withoutPlace(title: string, place: string | undefined): string {
  const at = place ? title.toLowerCase().lastIndexOf(place.toLowerCase()) : -1;
  const before = at > 0 ? /\s+(?:a|ad|in|presso|di)\s+$/i.exec(title.slice(0, at)) : null;
  return before ? title.slice(0, before.index) + title.slice(at + (place ?? "").length) : title;
}

const contractTypes: [RegExp, string][] = [
  [/full.?time|tempo pieno/i, "FULL_TIME"],
  [/part.?time|tempo parziale/i, "PART_TIME"],
  [/(^|[^n])determinat|stagional|temporane|somministrazione/i, "TEMPORARY"],
  [/tirocini|stage|internship/i, "INTERN"],
  [/p\.? ?iva|autonom|freelance/i, "CONTRACTOR"],
];

function employmentTypes(kind: ItemKind, contract: string): string[] {
  if (kind === "traineeship") return ["INTERN"];
  const plain = contract.replace(/indeterminat/gi, "");
  return contractTypes.filter(([pattern]) => pattern.test(plain)).map(([, type]) => type);
}

/** "2026-12-05T23:59:59+01:00": the moment as the wall shows it there, with how far it is from Greenwich. */
export function withOffset(moment: Date, timeZone: string): string {
  const second = moment.toISOString().slice(16, 19);
  const wall = `${dateIn(moment, timeZone)}T${clockIn(moment, timeZone)}${second}`;
  const minutes = Math.round((Date.parse(`${wall}Z`) - Math.floor(moment.getTime() / 1000) * 1000) / 60_000);
  const part = (value: number) => String(value).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${wall}${minutes < 0 ? "-" : "+"}${part(Math.floor(ahead / 60))}:${part(ahead % 60)}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
