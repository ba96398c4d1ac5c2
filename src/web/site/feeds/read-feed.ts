import type { Kysely } from "kysely";
import type { Schema } from "../../../database/schema.ts";
import { findItems } from "../../../noticeboard/board-store.ts";
import type { Question } from "../../../noticeboard/question.ts";
import type { feedNames } from "../feed-names.ts";
import type { Site } from "../site.ts";
import { type Feed, feedOf } from "./feed.ts";
import { atomOf, jsonFeedOf, rssOf } from "./write-feeds.ts";

export type FeedFile = (typeof feedNames)[number]["file"];

const writers: Record<FeedFile, { type: string; write: (feed: Feed) => string }> = {
  "rss.xml": { type: "application/rss+xml; charset=utf-8", write: rssOf },
  "atom.xml": { type: "application/atom+xml; charset=utf-8", write: atomOf },
  "feed.json": { type: "application/feed+json; charset=utf-8", write: jsonFeedOf },
};

const feedItems = 50;

/** A question to the noticeboard as a feed of its newest items. */
export async function readFeed(
  db: Kysely<Schema>,
  site: Site,
  question: Question,
  file: FeedFile,
): Promise<{ type: string; body: string; self: string }> {
  const how = { wording: "exact" as const, limit: feedItems, offset: 0 };
  const items = await findItems(db, site.reading, { ...question, page: 1 }, how);
  const feed = feedOf(site, question, items, file);
  const { type, write } = writers[file];
  return { type, body: write(feed), self: feed.self };
}
