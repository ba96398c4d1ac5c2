import { findItems } from "../../noticeboard/board-store.ts";
import type { WebParts } from "../web-parts.ts";
import { questionOf } from "./answer-board.ts";
import type { feedNames } from "./feed-names.ts";
import { calendarFile } from "./feeds/calendar-file.ts";
import { type Feed, feedOf } from "./feeds/feed.ts";
import { atomOf, jsonFeedOf, rssOf } from "./feeds/write-feeds.ts";
import type { SiteAnswer } from "./open-site.ts";
import { send } from "./send.ts";

type FeedFile = (typeof feedNames)[number]["file"];

const writers: Record<FeedFile, { type: string; write: (feed: Feed) => string }> = {
  "rss.xml": { type: "application/rss+xml; charset=utf-8", write: rssOf },
  "atom.xml": { type: "application/atom+xml; charset=utf-8", write: atomOf },
  "feed.json": { type: "application/feed+json; charset=utf-8", write: jsonFeedOf },
};

const feedItems = 50;
const calendarItems = 1000;
const cache = "public, max-age=300";

/** A search as a feed: the same question as on the noticeboard, its newest items. */
export function answerFeed({ database }: WebParts, file: FeedFile): SiteAnswer {
  return async (site, request, reply) => {
    const question = questionOf(site, request);
    const how = { wording: "exact" as const, limit: feedItems, offset: 0 };
    const items = await findItems(database.db, site.reading, question, how);
    const { type, write } = writers[file];
    return await send(request, reply, write(feedOf(site, question, items, file)), { type, cache });
  };
}

/** The deadlines of what is open. */
export function answerCalendar({ database }: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const question = questionOf(site, request);
    const how = { wording: "exact" as const, limit: calendarItems, offset: 0 };
    const items = await findItems(database.db, site.reading, question, how);
    return await send(request, reply, calendarFile(site, items), {
      type: "text/calendar; charset=utf-8",
      cache,
    });
  };
}
