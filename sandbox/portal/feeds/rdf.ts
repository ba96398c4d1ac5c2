import { escaped } from "../markup.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** RSS 1.0 (RDF), still served by older municipal portals: no guid, the item's address is its identity. */
export function rdf(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escaped(feed.selfUrl)}">
<title>${escaped(feed.title)}</title>
<link>${escaped(feed.homeUrl)}</link>
<description>${escaped(feed.description)}</description>
<dc:language>it</dc:language>
<dc:date>${feed.updatedAt.toISOString()}</dc:date>
<items><rdf:Seq>
${feed.entries.map((entry) => `<rdf:li rdf:resource="${escaped(entry.url)}"/>`).join("\n")}
</rdf:Seq></items>
</channel>
${feed.entries.map(rdfItem).join("\n")}
</rdf:RDF>
`;
}

function rdfItem(entry: FeedEntry): string {
  return `<item rdf:about="${escaped(entry.url)}">
<title>${escaped(entry.title)}</title>
<link>${escaped(entry.url)}</link>
<description>${escaped(entry.summaryHtml)}</description>
<dc:date>${entry.publishedAt.toISOString()}</dc:date>
<dc:subject>${escaped(entry.category)}</dc:subject>
<dc:identifier>${escaped(entry.reference)}</dc:identifier>
</item>`;
}
