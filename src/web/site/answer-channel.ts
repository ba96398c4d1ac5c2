import { findItems } from "../../noticeboard/board-store.ts";
import type { Question } from "../../noticeboard/question.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import type { WebParts } from "../web-parts.ts";
import { channelPage } from "./channel-page.ts";
import { embedPage } from "./embed-page.ts";
import { followings } from "./follow-address.ts";
import type { SiteAnswer } from "./open-site.ts";
import { posterPage } from "./poster-page.ts";
import type { BoardReader } from "./read-board.ts";
import { send } from "./send.ts";
import type { Site } from "./site.ts";

const open: Question = { search: "", state: "open", page: 1 };
const latestItems = 5;
const framedItems = 8;

async function newest({ database }: WebParts, { reading }: Site, limit: number): Promise<ShownItem[]> {
  return await findItems(database.db, reading, open, { wording: "exact", limit, offset: 0 });
}

export function answerChannel(parts: WebParts, boards: BoardReader): SiteAnswer {
  return async (site, request, reply) => {
    const [items, { counts }] = await Promise.all([
      newest(parts, site, latestItems),
      boards.count(site.reading, open),
    ]);
    const shown = { items, counts, followings: followings(parts, site.accounts) };
    return await send(request, reply, channelPage(site, shown));
  };
}

export function answerEmbed(parts: WebParts): SiteAnswer {
  return async (site, request, reply) =>
    await send(request, reply, embedPage(site, await newest(parts, site, framedItems)), { framedBy: "*" });
}

export function answerPoster(parts: WebParts): SiteAnswer {
  return async (site, request, reply) =>
    await send(request, reply, posterPage(site, followings(parts, site.accounts)));
}
