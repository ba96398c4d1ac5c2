import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import { personsMost } from "../../../conversing/personal-data/find-persons.ts";
import type { FoundPerson } from "../../../conversing/personal-data/person-store.ts";
import { mayAnywhere } from "../../../staff/rights.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { choice } from "../filter-choice.ts";
import { personsFrame } from "./persons-frame.ts";
import { momentIn, type PersonsView, personLink } from "./persons-view.ts";
import { personsWordsOf } from "./words/index.ts";

export interface Searched {
  text: string;
  authority: string | undefined;
  /** Absent: nothing was looked for yet. */
  found: readonly FoundPerson[] | undefined;
}

/** Looks for the people of whom something is held, in one's own authorities. */
export function searchPage(view: PersonsView, authorities: readonly Authority[], searched: Searched): Html {
  const words = personsWordsOf(view.language);
  const { search } = words;
  return personsFrame(
    view,
    { title: words.title, address: (lang) => withQuery("/desk/persons", { lang }) },
    html`<p class="lead">${words.lead}</p>
      <form method="post" action="${withQuery("/desk/persons", { lang: view.askedLanguage })}" class="entry-form">
        <div class="field"><label for="q">${search.label}</label>
          <input id="q" name="q" type="search" value="${searched.text}" maxlength="200" autocomplete="off" required aria-describedby="q-hint">
          <p class="hint" id="q-hint">${search.hint}</p></div>
        ${authorities.length > 1 ? choice("authority", search.authority, search.all, authorities, searched.authority) : ""}
        <button type="submit" class="btn btn-primary">${search.button}</button>
      </form>
      ${searched.found === undefined ? "" : results(view, authorities, searched.found)}
      ${
        mayAnywhere(view.who.staff, "see-reports")
          ? html`<p class="further"><a href="${withQuery("/desk/retention", { lang: view.askedLanguage })}">${words.toRetention}</a></p>`
          : ""
      }`,
  );
}

function results(view: PersonsView, authorities: readonly Authority[], found: readonly FoundPerson[]): Html {
  const { results: words } = personsWordsOf(view.language);
  return html`<section aria-labelledby="found"><h2 id="found">${words.title}: ${found.length}</h2>
    ${
      found.length === 0
        ? html`<p>${words.none}</p><p class="hint">${words.noneHint}</p>`
        : html`<ul class="people">${found.map((one) => foundLine(view, authorities, one))}</ul>`
    }
    ${found.length >= personsMost ? html`<p>${words.more}</p>` : ""}</section>`;
}

function foundLine(view: PersonsView, authorities: readonly Authority[], one: FoundPerson): Html {
  const { results: words } = personsWordsOf(view.language);
  const authority = authorities.find(({ id }) => id === one.authorityId);
  const [name = words.nameless, ...others] = one.names;
  const about = [
    view.networkName(one.channel),
    ...(authorities.length > 1 && authority ? [authority.name] : []),
    ...(one.lastAt ? [words.last(momentIn(one.lastAt, authority, view))] : []),
  ];
  return html`<li><div>
      <p><strong><bdi>${name}</bdi></strong>${others.map((other) => html`, <bdi>${other}</bdi>`)}</p>
      <p class="moments">${about.join(" · ")}</p>
      <p class="moments person-id">${words.id(one.personId)}</p></div>
    <p><a href="${personLink(one, view.askedLanguage)}">${words.open}<span class="visually-hidden">: ${name}, ${one.personId}</span></a></p></li>`;
}
