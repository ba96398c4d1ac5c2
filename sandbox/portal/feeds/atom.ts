import { escaped } from "../markup.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** Atom 1.0 (RFC 4287). */
export function atom(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="it">
<title>${escaped(feed.title)}</title>
<subtitle>${escaped(feed.description)}</subtitle>
<id>${escaped(feed.id)}</id>
<updated>${feed.updatedAt.toISOString()}</updated>
<author><name>${escaped(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(feed.selfUrl)}"/>
<link rel="alternate" type="text/html" href="${escaped(feed.homeUrl)}"/>
${feed.entries.map(atomEntry).join("\n")}
</feed>
`;
}

function atomEntry(entry: FeedEntry): string {
  return `<entry>
<id>${escaped(entry.id)}</id>
<title>${escaped(entry.title)}</title>
<link rel="alternate" type="text/html" href="${escaped(entry.url)}"/>
<published>${entry.publishedAt.toISOString()}</published>
<updated>${entry.updatedAt.toISOString()}</updated>
<category term="${escaped(entry.kind)}" label="${escaped(entry.category)}"/>
<dc:identifier>${escaped(entry.reference)}</dc:identifier>
<summary type="html">${escaped(entry.summaryHtml)}</summary>
<content type="html">${escaped(entry.contentHtml)}</content>
</entry>`;
}
