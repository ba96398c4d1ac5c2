import { findItems } from "../../noticeboard/board-store.ts";
import type { WebParts } from "../web-parts.ts";
import { questionOf } from "./answer-board.ts";
import { calendarFile } from "./feeds/calendar-file.ts";
import { type FeedFile, readFeed } from "./feeds/read-feed.ts";
import type { SitePage } from "./remembered-answers.ts";

const calendarItems = 1000;
const cache = "public, max-age=300";

/** A search as a feed: the same question as on the noticeboard, its newest items. */
export function answerFeed({ database }: WebParts, file: FeedFile): SitePage {
  return async (site, request) => {
    const { type, body, self } = await readFeed(database.db, site, questionOf(site, request), file);
    // As WebSub has it, for whoever does not look into the feed.
    const links = [...(site.hub ? [`<${site.hub}>; rel="hub"`] : []), `<${self}>; rel="self"`];
    return { content: body, type, cache, headers: { link: links.join(", ") } };
  };
}

/** The deadlines of what is open. */
export function answerCalendar({ database }: WebParts): SitePage {
  return async (site, request) => {
    const question = questionOf(site, request);
    const how = { wording: "exact" as const, limit: calendarItems, offset: 0 };
    const items = await findItems(database.db, site.reading, question, how);
    return { content: calendarFile(site, items), type: "text/calendar; charset=utf-8", cache };
  };
}
