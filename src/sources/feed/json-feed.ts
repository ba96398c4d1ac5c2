import { z } from "zod";
import { firstWords, plainLine, tidyText } from "../../platform/plain-text.ts";
import type { FoundItem } from "../../watching/found-item.ts";
import { attachmentsOf } from "./attachments.ts";
import { bodyText } from "./body-text.ts";
import { parseFeedDate } from "./dates.ts";
import { type FeedMeaning, madeTitleLength } from "./found-items.ts";
import { absoluteLink } from "./links.ts";
import type { Mend } from "./mends.ts";
import type { RawElement } from "./raw-feed.ts";
import { itemsMax } from "./read-xml.ts";

// Each field forgives itself: one wrong type must not cost the item, nor one item the feed.
const text = z
  .union([z.string(), z.number()])
  .transform((value) => tidyText(String(value)))
  .optional()
  .catch(undefined);
const attachment = z.object({ url: text, mime_type: text, title: text, size_in_bytes: text }).catch({});
const item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  tags: z.array(text).optional().catch(undefined),
  attachments: z.array(attachment).optional().catch(undefined),
});
const feed = z.object({
  version: z.string().optional().catch(undefined),
  title: text,
  home_page_url: text,
  feed_url: text,
  items: z.array(z.unknown()),
});

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). Undefined when the document is something else. */
export function readJsonFeed(
  document: unknown,
  address: string | undefined,
  mended: Set<Mend>,
): FeedMeaning | undefined {
  const read = feed.safeParse(document);
  if (!read.success) return undefined;
  const { version, title, home_page_url, feed_url, items } = read.data;
  if (!version?.includes("jsonfeed.org")) return undefined;
  if (items.length > itemsMax) mended.add("too-many-items");
  const base = address ?? absoluteLink(feed_url, undefined) ?? absoluteLink(home_page_url, undefined);
  const found: FoundItem[] = [];
  for (const raw of items.slice(0, itemsMax)) {
    const meaning = foundItem(raw, base, mended);
    if (meaning) found.push(meaning);
    else mended.add("empty-items");
  }
  return { title: title && plainLine(title), items: found };
}

function foundItem(document: unknown, base: string | undefined, mended: Set<Mend>): FoundItem | undefined {
  const read = item.safeParse(document);
  if (!read.success) return undefined;
  const raw = read.data;
  // content_text is text by definition: "<" in it is a "<", so it never passes through the reader of HTML.
  const html = bodyText(raw.content_html ?? "");
  const body = html.text || raw.content_text || bodyText(raw.summary ?? "").text;
  const link = absoluteLink(raw.url, base) ?? absoluteLink(raw.external_url, base);
  const title = plainLine(raw.title ?? "") || firstWords(body, madeTitleLength) || link;
  if (!title) return undefined;
  const attachments = attachmentsOf(enclosures(raw.attachments ?? []), html.links, base);
  const labels = (raw.tags ?? []).map((tag) => plainLine(tag ?? "")).filter((tag) => tag !== "");
  const publishedAt = dateOf(raw.date_published, mended);
  const updatedAt = dateOf(raw.date_modified, mended);
  return {
    title,
    text: body,
    ...(raw.id && { id: raw.id }),
    ...(link && { link }),
    ...(publishedAt && { publishedAt }),
    ...(updatedAt && { updatedAt }),
    ...(attachments.length > 0 && { attachments }),
    ...(labels.length > 0 && { labels: [...new Set(labels)] }),
  };
}

function dateOf(written: string | undefined, mended: Set<Mend>): Date | undefined {
  const moment = written && parseFeedDate(written);
  if (written?.trim() && !moment) mended.add("unreadable-dates");
  return moment || undefined;
}

function enclosures(attachments: z.infer<typeof attachment>[]): RawElement[] {
  return attachments.map(({ url, mime_type, title, size_in_bytes }) => {
    const attributes: Record<string, string> = {};
    if (url) attributes.url = url;
    if (mime_type) attributes.type = mime_type;
    if (title) attributes.title = title;
    if (size_in_bytes) attributes.length = size_in_bytes;
    return { name: "enclosure", attributes, text: "", base: undefined };
  });
}
