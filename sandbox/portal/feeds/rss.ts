import { escaped } from "../markup.ts";
import type { Feed, FeedEntry } from "./feed.ts";

/** RSS 2.0, as the usual content managers write it: HTML in CDATA, Dublin Core for author and reference. */
export function rss(feed: Feed): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escaped(feed.title)}</title>
<link>${escaped(feed.homeUrl)}</link>
<description>${escaped(feed.description)}</description>
<language>it-IT</language>
<lastBuildDate>${feed.updatedAt.toUTCString()}</lastBuildDate>
<atom:link href="${escaped(feed.selfUrl)}" rel="self" type="application/rss+xml"/>
${feed.entries.map(rssItem).join("\n")}
</channel>
</rss>
`;
}

function rssItem(entry: FeedEntry): string {
  return `<item>
<title>${escaped(entry.title)}</title>
<link>${escaped(entry.url)}</link>
<guid isPermaLink="false">${escaped(entry.id)}</guid>
<pubDate>${entry.publishedAt.toUTCString()}</pubDate>
<category>${escaped(entry.category)}</category>
<dc:identifier>${escaped(entry.reference)}</dc:identifier>
<description>${cdata(entry.summaryHtml)}</description>
<content:encoded>${cdata(entry.contentHtml)}</content:encoded>
</item>`;
}

function cdata(html: string): string {
  return `<![CDATA[${html.replaceAll("]]>", "]]&gt;")}]]>`;
}
