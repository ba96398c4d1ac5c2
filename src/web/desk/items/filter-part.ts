import { html } from "hono/html";
import { itemKinds } from "../../../watching/found-item.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { choice } from "../filter-choice.ts";
import { type ItemFilter, isFiltering, itemsLink, type StateGroup, stateGroups } from "./item-filter.ts";
import type { ItemsAsked, ItemsList } from "./items-view.ts";
import { itemsWordsOf } from "./words/index.ts";

/** One press shows what waits, what was refused, and so on; all else that was chosen stays. */
export function stateChoice(asked: ItemsAsked, filter: ItemFilter): Html {
  const words = itemsWordsOf(asked.language);
  const own = { ...filter, before: undefined, after: undefined };
  const link = (state: StateGroup | undefined, label: string) =>
    html`<li><a class="choice" ${filter.state === state ? html`aria-current="true"` : ""} href="${itemsLink({ ...own, state }, asked.askedLanguage)}">${label}</a></li>`;
  return html`<nav class="chooser" aria-label="${words.byState}"><ul>
    ${link(undefined, words.anyState)}
    ${stateGroups.map((state) => link(state, words.states[state]))}
  </ul></nav>`;
}

/** Words to look for, kind, authority and source: an ordinary form, whose answer is an address to keep or pass on. */
export function filterForm(asked: ItemsAsked, { filter, authorities, sources }: ItemsList): Html {
  const words = itemsWordsOf(asked.language);
  const { kinds } = wordsOf(asked.language);
  const kindChoices = itemKinds.map((id) => ({ id, name: kinds[id] }));
  return html`<form method="get" action="/desk/items" class="filters" role="search" aria-label="${words.search}">
    ${hidden("lang", asked.askedLanguage)}
    ${hidden("state", filter.state)}
    <div class="field"><label for="q">${words.text}</label>
      <input id="q" name="q" type="search" value="${filter.text ?? ""}" maxlength="200" autocomplete="off"></div>
    ${choice("kind", words.kind, words.anyKind, kindChoices, filter.kind)}
    ${authorities.length > 1 ? choice("authority", words.authority, words.anyAuthority, authorities, filter.authority) : ""}
    ${sources.length > 1 ? choice("source", words.source, words.anySource, sources, filter.source) : ""}
    <div class="filter-acts"><button type="submit" class="btn btn-primary">${words.find}</button>
      ${isFiltering(filter) ? html`<a href="${itemsLink({}, asked.askedLanguage)}">${words.showAll}</a>` : ""}</div>
  </form>`;
}
