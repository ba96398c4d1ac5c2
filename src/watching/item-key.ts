import { createHash } from "node:crypto";
import { withinTime } from "../platform/within-time.ts";
import type { FoundItem } from "./found-item.ts";

/**
 * Identity: by what an item is recognised when it comes again. Keys in the order of their strength:
 *
 * - `ref:`      the authority's own code: the same offer even on another page, with another id (a proroga, say)
 * - `id:`       the source's id; of one source only, unless it is an address or a tag: URI and so the same everywhere
 * - `content:`  a hash of title, text and link, where there is no id of its own; a page that lists several notices
 *               without ids tells them apart only so
 * - `link:`     the cleaned address of its page: of the whole authority, so that two feeds may show the same item
 *
 * Every key an item ever had is kept for ever. An item whose id and link both changed is a new item unless it carries
 * a reference: two notices with the same words are common on a noticeboard, and merging them would lose one.
 */
export interface KeyRules {
  sourceId: string;
  /** Extra patterns for references, from the authority's settings; matched anywhere in title or text. */
  references: RegExp[];
}

/**
 * The keys of all items of one look, strongest first, never empty. They are judged together, because an id that
 * stands twice on different pages is none.
 */
export function keysOf(items: FoundItem[], rules: KeyRules): string[][] {
  const links = items.map((item) => (item.link ? cleanLink(item.link) : undefined));
  const ids = items.map((item) => (item.id ? cleanId(item.id) : undefined));
  const idCount = distinctPartners(items.map((item, index) => [ids[index], links[index] ?? item.title]));
  const linkCount = distinctPartners(items.map((item, index) => [links[index], ids[index] ?? item.title]));
  const references = referencesOf(items, rules.references);
  return items.map((item, index) => {
    const [id, link] = [ids[index], links[index]];
    const own: string[] = [];
    const reference = references[index];
    if (reference) own.push(`ref:${bounded(normaliseReference(reference))}`);
    // Some portals give every item the same guid, or the same link to the list: such a value names no item.
    const ownId = id && (idCount.get(id) ?? 0) <= 1 ? id : undefined;
    own.push(ownId ? idKey(item, ownId, rules.sourceId) : contentKey(item, rules.sourceId));
    if (link && (linkCount.get(link) ?? 0) <= 1) own.push(`link:${bounded(link)}`);
    return own;
  });
}

/** Far beyond what honest patterns need, so that a busy machine takes nothing away from them. */
const allItemsMs = 1_000;
const oneItemMs = 50;

/**
 * The reference of each item. The authority's patterns meet the words of strangers, and one that never ends would stop
 * everything: then the items are read one by one, and those it takes too long for have no reference of that kind.
 */
function referencesOf(items: FoundItem[], patterns: RegExp[]): (string | undefined)[] {
  const read = (item: FoundItem, used: RegExp[]) => item.reference?.trim() || referenceIn(item, used);
  if (patterns.length === 0) return items.map((item) => read(item, []));
  const together = withinTime(allItemsMs, () => items.map((item) => read(item, patterns)));
  if (together) return together.value;
  const endsAt = performance.now() + allItemsMs;
  return items.map((item) => {
    const alone = performance.now() < endsAt ? withinTime(oneItemMs, () => read(item, patterns)) : undefined;
    return alone ? alone.value : read(item, []);
  });
}

/** For each left value, with how many different right values it stands together. */
function distinctPartners(pairs: [string | undefined, string][]): Map<string, number> {
  const partners = new Map<string, Set<string>>();
  for (const [left, right] of pairs) {
    if (left === undefined) continue;
    const known = partners.get(left);
    if (known) known.add(right);
    else partners.set(left, new Set([right]));
  }
  return new Map([...partners].map(([left, right]) => [left, right.size]));
}

const webAddress = /^https?:\/\//i;
const worldWide = /^(https?:\/\/|tag:|urn:)/i;

function idKey(item: FoundItem, cleaned: string, sourceId: string): string {
  return worldWide.test(item.id ?? "") ? `id:${bounded(cleaned)}` : `id:${sourceId}:${bounded(cleaned)}`;
}

/**
 * An id that is a web address is cleaned like a link: many portals repeat the page's address as guid, session and
 * campaign included.
 */
function cleanId(id: string): string {
  return webAddress.test(id) ? cleanLink(id) : id;
}

function contentKey(item: FoundItem, sourceId: string): string {
  const link = item.link ? cleanLink(item.link) : "";
  return `content:${sourceId}:${sha256(`${fold(item.title)}\n${fold(item.text)}\n${link}`)}`;
}

const sessionParameters =
  /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|phpsessid|jsessionid|sid|sessionid|cftoken|cfid|aspsessionid\w*)$/i;
// Old portals number their stories with "sid": a short number is no session.
const storyNumber = /^\d{1,9}$/;

/**
 * The address of a page without what changes from visit to visit: `;jsessionid=`, campaign and session parameters,
 * default port, "http" against "https", a trailing slash. The fragment stays: portals that list all their notices on
 * one page tell them apart by it, and taking two for one would lose one.
 * Two addresses of one page give one clean link; a text that is no web address is returned trimmed.
 */
export function cleanLink(link: string): string {
  const url = URL.parse(link.trim().replace(/;jsessionid=[^?#/]*/gi, ""));
  if (!url || !/^https?:$/.test(url.protocol)) return link.trim();
  const kept = [...url.searchParams].filter(([name, value]) => !isOfTheVisit(name, value));
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  const fragment = /^#(xtor=|utm_|:~:)/i.test(url.hash) ? "" : url.hash;
  const path = withoutEndSlashes(url.pathname);
  const host = url.host.replace(/^(www\.)+(?=.)/, "");
  return `${host}${path}${query ? `?${query}` : ""}${fragment}`;
}

/** Not by a pattern: `\/+$` is tried anew at every slash, and an address of strangers may hold many thousands. */
function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

function isOfTheVisit(name: string, value: string): boolean {
  if (name.toLowerCase() === "sid" && storyNumber.test(value)) return false;
  return sessionParameters.test(name);
}

// "Rif. VDL-2026-0412", "Codice offerta: CAL/2026/233": a label, then letters, a year, a number. Kept this narrow
// because a reference decides alone: acts and laws ("rif. DGR 297/2024") are named by many items and identify none.
const labelledReference =
  /\b(?:rif(?:erimento|\.)?|codice(?:\s+(?:offerta|annuncio|avviso))?|cod\.)\s*(?:[:.]\s*)?(?:n(?:[.°º]\s*|\s+))?([A-Z][A-Z0-9]{1,9}[-/](?:19|20)\d\d[-/]\d{1,6})(?![\w/-])/gi;

/**
 * The one reference an item names, or undefined. A text that names several (a bulletin, a ranking of many offers) has
 * none of its own, unless exactly one stands in the title.
 */
export function referenceIn(item: Pick<FoundItem, "title" | "text">, patterns: RegExp[]): string | undefined {
  const inTitle = allReferences(item.title, patterns);
  if (inTitle.size === 1) return [...inTitle][0];
  const inText = allReferences(item.text, patterns);
  return inTitle.size === 0 && inText.size === 1 ? [...inText][0] : undefined;
}

function allReferences(text: string, patterns: RegExp[]): Set<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(labelledReference)) {
    if (match[1]) found.add(normaliseReference(match[1]));
  }
  for (const pattern of patterns) {
    const global = new RegExp(
      pattern.source,
      pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`,
    );
    for (const match of text.matchAll(global)) found.add(normaliseReference(match[1] ?? match[0]));
  }
  return found;
}

function normaliseReference(reference: string): string {
  return reference.trim().replace(/\s+/g, " ").toUpperCase();
}

/** What counts as "the same words": letters and figures, whatever the case and the spaces. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * A hash over everything people can read of an item: when it differs, the item has changed. Addresses are cleaned, for
 * some portals put a new session into them at every look.
 */
export function contentHash(item: FoundItem): string {
  const { title, text, facts } = item;
  const link = item.link ? cleanLink(item.link) : null;
  const attachments = item.attachments?.map((attachment) => cleanLink(attachment.url)) ?? null;
  return sha256(JSON.stringify([title, text, link, facts ?? null, attachments]));
}

// An index entry has its limits, and some portals put a page of parameters into their links.
function bounded(value: string): string {
  return value.length <= 300 ? value : `${value.slice(0, 200)}…${sha256(value)}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
