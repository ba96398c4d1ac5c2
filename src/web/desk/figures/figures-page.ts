import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import type { Language } from "../../../channels/channel.ts";
import type { DecisionAction } from "../../../moderating/deciding/decision.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { SignedIn } from "../../sign-in/signed-in.ts";
import { shareOf } from "../../site/kept-promise.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { authorityChooser } from "../authority-chooser.ts";
import { deskLayout } from "../desk-layout.ts";
import { barsPart } from "./bars-part.ts";
import { type DeskFigures, perCent, periods } from "./desk-figures.ts";
import { figuresWordsOf } from "./words/index.ts";
import type { FiguresWords } from "./words/words.ts";

/** How the page of figures was asked for. */
export interface FiguresView {
  authority: Authority;
  /** All whose figures one may see. */
  authorities: readonly Authority[];
  language: Language;
  askedLanguage: Language | undefined;
  isDemo: boolean;
  who: SignedIn;
}

/** How decisions and answers went, in numbers that tables say and bars show. */
export function figuresPage(view: FiguresView, figures: DeskFigures): Html {
  const { language, askedLanguage, isDemo, who, authority } = view;
  const own = figuresWordsOf(language);
  const { days } = figures;
  return deskLayout(
    {
      ...{ language, askedLanguage, isDemo, who, current: "figures" },
      title: `${own.title} – Bacheca`,
      otherAddress: figuresLink(view, "", { days: String(days), lang: wordsOf(language).other.code }),
    },
    html`<div class="container staff figures-desk"><h1>${own.title}</h1>
      <p class="moments">${authority.name}</p>
      ${view.authorities.length > 1 ? authorityChoice(view, own, days) : ""}
      <p class="lead">${own.lead(days)}</p>
      ${periodChoice(view, own, days)}
      ${figures.moderation.byRule.length === 0 ? html`<p>${own.noDecisions}</p>` : html`${byRulePart(figures, own)}${sumsPart(figures, own)}`}
      ${promisePart(figures, own, authority.settings.promise.workingDays)}
      ${filesPart(view, own, days)}
    </div>`,
  );
}

/** An address of the figures of one authority; `more` begins with a slash. */
function figuresLink(
  { authority, askedLanguage }: Pick<FiguresView, "authority" | "askedLanguage">,
  more: string,
  kept: Record<string, string | undefined> = {},
): string {
  return withQuery(`/desk/figures/${authority.id}${more}`, { lang: askedLanguage, ...kept });
}

function authorityChoice(view: FiguresView, own: FiguresWords, days: number): Html {
  const { authorities, authority, askedLanguage } = view;
  const addressOf = (one: Authority) =>
    figuresLink({ authority: one, askedLanguage }, "", { days: String(days) });
  return authorityChooser(own.choose, authorities, authority, addressOf, "page");
}

function periodChoice(view: FiguresView, own: FiguresWords, days: number): Html {
  return html`<nav class="chooser" aria-label="${own.period}"><ul>${periods.map(
    (one) =>
      html`<li><a class="choice" ${one === days ? html`aria-current="page"` : ""} href="${figuresLink(view, "", { days: String(one) })}">${own.days(one)}</a></li>`,
  )}</ul></nav>`;
}

function byRulePart({ moderation }: DeskFigures, own: FiguresWords): Html {
  const { byRule } = moderation;
  const nameOf = (rule: number | null) => (rule === null ? own.withoutRule : own.rule(rule));
  const rules = [...Map.groupBy(byRule, ({ rule }) => rule)];
  const bars = rules.map(([rule, all]) => ({
    label: nameOf(rule),
    count: all.reduce((sum, { count }) => sum + count, 0),
  }));
  return html`<section aria-labelledby="by-rule"><h2 id="by-rule">${own.byRule}</h2>
    ${barsPart(bars, own.bars)}
    <table class="counts" aria-labelledby="by-rule"><thead><tr><th scope="col">${own.ruleHead}</th><th scope="col">${own.action}</th><th scope="col" class="count">${own.count}</th></tr></thead>
    <tbody>${byRule.map(
      ({ rule, action, count }) =>
        html`<tr><th scope="row">${nameOf(rule)}</th><td>${own.actions[action as DecisionAction]}</td><td class="count">${count}</td></tr>`,
    )}</tbody></table></section>`;
}

function sumsPart({ moderation }: DeskFigures, own: FiguresWords): Html {
  const { seenToActedSeconds, measures, reviewed, overturned, automatic, byRule } = moderation;
  const { p50, p90 } = seenToActedSeconds;
  const left = byRule.filter(({ action }) => action === "none").reduce((sum, { count }) => sum + count, 0);
  return html`${table("speed", own.speed, own, [
    [own.measures, measures],
    [own.left, left],
    [own.p50, p50 === null ? own.noneYet : duration(p50, own)],
    [own.p90, p90 === null ? own.noneYet : duration(p90, own)],
  ])}
  ${table("reviews", own.reviews, own, [
    [own.reviewed, withShare(reviewed, measures)],
    [own.overturned, withShare(overturned, reviewed)],
  ])}
  ${table("automatic", own.automatic, own, [
    [own.byItself, automatic.count],
    [own.takenBack, automatic.takenBack],
    [own.precision, shareText(automatic.count - automatic.takenBack, automatic.count, own)],
  ])}
  <p class="hint">${own.precisionHint}</p>`;
}

function promisePart({ kept }: DeskFigures, own: FiguresWords, workingDays: number): Html {
  const share = shareOf(kept);
  return html`${table("promise", own.promise, own, [
    [own.due, kept.due],
    [own.inTime, kept.inTime],
    [own.late, kept.late],
    [own.unanswered, kept.unanswered],
    [own.closed, kept.closed],
    [own.share, share === null ? own.tooFew : `${share} %`],
  ])}<p class="hint">${own.promiseLead(workingDays)}</p>`;
}

function table(
  id: string,
  title: string,
  own: FiguresWords,
  rows: readonly [string, number | string][],
): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
    <table class="counts" aria-labelledby="${id}"><thead><tr><th scope="col">${own.what}</th><th scope="col" class="count">${own.value}</th></tr></thead>
    <tbody>${rows.map(([what, value]) => html`<tr><th scope="row">${what}</th><td class="count">${value}</td></tr>`)}</tbody></table></section>`;
}

/** "3 (12 %)" */
function withShare(part: number, whole: number): string {
  const share = perCent(part, whole);
  return share === null ? String(part) : `${part} (${share} %)`;
}

function shareText(part: number, whole: number, own: FiguresWords): string {
  const share = perCent(part, whole);
  return share === null ? own.noneYet : `${share} %`;
}

/** In the largest unit that does not hide what counts, rounded up: nothing looks faster by rounding. */
function duration(seconds: number, own: FiguresWords): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 120) return own.minutes(minutes);
  const hours = Math.ceil(minutes / 60);
  return hours < 72 ? own.hours(hours) : own.inDays(Math.ceil(hours / 24));
}

function filesPart(view: FiguresView, own: FiguresWords, days: number): Html {
  const kept = { days: String(days), lang: undefined };
  const link = (more: string, label: string) =>
    html`<li><a href="${figuresLink(view, more, kept)}">${label}</a></li>`;
  return html`<section aria-labelledby="files"><h2 id="files">${own.files}</h2>
    <ul class="file-list">${link("/figures.csv", own.csv)}${link("/statements.jsonl", own.statementLines)}${link("/statements.csv", own.statementCsv)}
    <li><a href="/${view.authority.id}/numeri">${own.public}</a></li></ul>
    <p class="hint">${own.filesLead}</p></section>`;
}
