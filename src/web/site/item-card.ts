import { html } from "hono/html";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { type Standing, standingOf } from "../../noticeboard/standing.ts";
import type { Html } from "../web-parts.ts";
import { itemAddress } from "./addresses.ts";
import { dayInWords, dayOf } from "./days.ts";
import type { Site } from "./site.ts";

/** An item in a list: what it is, where, until when. */
export function itemCard(site: Site, item: ShownItem, level: 2 | 3 = 2): Html {
  const { words, place, authority } = site;
  const link = html`<a href="${itemAddress(place, item)}" lang="${authority.settings.language}" dir="auto">${item.title}</a>`;
  const facts = [item.facts.place, item.facts.contract].filter((fact) => fact && fact.trim() !== "");
  return html`<li class="item-card">
    <p class="item-kind">${words.kinds[item.kind]} ${badge(site, item)}</p>
    ${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
    <div class="item-foot">${facts.length > 0 ? html`<p class="item-facts" lang="${authority.settings.language}" dir="auto">${facts.join(" · ")}</p>` : ""}
    <p class="item-day">${words.board.publishedOn(dayOf(item.shownAt, site))}</p></div>
  </li>`;
}

/** How an item stands, in few words; an open one without a known end needs none. */
export function badge(site: Site, item: ShownItem): Html | string {
  const standing = standingOf(item, site.reading.timeZone, site.reading.now);
  const text = badgeText(standing, site);
  if (text === undefined) return "";
  return html`<span class="state state-${standing.kind}">${text}</span>`;
}

function badgeText(standing: Standing, { words, place }: Site): string | undefined {
  switch (standing.kind) {
    case "closing-soon":
      return words.standing.daysLeft(standing.daysLeft);
    case "open":
      return standing.closing && standing.daysLeft !== undefined
        ? `${words.standing.daysLeft(standing.daysLeft)} (${dayInWords(standing.closing.lastDay, place.language, "short")})`
        : undefined;
    case "closed":
    case "withdrawn":
      return words.standing.closed;
  }
}
