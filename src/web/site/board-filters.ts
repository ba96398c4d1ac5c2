import { html } from "hono/html";
import type { NamedCount } from "../../noticeboard/board-count-store.ts";
import { type Contract, contracts } from "../../noticeboard/contract.ts";
import { fold } from "../../noticeboard/fold.ts";
import { type Profession, professions } from "../../noticeboard/profession.ts";
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

/** The filters that are folded away until somebody wants them. */
const folded = ["profession", "place", "office", "contract"] as const;

/** Words to look for, and folded below them the finer filters; what is chosen by links goes along. */
export function searchForm(site: Site, board: Board): Html {
  const { words, place } = site;
  const { question } = board;
  const chosen = folded.filter((part) => question[part] !== undefined).length;
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
        ${fields(site, board)}
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

interface NamedField {
  id: "place" | "office";
  label: string;
  any: string;
  chosen: string | undefined;
  counted: readonly NamedCount[];
}

/** Places and offices, by the names that items give them: in the language of the authority, not of the page. */
function namedField(
  { words, authority }: Site,
  { id, label, any, chosen, counted }: NamedField,
): Html | string {
  const isChosen = (name: string) => chosen !== undefined && fold(name) === fold(chosen);
  const option = (value: string, text: string) =>
    html`<option value="${value}"${isChosen(value) ? html` selected` : ""}>${text}</option>`;
  if (counted.length === 0 && chosen === undefined) return "";
  return html`<div><label for="${id}">${label}</label>
    <select class="form-select" id="${id}" name="${parameterNames[id]}" lang="${authority.settings.language}">
      <option value="" lang="${words.code}">${any}</option>
      ${chosen && !counted.some(({ name }) => isChosen(name)) ? option(chosen, chosen) : ""}
      ${counted.map(({ name, count }) => option(name, `${name} (${count})`))}
    </select></div>`;
}

interface KnownField<Each extends string> {
  id: "contract" | "profession";
  label: string;
  any: string;
  chosen: Each | undefined;
  all: readonly Each[];
  called: Record<Each, string>;
  counts: ReadonlyMap<Each, number>;
}

/** Contracts and professions, by our own words for them; only those there are. */
function knownField<Each extends string>(field: KnownField<Each>): Html | string {
  const { id, label, any, chosen, all, called, counts } = field;
  const offered = all.filter((each) => counts.has(each) || each === chosen);
  if (offered.length === 0) return "";
  return html`<div><label for="${id}">${label}</label>
    <select class="form-select" id="${id}" name="${parameterNames[id]}">
      <option value="">${any}</option>
      ${offered.map(
        (each) =>
          html`<option value="${each}"${each === chosen ? html` selected` : ""}>${called[each]} (${counts.get(each) ?? 0})</option>`,
      )}
    </select></div>`;
}

function fields(site: Site, { question, counts }: Board): Html {
  const { words } = site;
  const { board } = words;
  return html`${knownField<Profession>({ id: "profession", label: board.profession, any: board.anyProfession, chosen: question.profession, all: professions, called: words.professions, counts: counts.professions })}
    ${namedField(site, { id: "place", label: board.place, any: board.anyPlace, chosen: question.place, counted: counts.places })}
    ${namedField(site, { id: "office", label: board.office, any: board.anyOffice, chosen: question.office, counted: counts.offices })}
    ${knownField<Contract>({ id: "contract", label: board.contract, any: board.anyContract, chosen: question.contract, all: contracts, called: words.contracts, counts: counts.contracts })}`;
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
  const { search, place: where, contract, office, profession } = question;
  const without = (part: "search" | (typeof folded)[number]) => {
    const { [part]: _, ...others } = question;
    return boardAddress(place, { ...others, page: 1 });
  };
  const filters = [
    ...(search === "" ? [] : [{ label: `«${search}»`, address: without("search") }]),
    ...(profession ? [{ label: words.professions[profession], address: without("profession") }] : []),
    ...(where ? [{ label: where, address: without("place") }] : []),
    ...(office ? [{ label: office, address: without("office") }] : []),
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
