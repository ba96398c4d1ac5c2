import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { itemsLink } from "./items/item-filter.ts";
import { distance, itemInFormat, itemTitle } from "./pieces.ts";
import { postLink, publicationTold, removal, stepList } from "./publication-part.ts";
import { tellWish } from "./telling.ts";
import type { LatestItem } from "./today.ts";
import type { AuthorityView } from "./view.ts";

type Publication = LatestItem["publications"][number];

/** The newest items with what became of them, and every step told on request. */
export function latestPart(items: LatestItem[], view: AuthorityView): Html {
  const words = view.words.today.latest;
  if (items.length === 0) return html`<p>${words.none}</p>`;
  return html`<ol class="latest">${items.map((item) => latestItem(item, view))}</ol>
    <p><a id="all-${view.authority.id}" href="${itemsLink({ authority: view.authority.id }, view.back.lang)}">${words.all}</a></p>`;
}

function latestItem(item: LatestItem, view: AuthorityView): Html {
  const { latest } = view.words.today;
  return html`<li class="news">
    <p class="kind">${view.words.kinds[item.kind]}${item.reference ? html` · <span class="reference">${item.reference}</span>` : ""}</p>
    <h4>${itemTitle(item, `item-${item.id}`)}</h4>
    <p class="moments">${item.sourceName} · ${distance(item.seenAt, view)}</p>
    ${
      item.publications.length === 0
        ? html`<p>${latest.noAccount}</p>`
        : html`<ul class="publications">${item.publications.map((one) => publication(one, item, view))}</ul>`
    }
  </li>`;
}

function publication(one: Publication, item: LatestItem, view: AuthorityView): Html {
  return html`<li>
    ${publicationTold(one, view)}
    ${one.wish ? html`<p class="wish">${tellWish(one, view, view.explainers)}</p>` : ""}
    ${postLink(one, item, view)}
    ${steps(one, item, view)}
    ${removal(one, item, view)}
  </li>`;
}

function steps(one: Publication, item: LatestItem, view: AuthorityView): Html | string {
  if (one.steps.length === 0) return "";
  const words = view.words.today.latest;
  const id = `steps-${one.id}`;
  return html`<details class="steps" id="${id}">
    <summary id="${id}-s">${words.attempts(one.steps.length)}<span class="visually-hidden">: ${itemInFormat({ ...item, format: one.format }, view)}</span></summary>
    ${stepList(one, view)}
  </details>`;
}
