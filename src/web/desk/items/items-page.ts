import { html } from "hono/html";
import type { Html, WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { distance } from "../pieces.ts";
import { publicationTold, troubled } from "../publication-part.ts";
import { tellWish } from "../telling.ts";
import type { AuthorityView } from "../view.ts";
import type { ListedItem } from "./desk-item.ts";
import { filterForm, stateChoice } from "./filter-part.ts";
import { type ItemFilter, isFiltering, itemLink, itemsLink } from "./item-filter.ts";
import { itemsFrame } from "./items-frame.ts";
import { type ItemsAsked, type ItemsList, viewOf } from "./items-view.ts";
import { itemsWordsOf } from "./words/index.ts";

/** Everything the portals published, with what became of it. */
export function itemsPage(parts: WebParts, asked: ItemsAsked, list: ItemsList): Html {
  const { filter, authorities } = list;
  const words = itemsWordsOf(asked.language);
  const here = itemsLink(filter, asked.askedLanguage);
  const none = wordsOf(asked.language).today.none;
  return itemsFrame(
    asked,
    {
      title: words.title,
      address: (lang) => itemsLink(filter, lang),
    },
    authorities.length === 0
      ? html`<h2>${none.title}</h2><p>${none.detail}</p>`
      : html`<p class="lead">${words.lead}</p>
        ${stateChoice(asked, filter)}
        ${filterForm(asked, list)}
        <div id="items" data-live>${itemList(parts, asked, list, here)}</div>
        ${pageLinks(asked, list)}`,
  );
}

function itemList(parts: WebParts, asked: ItemsAsked, list: ItemsList, here: string): Html {
  const { filter, authorities, shown } = list;
  const words = itemsWordsOf(asked.language);
  if (shown.items.length === 0) {
    if (!isFiltering(filter)) return html`<p>${words.nothingYet}</p>`;
    return html`<p>${words.noneFound} <a href="${itemsLink({}, asked.askedLanguage)}">${words.showAll}</a></p>`;
  }
  const views = new Map(authorities.map((one) => [one.id, viewOf(parts, asked, one, here)]));
  const isOfSeveral = authorities.length > 1 && filter.authority === undefined;
  return html`<ol class="latest">${shown.items.map((item) => {
    const view = views.get(item.authorityId);
    return view ? itemRow(item, view, { asked, here, isOfSeveral }) : "";
  })}</ol>`;
}

/** Here nothing above the list says why some are held. */
const explained = [...troubled, "held"] as const;

interface RowFrame {
  asked: ItemsAsked;
  /** The address of the list, to come back to. */
  here: string;
  isOfSeveral: boolean;
}

function itemRow(item: ListedItem, view: AuthorityView, { asked, here, isOfSeveral }: RowFrame): Html {
  const { kinds, today } = view.words;
  const words = itemsWordsOf(asked.language);
  const link = itemLink(item, { lang: asked.askedLanguage, from: here });
  const untold = item.isArchived ? words.archived : today.latest.noAccount;
  return html`<li class="news">
    <p class="kind">${kinds[item.kind]}${item.reference ? html` · <span class="reference">${item.reference}</span>` : ""}</p>
    <h2><a id="item-${item.id}" href="${link}">${item.title}</a></h2>
    <p class="moments">${isOfSeveral ? html`${view.authority.name} · ` : ""}${item.sourceName} · ${distance(item.seenAt, view)}</p>
    ${
      item.publications.length === 0
        ? html`<p class="moments">${untold}</p>`
        : html`<ul class="publications">${item.publications.map(
            (one) => html`<li>${publicationTold(one, view, explained)}
        ${one.wish ? html`<p class="wish">${tellWish(one, view, view.explainers)}</p>` : ""}</li>`,
          )}</ul>`
    }
  </li>`;
}

function pageLinks(asked: ItemsAsked, { filter, shown }: ItemsList): Html | string {
  const words = itemsWordsOf(asked.language);
  const { hasNewer, hasOlder, items } = shown;
  if (!hasNewer && !hasOlder) return "";
  const own = { ...filter, before: undefined, after: undefined };
  const [first, last] = [items[0], items.at(-1)];
  const link = (place: Partial<ItemFilter>, label: string) =>
    html`<li><a class="choice" href="${itemsLink({ ...own, ...place }, asked.askedLanguage)}">${label}</a></li>`;
  return html`<nav class="chooser pages" aria-label="${words.pages}"><ul>
    ${hasNewer ? link({}, words.newest) : ""}
    ${hasNewer && first ? link({ after: first.seq }, words.newer) : ""}
    ${hasOlder && last ? link({ before: last.seq }, words.older) : ""}
  </ul></nav>`;
}
