import { html } from "hono/html";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { standingOf } from "../../noticeboard/standing.ts";
import type { Html } from "../web-parts.ts";
import { pageAddress } from "./addresses.ts";
import { barePage } from "./bare-page.ts";
import { closingInWords, dayOf } from "./days.ts";
import type { Site } from "./site.ts";

/** What is open and new on one sheet of A4, for people who read it on a wall: a code leads to the rest. */
export function weeklyPage(site: Site, items: readonly ShownItem[]): Html {
  const { words, authority, place, reading } = site;
  return barePage(
    site,
    { title: `${words.weekly.title} – ${authority.name}`, kind: "weekly" },
    html`<h1>${words.weekly.title}</h1>
    <p class="lead"><span lang="${authority.settings.language}">${authority.name}</span>. ${words.weekly.lead(dayOf(reading.now, site))}</p>
    ${items.length === 0 ? html`<p>${words.weekly.none}</p>` : html`<ol class="sheet" lang="${authority.settings.language}">${items.map((item) => line(site, item))}</ol>`}
    <div class="code"><img src="${pageAddress(place, "qr.svg")}" alt="${words.channel.codeAlt(place.home)}" width="120" height="120">
      <p>${words.weekly.more}<br><strong class="address">${place.home.replace(/^https?:\/\//, "")}</strong></p></div>
    <p class="poster-back"><a href="${pageAddress(place)}">${words.nav.channel}</a></p>`,
  );
}

function line(site: Site, item: ShownItem): Html {
  const { reading, words } = site;
  const standing = standingOf(item, reading.timeZone, reading.now);
  const closing = standing.kind === "withdrawn" ? undefined : standing.closing;
  const facts = [item.facts.place, item.facts.contract, item.reference].filter((fact) => fact).join(" · ");
  return html`<li><strong dir="auto">${item.title}</strong>${facts ? html`<br>${facts}` : ""}${
    closing
      ? html`<br><span lang="${words.code}">${words.item.fact.deadline}: ${closingInWords(closing, site)}</span>`
      : ""
  }</li>`;
}
