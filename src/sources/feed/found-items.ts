import { firstWords, type PlainText, plainLine } from "../../platform/plain-text.ts";
import type { FoundItem } from "../../watching/found-item.ts";
import { attachmentsOf } from "./attachments.ts";
import { bodyText } from "./body-text.ts";
import { parseFeedDate } from "./dates.ts";
import { factsOf } from "./facts.ts";
import { absoluteLink } from "./links.ts";
import type { Mend } from "./mends.ts";
import { type RawElement, type RawFeed, type RawItem, textOf } from "./raw-feed.ts";

/** Characters of a title made from the text of an item that has none. */
export const madeTitleLength = 90;

export interface FeedMeaning {
  title: string | undefined;
  items: FoundItem[];
}

/** From the shape of a feed to what it means. Adds to `mended` what had to be left out. */
export function foundItems(feed: RawFeed, address: string | undefined, mended: Set<Mend>): FeedMeaning {
  const link =
    feed.format === "atom" ? atomLink(feed.head, address) : absoluteLink(textOf(feed.head, "link"), address);
  // RSS says nothing about relative links, and portals mean their own address; Atom (RFC 4287, 2) means the feed's.
  const base = feed.format === "atom" ? (address ?? link) : (link ?? address);
  const items: FoundItem[] = [];
  for (const raw of feed.items) {
    const item = feed.format === "atom" ? fromAtom(raw, base, mended) : fromRss(raw, base, mended);
    if (item) items.push(item);
    else mended.add("empty-items");
  }
  const title = textOf(feed.head, "title", "dc:title");
  return { title: title && plainLine(title), items };
}

/** Where each format says what, in order of preference. */
const rssNames = {
  full: ["content:encoded", "content", "xhtml:body", "body"],
  brief: ["description", "summary", "dc:description", "dcterms:abstract", "itunes:summary"],
  published: ["pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published"],
  updated: ["atom:updated", "dcterms:modified"],
};
const atomNames = {
  full: ["content"],
  brief: ["summary", "dc:description"],
  published: ["published", "issued", "created", "dcterms:issued", "dc:date"],
  updated: ["updated", "modified", "dcterms:modified"],
};

function fromRss(raw: RawItem, feedBase: string | undefined, mended: Set<Mend>): FoundItem | undefined {
  const { elements } = raw;
  const base = raw.base ?? feedBase;
  const about = raw.attributes["rdf:about"]?.trim() || undefined;
  return finish(raw, {
    id: textOf(elements, "guid", "atom:id") ?? about,
    link: rssLink(elements, base) ?? absoluteLink(about, base),
    body: richer(elements, rssNames.full, rssNames.brief, base),
    publishedAt: dateOf(elements, rssNames.published, mended),
    updatedAt: dateOf(elements, rssNames.updated, mended),
    base,
  });
}

function fromAtom(raw: RawItem, feedBase: string | undefined, mended: Set<Mend>): FoundItem | undefined {
  const { elements } = raw;
  const base = raw.base ?? feedBase;
  return finish(raw, {
    id: textOf(elements, "id"),
    link: atomLink(elements, base),
    body: richer(elements, atomNames.full, atomNames.brief, base),
    publishedAt: dateOf(elements, atomNames.published, mended),
    updatedAt: dateOf(elements, atomNames.updated, mended),
    base,
  });
}

interface Reading {
  id: string | undefined;
  link: string | undefined;
  body: PlainText;
  publishedAt: Date | undefined;
  updatedAt: Date | undefined;
  base: string | undefined;
}

function finish(raw: RawItem, reading: Reading): FoundItem | undefined {
  const { elements } = raw;
  const { id, link, body, publishedAt, updatedAt, base } = reading;
  const stated = plainLine(textOf(elements, "title", "dc:title", "media:title") ?? "");
  const title = stated || firstWords(body.text, madeTitleLength) || link;
  if (!title) return undefined;
  const attachments = attachmentsOf(elements, body.links, base);
  const labels = labelsOf(elements);
  const facts = factsOf(elements);
  return {
    title,
    text: body.text,
    ...(id && { id }),
    ...(link && { link }),
    ...(publishedAt && { publishedAt }),
    ...(updatedAt && { updatedAt }),
    ...(attachments.length > 0 && { attachments }),
    ...(labels.length > 0 && { labels }),
    ...(facts && { facts }),
  };
}

function rssLink(elements: RawElement[], base: string | undefined): string | undefined {
  const written =
    textOf(elements, "feedburner:origlink", "link") ??
    hrefOf(elements, "link") ??
    hrefOf(elements, "atom:link");
  const link = absoluteLink(written, stated(elements, "link") ?? base);
  if (link) return link;
  // RSS 2.0: a guid is the item's address unless it says isPermaLink="false".
  const guid = elements.find((element) => element.name === "guid");
  const isAddress = guid && guid.attributes.ispermalink?.trim().toLowerCase() !== "false";
  return isAddress && /^https?:\/\//i.test(guid.text.trim()) ? absoluteLink(guid.text, undefined) : undefined;
}

function atomLink(elements: RawElement[], base: string | undefined): string | undefined {
  const own = stated(elements, "link") ?? base;
  return absoluteLink(hrefOf(elements, "link") ?? textOf(elements, "link"), own);
}

/** The href of the alternate link; of several, the one that is a page. */
function hrefOf(elements: RawElement[], name: string): string | undefined {
  const alternates = elements.filter(
    (element) =>
      element.name === name &&
      element.attributes.href?.trim() &&
      (element.attributes.rel ?? "alternate").trim().toLowerCase() === "alternate",
  );
  const page = alternates.find((element) => /html/i.test(element.attributes.type ?? "html"));
  return (page ?? alternates[0])?.attributes.href;
}

/** The xml:base that holds at the first element of that name. */
function stated(elements: RawElement[], name: string): string | undefined {
  return elements.find((element) => element.name === name)?.base;
}

/** The longer of the full text and the summary: some portals put only a picture in the full text. */
function richer(
  elements: RawElement[],
  full: string[],
  brief: string[],
  base: string | undefined,
): PlainText {
  const long = bodyOf(elements, full, base);
  const short = bodyOf(elements, brief, base);
  if (long.text.length >= short.text.length) return long;
  return { text: short.text, links: [...long.links, ...short.links] };
}

/** The first of the elements named that has a text; its links absolute, where they lead to the web. */
function bodyOf(elements: RawElement[], names: string[], base: string | undefined): PlainText {
  for (const name of names) {
    const element = elements.find((candidate) => candidate.name === name && candidate.text.trim() !== "");
    if (!element) continue;
    const { text, links } = bodyText(bodySource(element));
    const own = element.base ?? base;
    return { text, links: links.map((link) => ({ ...link, href: absoluteLink(link.href, own) ?? "" })) };
  }
  return { text: "", links: [] };
}

/** Atom content may be anything (RFC 4287, 4.1.3); only what can be read as text is. */
function bodySource({ text, attributes }: RawElement): string {
  const type = attributes.type?.trim().toLowerCase() ?? "text";
  if (attributes.mode?.toLowerCase() === "base64") return Buffer.from(text, "base64").toString("utf8");
  return /^(text|html|xhtml)$|^text\/|xml$/.test(type) ? text : "";
}

function dateOf(elements: RawElement[], names: string[], mended: Set<Mend>): Date | undefined {
  for (const name of names) {
    const written = textOf(elements, name);
    if (!written) continue;
    const moment = parseFeedDate(written);
    if (moment) return moment;
    mended.add("unreadable-dates");
  }
  return undefined;
}

function labelsOf(elements: RawElement[]): string[] {
  const labels = new Set<string>();
  for (const { name, attributes, text } of elements) {
    if (name !== "category" && name !== "dc:subject") continue;
    const label = plainLine(attributes.label || text || attributes.term || "");
    if (label && labels.size < 50) labels.add(label);
  }
  return [...labels];
}
