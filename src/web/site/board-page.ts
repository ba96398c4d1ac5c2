import { html } from "hono/html";
import { isFiltered, parametersOf } from "../../noticeboard/question.ts";
import type { Html } from "../web-parts.ts";
import { boardAddress, pageAddress, wholeOf } from "./addresses.ts";
import { activeFilters, kindChoices, searchForm, stateChoices } from "./board-filters.ts";
import { pagination } from "./board-pagination.ts";
import { feedNames } from "./feed-names.ts";
import { itemCard } from "./item-card.ts";
import type { Board } from "./read-board.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

/** The noticeboard: filters as links and one form, the items that fit, newest first. */
export function boardPage(site: Site, board: Board): Html {
  const { words, authority } = site;
  const { question } = board;
  const isPlain = !isFiltered(question) && question.state === "open";
  return siteLayout(
    site,
    {
      title:
        question.page > 1
          ? `${words.board.title} – ${words.board.page(question.page, board.pages)}`
          : words.board.title,
      description: words.board.lead(authority.name),
      addressIn: (place) => boardAddress(place, question),
      current: "board",
      isNotIndexed: question.search !== "",
      head: neighbours(site, board),
      trail: [{ label: words.board.title }],
    },
    html`<h1>${words.board.title}</h1>
    ${isPlain && question.page === 1 ? html`<p class="lead">${words.board.lead(authority.name)}</p>` : ""}
    <search aria-label="${words.board.search}">
      ${searchForm(site, board)}
      ${stateChoices(site, board)}
      ${kindChoices(site, board)}
      ${activeFilters(site, board)}
    </search>
    ${results(site, board)}`,
  );
}

/** For machines that walk from page to page. */
function neighbours({ place }: Site, { question, pages }: Board): Html {
  const link = (rel: string, page: number) =>
    html`<link rel="${rel}" href="${wholeOf(place, boardAddress(place, { ...question, page }))}">`;
  return html`${question.page > 1 ? link("prev", question.page - 1) : ""}${question.page < pages ? link("next", question.page + 1) : ""}`;
}

function results(site: Site, board: Board): Html {
  const { words } = site;
  const { question, items, found, pages, wording } = board;
  const isEmpty = found === 0;
  const nothing =
    isFiltered(question) || board.counts.states.all > 0 ? words.board.nothing : words.board.empty;
  return html`<section aria-labelledby="found">
    <p id="found" class="found" role="status">${words.board.count(found)}${pages > 1 ? html` · ${words.board.page(question.page, pages)}` : ""}</p>
    ${wording === "alike" ? html`<p class="hint">${words.board.alike(question.search)}</p>` : ""}
    ${
      isEmpty
        ? html`<div class="nothing"><h2>${nothing.title}</h2><p>${nothing.text}</p>
          ${isFiltered(question) || question.state !== "open" ? html`<p><a class="btn btn-primary" href="${boardAddress(site.place)}">${words.board.clear}</a></p>` : ""}</div>`
        : html`<ol class="items">${items.map((item) => itemCard(site, item))}</ol>`
    }
    ${pagination(site, board)}
    ${feeds(site, board)}
  </section>`;
}

function feeds({ place, words }: Site, { question }: Board): Html {
  const parameters = parametersOf({ ...question, page: 1 });
  return html`<p class="feeds">${words.board.follow}
    ${feedNames.map(({ file, name }) => html` <a href="${pageAddress(place, `notizie/${file}`, parameters)}">${words.data.names[name]}</a>`)}
    <a href="${pageAddress(place, "scadenze.ics", parameters)}">${words.data.names.ics}</a></p>`;
}
