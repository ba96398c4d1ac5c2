import { findItems } from "../../noticeboard/board-store.ts";
import type { WebParts } from "../web-parts.ts";
import { questionOf } from "./answer-board.ts";
import { calendarFile } from "./feeds/calendar-file.ts";
import { type FeedFile, readFeed } from "./feeds/read-feed.ts";
import type { SiteAnswer } from "./open-site.ts";
import { send } from "./send.ts";

const calendarItems = 1000;
const cache = "public, max-age=300";

/** A search as a feed: the same question as on the noticeboard, its newest items. */
export function answerFeed({ database }: WebParts, file: FeedFile): SiteAnswer {
  return async (site, request, reply) => {
    const { type, body, self } = await readFeed(database.db, site, questionOf(site, request), file);
    // As WebSub has it, for whoever does not look into the feed.
    const links = [...(site.hub ? [`<${site.hub}>; rel="hub"`] : []), `<${self}>; rel="self"`];
    reply.header("link", links.join(", "));
    return await send(request, reply, body, { type, cache });
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
