import { html } from "hono/html";
import { contracts } from "../../noticeboard/contract.ts";
import {
  boardStates,
  isFiltered,
  parameterNames,
  type Question,
  searchCharactersMax,
  stateWords,
} from "../../noticeboard/question.ts";
import { itemKinds } from "../../watching/found-item.ts";
import type { Html } from "../web-parts.ts";
import { boardAddress, pageAddress } from "./addresses.ts";
import type { Board } from "./read-board.ts";
import type { Site } from "./site.ts";

/** Words to look for, and folded below them place and contract; what is chosen by links goes along. */
export function searchForm(site: Site, board: Board): Html {
  const { words, place } = site;
  const { question } = board;
  const chosen = [question.place, question.contract].filter((each) => each !== undefined).length;
  return html`<form class="search" method="get" action="${pageAddress({ ...place, language: place.usual }, "notizie")}">
    ${kept(site, question)}
    <div class="search-words">
      <label for="search">${words.board.search}</label>
      <div class="search-row">
        <input class="form-control" type="search" id="search" name="${parameterNames.search}" value="${question.search}"
          maxlength="${searchCharactersMax}" aria-describedby="search-hint" dir="auto">
        <button class="btn btn-primary" type="submit">${words.board.find}</button>
      </div>
      <p id="search-hint" class="hint">${words.board.searchHint}</p>
    </div>
    <details class="more"${chosen > 0 ? html` open` : ""}>
      <summary>${words.board.more(chosen)}</summary>
      <div class="more-row">
        ${placeField(site, board)}
        ${contractField(site, board)}
        <button class="btn btn-outline-primary" type="submit">${words.board.apply}</button>
      </div>
    </details>
  </form>`;
}

/** What the form does not show and must not forget. */
function kept({ place }: Site, { kind, state }: Question): Html {
  const field = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${kind ? field(parameterNames.kind, kind) : ""}${
    state === "open" ? "" : field(parameterNames.state, stateWords[state])
  }${place.language === place.usual ? "" : field("lang", place.language)}`;
}

function placeField({ words, authority }: Site, { question, counts }: Board): Html {
  const chosen = question.place?.toLowerCase();
  const isListed = counts.places.some(({ name }) => name.toLowerCase() === chosen);
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value.toLowerCase() === chosen ? html` selected` : ""}>${label}</option>`;
  return html`<div><label for="place">${words.board.place}</label>
    <select class="form-select" id="place" name="${parameterNames.place}" lang="${authority.settings.language}">
      <option value="" lang="${words.code}">${words.board.anyPlace}</option>
      ${question.place && !isListed ? option(question.place, question.place) : ""}
      ${counts.places.map(({ name, count }) => option(name, `${name} (${count})`))}
    </select></div>`;
}

function contractField({ words }: Site, { question, counts }: Board): Html {
  const offered = contracts.filter((each) => counts.contracts.has(each) || each === question.contract);
  return html`<div><label for="contract">${words.board.contract}</label>
    <select class="form-select" id="contract" name="${parameterNames.contract}">
      <option value="">${words.board.anyContract}</option>
      ${offered.map(
        (each) =>
          html`<option value="${each}"${each === question.contract ? html` selected` : ""}>${words.contracts[each]} (${counts.contracts.get(each) ?? 0})</option>`,
      )}
    </select></div>`;
}

/** Open, closing soon, all: one is always chosen. */
export function stateChoices({ words, place }: Site, { question, counts }: Board): Html {
  return html`<nav aria-label="${words.board.states}"><ul class="states">
    ${boardStates.map(
      (state) =>
        html`<li><a href="${boardAddress(place, { ...question, state, page: 1 })}"${
          state === question.state ? html` aria-current="true"` : ""
        }>${words.states[state]} <span class="count">${counts.states[state]}</span></a></li>`,
    )}
  </ul></nav>`;
}

/** The kinds there are here; choosing among one says nothing. */
export function kindChoices({ words, place }: Site, { question, counts }: Board): Html | string {
  const offered = itemKinds.filter((kind) => counts.kinds.has(kind) || kind === question.kind);
  if (offered.length < 2 && question.kind === undefined) return "";
  const choice = (kind: Question["kind"], label: string, count?: number) => {
    const { kind: _, ...others } = question;
    const address = boardAddress(place, { ...others, ...(kind && { kind }), page: 1 });
    return html`<li><a class="choice" href="${address}"${kind === question.kind ? html` aria-current="true"` : ""}>${label}${
      count === undefined ? "" : html` <span class="count">${count}</span>`
    }</a></li>`;
  };
  return html`<nav aria-label="${words.board.kinds}"><ul class="choices">
    ${choice(undefined, words.board.all)}
    ${offered.map((kind) => choice(kind, words.kindsMany[kind], counts.kinds.get(kind) ?? 0))}
  </ul></nav>`;
}

/** What narrows the list, each with a link that takes it away. */
export function activeFilters({ words, place }: Site, { question }: Board): Html | string {
  const { search, place: where, contract } = question;
  const without = (part: "search" | "place" | "contract") => {
    const { [part]: _, ...others } = question;
    return boardAddress(place, { ...others, page: 1 });
  };
  const filters = [
    ...(search === "" ? [] : [{ label: `«${search}»`, address: without("search") }]),
    ...(where ? [{ label: where, address: without("place") }] : []),
    ...(contract ? [{ label: words.contracts[contract], address: without("contract") }] : []),
  ];
  if (!isFiltered(question) || filters.length === 0) return "";
  return html`<p class="active"><span>${words.board.chosen}:</span>
    ${filters.map(
      ({ label, address }) =>
        html` <a class="active-filter" href="${address}" aria-label="${words.board.remove(label)}"><bdi>${label}</bdi> <span aria-hidden="true">×</span></a>`,
    )}
    <a href="${boardAddress(place)}">${words.board.clear}</a></p>`;
}
