import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import { dateIn } from "../../../authority/calendar/zoned-time.ts";
import {
  type Erasure,
  erasureGrounds,
  erasureSeen,
  isNothingToErase,
  referenceCharactersMax,
} from "../../../conversing/personal-data/erasure.ts";
import { type HoldingKind, holdingKinds } from "../../../conversing/personal-data/holdings.ts";
import type { PersonKey } from "../../../conversing/personal-data/person.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html } from "../../web-parts.ts";
import { wayBack } from "./person-page.ts";
import { personsFrame } from "./persons-frame.ts";
import { dayTold, type PersonsView, personLink } from "./persons-view.ts";
import { personsWordsOf } from "./words/index.ts";
import type { PersonsWords } from "./words/words.ts";

export interface EraseShown {
  authority: Authority;
  person: PersonKey;
  name: string | undefined;
  erasure: Erasure;
  /** One of their requests waits for an answer. */
  isPending: boolean;
  typed: { ground: string; reference: string };
  troubles: readonly string[];
}

/** What erasing takes and what it leaves and why, before anything is done; and the form that does it. */
export function erasePage(view: PersonsView, shown: EraseShown): Html {
  const words = personsWordsOf(view.language);
  const { erase } = words;
  const name = shown.name ?? words.results.id(shown.person.personId);
  const isNothing = isNothingToErase(shown.erasure);
  return personsFrame(
    view,
    {
      title: erase.title(name),
      address: (lang) => personLink(shown.person, lang, "erase"),
      above: html`<p class="way-back"><a href="${personLink(shown.person, view.askedLanguage)}">${erase.cancel}</a></p>`,
      troubles: shown.troubles,
    },
    html`<p class="lead">${isNothing ? erase.nothing : erase.lead}</p>
      ${shown.isPending ? html`<p class="said">${erase.pending}</p>` : ""}
      ${isNothing ? "" : html`<section aria-labelledby="goes"><h2 id="goes">${erase.goes}</h2>${goes(shown.erasure, words)}</section>`}
      <section aria-labelledby="stays"><h2 id="stays">${erase.stays}</h2>${stays(view, { kept: shown.erasure.kept, authority: shown.authority }, words)}</section>
      ${isNothing ? "" : eraseForm(view, shown, words)}`,
  );
}

/** What is not taken, or not whole, is told below instead. */
const keptForGood: readonly HoldingKind[] = ["decisions", "reviews", "deletions"];

function goes({ counts, emptied, kept }: Erasure, words: PersonsWords): Html {
  const taken = { ...counts, conversations: counts.conversations - kept.discussions };
  taken.extracts -= kept.extracts;
  const lines = holdingKinds
    .filter((kind) => taken[kind] > 0 && !keptForGood.includes(kind))
    .map((kind) => words.counted[kind](taken[kind]));
  if (emptied > 0) lines.push(words.erase.emptied(emptied));
  return html`<ul class="holdings">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function stays(
  view: PersonsView,
  { kept, authority }: { kept: Erasure["kept"]; authority: Authority },
  words: PersonsWords,
): Html {
  const { erase } = words;
  const { discussions, decisions, texts, until, extracts } = kept;
  const day = until && dayTold(dateIn(until, authority.settings.timeZone), view.language);
  const lines = [
    ...(discussions > 0 ? [erase.discussions(discussions)] : []),
    ...(texts > 0 ? [erase.texts(texts, day ?? undefined)] : []),
    ...(decisions > 0 ? [erase.decisions(decisions)] : []),
    ...(extracts > 0 ? [erase.extracts(extracts)] : []),
    erase.trail,
  ];
  return html`<ul class="reasons">${lines.map((line) => html`<li>${line}</li>`)}</ul>
    <p>${erase.network}</p>`;
}

function eraseForm(view: PersonsView, shown: EraseShown, words: PersonsWords): Html {
  const { erase } = words;
  const { typed, person } = shown;
  return html`<form method="post" action="${personLink(person, view.askedLanguage, "erase")}" class="entry-form">
    ${hidden("seen", erasureSeen(shown.erasure))}
    <fieldset><legend>${erase.ground}</legend>${erasureGrounds.map(
      (ground) => html`<div class="tick">
        <input type="radio" id="ground-${ground}" name="ground" value="${ground}" required ${typed.ground === ground ? html`checked` : ""}>
        <label for="ground-${ground}">${erase.grounds[ground]}</label></div>`,
    )}</fieldset>
    <div class="field"><label for="reference">${erase.reference}</label>
      <input id="reference" name="reference" type="text" value="${typed.reference}" maxlength="${referenceCharactersMax}" autocomplete="off" aria-describedby="reference-hint">
      <p class="hint" id="reference-hint">${erase.referenceHint}</p></div>
    <div class="tick">
      <input type="checkbox" id="confirmed" name="confirmed" value="yes" required aria-describedby="confirmed-hint">
      <label for="confirmed">${erase.confirm}</label>
      <p class="hint" id="confirmed-hint">${erase.confirmHint}</p></div>
    <button type="submit" class="btn btn-danger">${erase.button}</button>
  </form>`;
}

/** After it was done: what it came to, and the code by which the person can see that. */
export function erasedPage(
  view: PersonsView,
  done: { authority: Authority; rows: number; address: string; kept: Erasure["kept"] },
): Html {
  const words = personsWordsOf(view.language);
  const { erased } = words;
  return personsFrame(
    view,
    { title: erased.title, above: wayBack(view) },
    html`<p class="done" role="status">${erased.done(done.rows)}.</p>
      <p>${erased.comesBack}</p>
      <section aria-labelledby="stays"><h2 id="stays">${words.erase.stays}</h2>${stays(view, done, words)}</section>
      <section aria-labelledby="code"><h2 id="code">${erased.code}</h2>
        <p>${erased.codeHint}</p>
        <p class="person-id"><code>${done.address}</code></p></section>`,
  );
}
