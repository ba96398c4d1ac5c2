import { findItems } from "../../noticeboard/board-store.ts";
import type { Question } from "../../noticeboard/question.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import type { WebParts } from "../web-parts.ts";
import { channelPage } from "./channel-page.ts";
import { embedPage } from "./embed-page.ts";
import { followings } from "./follow-address.ts";
import type { SiteAnswer } from "./open-site.ts";
import { posterPage } from "./poster-page.ts";
import { openPromiseReader } from "./promise-reader.ts";
import { publishedRules } from "./published-rules.ts";
import type { BoardReader } from "./read-board.ts";
import type { SitePage } from "./remembered-answers.ts";
import { send } from "./send.ts";
import type { Site } from "./site.ts";
import { weeklyPage } from "./weekly-page.ts";

const open: Question = { search: "", state: "open", page: 1 };
const latestItems = 5;
const framedItems = 8;
const sheetItems = 24;
const weekMs = 7 * 86_400_000;

async function newest({ database }: WebParts, { reading }: Site, limit: number): Promise<ShownItem[]> {
  return await findItems(database.db, reading, open, { wording: "exact", limit, offset: 0 });
}

export function answerChannel(parts: WebParts, boards: BoardReader): SitePage {
  const promises = openPromiseReader(parts.database.db);
  return async (site) => {
    const { db } = parts.database;
    const [items, { counts }, kept, rules] = await Promise.all([
      newest(parts, site, latestItems),
      boards.count(site.reading, open),
      promises.read(site),
      publishedRules(db, site.reading),
    ]);
    const shown = { items, counts, followings: followings(parts, site.accounts), kept, rules };
    return { content: channelPage(site, shown) };
  };
}

/** What is open and came within a week, the longest list that one sheet holds. */
export function answerWeekly(parts: WebParts): SitePage {
  return async (site) => {
    const since = new Date(site.reading.now.getTime() - weekMs);
    const items = await newest(parts, site, sheetItems);
    const latest = items.filter(({ shownAt }) => shownAt >= since);
    return { content: weeklyPage(site, latest.length > 0 ? latest : items.slice(0, framedItems)) };
  };
}

export function answerEmbed(parts: WebParts): SitePage {
  return async (site) => ({
    content: embedPage(site, await newest(parts, site, framedItems)),
    framedBy: "*",
  });
}

export function answerPoster(parts: WebParts): SiteAnswer {
  return async (site, request, reply) => {
    const { formato } = request.query as { formato?: unknown };
    const sheet = formato === "a3" ? "a3" : "a4";
    return await send(request, reply, posterPage(site, followings(parts, site.accounts), sheet));
  };
}
