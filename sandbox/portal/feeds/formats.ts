import { atom } from "./atom.ts";
import type { Feed } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rdf } from "./rdf.ts";
import { rss } from "./rss.ts";

export type FeedFormat = "rss" | "rdf" | "atom" | "json";

export interface FormatRules {
  path: string;
  mediaType: string;
  name: string;
  write(feed: Feed): string;
}

/** The forms in which the portal offers its news. */
export const feedFormats: Record<FeedFormat, FormatRules> = {
  rss: { path: "/feed.rss", mediaType: "application/rss+xml", name: "RSS 2.0", write: rss },
  rdf: { path: "/feed.rdf", mediaType: "application/rdf+xml", name: "RSS 1.0", write: rdf },
  atom: { path: "/feed.atom", mediaType: "application/atom+xml", name: "Atom", write: atom },
  json: { path: "/feed.json", mediaType: "application/feed+json", name: "JSON Feed", write: jsonFeed },
};
