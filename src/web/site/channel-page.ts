import { html } from "hono/html";
import type { BoardCounts } from "../../noticeboard/board-count-store.ts";
import { parameterNames, searchCharactersMax } from "../../noticeboard/question.ts";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { itemKinds } from "../../watching/found-item.ts";
import type { Html } from "../web-parts.ts";
import { boardAddress, pageAddress, pageNames } from "./addresses.ts";
import type { Following } from "./follow-address.ts";
import { followPart } from "./follow-part.ts";
import { itemCard } from "./item-card.ts";
import type { KeptPromise } from "./kept-promise.ts";
import { officesPart } from "./offices-part.ts";
import type { PublishedRules } from "./published-rules.ts";
import { rulesPart } from "./rules-page.ts";
import type { Site } from "./site.ts";
import { previewTags } from "./site-head.ts";
import { siteLayout } from "./site-layout.ts";
import { talkingPart } from "./talking-part.ts";

/** What the channel is, how to follow it, and how to know that it is the real one. */
export function channelPage(
  site: Site,
  shown: {
    items: readonly ShownItem[];
    counts: BoardCounts;
    followings: readonly Following[];
    kept: KeptPromise;
    rules: PublishedRules;
  },
): Html {
  const { words, authority, place } = site;
  const { channel } = words;
  const { items, counts, followings, kept, rules } = shown;
  const lead = followings.length > 0 ? channel.lead : channel.leadWithoutAccount;
  return siteLayout(
    site,
    {
      title: authority.name,
      description: lead,
      addressIn: (other) => pageAddress(other),
      current: "channel",
      head: preview(site, lead),
    },
    html`<div class="opening">
      <div><h1>${channel.title}</h1><p class="lead">${lead}</p></div>
      ${counts.states.all > 0 ? shortSearch(site) : ""}
    </div>
    <div class="channel-columns">
        <section class="latest"><h2>${channel.latest}</h2>
          ${
            items.length === 0
              ? html`<p>${words.board.empty.text}</p>`
              : html`<ol class="items">${items.map((item) => itemCard(site, item, 3))}</ol>
              <p><a class="btn btn-primary" href="${boardAddress(place)}">${channel.allItems(counts.states.open)}</a></p>`
          }
        </section>
      <div class="channel-side">
        ${followPart(site, followings)}
        ${publishedPart(site, counts)}
      </div>
    </div>
    <div class="channel-more">
      ${talkingPart(site, kept)}
      ${officesPart(site)}
      ${rulesPart(site, rules)}
      ${realPart(site, followings)}
      ${otherPart(site)}
    </div>`,
  );
}

function preview(site: Site, description: string): Html {
  const { name } = site.authority;
  const image = { page: `card.png?v=${site.lookVersion}`, alt: name };
  return previewTags(site, { type: "website", title: name, description, page: "", image });
}

/** What most people come for: from here straight into the noticeboard's results. */
function shortSearch({ words, place }: Site): Html {
  const { board } = words;
  return html`<search aria-label="${board.search}"><form class="search" method="get" action="${boardAddress({ ...place, language: place.usual })}">
    ${place.language === place.usual ? "" : html`<input type="hidden" name="lang" value="${place.language}">`}
    <label for="search">${board.search}</label>
    <div class="search-row"><input class="form-control" type="search" id="search" name="${parameterNames.search}"
      maxlength="${searchCharactersMax}" aria-describedby="search-hint" dir="auto">
      <button class="btn btn-primary" type="submit">${board.find}</button></div>
    <p id="search-hint" class="hint">${board.searchHint}</p>
  </form></search>`;
}

function publishedPart({ words, place }: Site, { kinds }: BoardCounts): Html | string {
  const present = itemKinds.filter((kind) => kinds.has(kind));
  if (present.length === 0) return "";
  return html`<section><h2>${words.channel.published}</h2><p>${words.channel.publishedText}</p>
    <ul>${present.map(
      (kind) =>
        html`<li><a href="${boardAddress(place, { kind })}">${words.kindsMany[kind]}</a>: ${words.channel.kindCount(kinds.get(kind) ?? 0)}</li>`,
    )}</ul></section>`;
}

function realPart({ words, said, place, authority }: Site, followings: readonly Following[]): Html {
  const { channel } = words;
  const { scam } = words.talk;
  const { portal } = authority.settings;
  return html`<section><h2>${channel.real}</h2><p>${said.channels ? channel.realText : channel.realSome}</p><ul class="real">
    ${followings.map(({ network, name, address }) => html`<li>${network}: <a href="${address}" rel="noopener">${name}</a></li>`)}
    ${portal ? html`<li>${words.nav.portal}: <a href="${portal}">${URL.parse(portal)?.host ?? portal}</a></li>` : ""}
    <li>${words.nav.board}: <a href="${pageAddress(place)}">${place.home.replace(/^https?:\/\//, "")}</a></li>
    ${(said.channels ?? []).map(({ name, url }) => html`<li><a href="${url}" rel="noopener">${name}</a></li>`)}
  </ul><p>${channel.realNever}</p>
  <h3>${scam.title}</h3><ul>${scam.signs.map((sign) => html`<li>${sign}</li>`)}</ul>
  <p>${scam.report} <a href="https://www.commissariatodips.it/" rel="noopener">${scam.reportLink}</a></p></section>`;
}

function otherPart({ words, place }: Site): Html {
  const { channel } = words;
  return html`<section><h2>${channel.other}</h2><ul>
    <li><a href="${pageAddress(place, "dati")}">${channel.feeds}</a></li>
    <li><a href="${pageAddress(place, "scadenze.ics")}">${channel.calendar}</a></li>
    <li><a href="${pageAddress(place, "locandina")}">${channel.poster}</a></li>
    <li><a href="${pageAddress(place, pageNames.weekly)}">${channel.weekly}</a></li>
    <li><a href="${pageAddress(place, "dati")}#embed">${channel.embed}</a></li>
  </ul></section>`;
}
