import type { Feed, FeedEntry } from "./feed.ts";

/** JSON Feed 1.1. What the standard has no field for is in an extension, whose name starts with "_" as it asks. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: feed.title,
      description: feed.description,
      home_page_url: feed.homeUrl,
      feed_url: feed.selfUrl,
      language: "it",
      authors: [{ name: feed.author }],
      items: feed.entries.map(jsonItem),
    },
    null,
    1,
  );
}

function jsonItem(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.contentHtml,
    content_text: entry.contentText,
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    tags: [entry.category],
    _valdilago: { kind: entry.kind, reference: entry.reference, deadline: entry.deadline },
  };
}
