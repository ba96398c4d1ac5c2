import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import {
  type Counts,
  countedKinds,
  isNothing,
  type RetentionKind,
} from "../../../conversing/retaining/retention.ts";
import type { RetentionRun } from "../../../conversing/retaining/retention-run-store.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { authorityChooser } from "../authority-chooser.ts";
import { deskLayout } from "../desk-layout.ts";
import { tellDay } from "../moments.ts";
import type { PersonsView } from "../persons/persons-view.ts";
import { retentionWordsOf } from "./words/index.ts";
import type { RetentionWords } from "./words/words.ts";

export interface RetentionShown {
  /** Of whoever looks; several are chosen from. */
  authorities: readonly Authority[];
  authority: Authority;
  /** What the coming night would erase. */
  foreseen: Counts;
  runs: readonly RetentionRun[];
}

const path = "/desk/retention";

/** How long one authority keeps what people wrote, what the coming night takes away, and what the last ones took. */
export function retentionPage(view: PersonsView, shown: RetentionShown): Html {
  const words = retentionWordsOf(view.language);
  const { authority, authorities, runs } = shown;
  const chosen = authorities.length > 1 ? authority.id : undefined;
  const addressOf = ({ id }: Authority) => withQuery(path, { authority: id, lang: view.askedLanguage });
  return deskLayout(
    {
      ...{ language: view.language, askedLanguage: view.askedLanguage, isDemo: view.isDemo, who: view.who },
      ...{ current: "persons", title: `${words.title} – Bacheca` },
      otherAddress: withQuery(path, { authority: chosen, lang: wordsOf(view.language).other.code }),
    },
    html`<div class="container staff">
      <h1>${words.title}</h1>
      ${authorities.length > 1 ? authorityChooser(words.authority, authorities, authority, addressOf, "true") : html`<p class="moments">${authority.name}</p>`}
      <p class="lead">${words.lead}</p>
      <p>${words.spared}</p>
      <section aria-labelledby="tonight"><h2 id="tonight">${words.tonight}</h2>
        ${
          isNothing(shown.foreseen)
            ? html`<p>${words.tonightNothing}</p>`
            : html`<p>${words.tonightLead}</p><ul>${told(shown.foreseen, words).map((line) => html`<li>${line}</li>`)}</ul>`
        }</section>
      <section aria-labelledby="nights"><h2 id="nights">${words.nights}</h2>
        ${nightList(view, authority, runs, words)}</section>
      <section aria-labelledby="terms"><h2 id="terms">${words.terms}</h2>
        <p>${words.termsLead}</p>
        <dl class="terms">${termsOf(authority).map(
          ([kind, months]) =>
            html`<div><dt>${words.kinds[kind].name}</dt><dd><strong>${words.months(months)}</strong> ${words.kinds[kind].from}</dd></div>`,
        )}</dl></section>
    </div>`,
  );
}

function nightList(
  view: PersonsView,
  authority: Authority,
  runs: readonly RetentionRun[],
  words: RetentionWords,
): Html {
  if (runs.length === 0) return html`<p>${words.none}</p>`;
  const reading = { now: view.now, timeZone: "UTC", words: wordsOf(view.language) };
  // A night is a day of the wall, written at no hour: read where no zone can move it.
  const day = (night: string) => tellDay(new Date(`${night}T00:00:00Z`), reading);
  return html`<p>${words.nightsLead}</p>
    <dl class="terms">${runs.map(
      ({ night, counts, endedAt }) =>
        html`<div><dt><time datetime="${night}">${day(night)}</time></dt><dd>${
          isNothing(counts) ? words.nothing : told(counts, words).join(", ")
        }${endedAt === null ? ` (${words.underWay})` : ""}</dd></div>`,
    )}</dl>
    <p><a href="${withQuery(`${path}/${authority.id}/csv`, { lang: view.askedLanguage })}" download>${words.csv}</a></p>`;
}

function told(counts: Counts, words: RetentionWords): string[] {
  return countedKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? words.counted[kind](count) : [];
  });
}

function termsOf({ settings }: Authority): [RetentionKind, number][] {
  return Object.entries(settings.retention) as [RetentionKind, number][];
}
