import { html } from "hono/html";
import { localDate } from "../../authority/calendar/local-date.ts";
import type { DecisionAction } from "../../moderating/deciding/decision.ts";
import { monthLetters, type RegisterEntry } from "../../moderating/registering/register-entry.ts";
import type { RegisterPage } from "../../moderating/registering/register-store.ts";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import { dayInWords } from "./days.ts";
import { type RegisterQuestion, registerParameters } from "./register-question.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

export interface ShownRegister extends RegisterPage {
  question: RegisterQuestion;
  pages: number;
}

/** What was decided by the rules, counted: never who and never what they wrote. */
export function registerPage(site: Site, register: ShownRegister): Html {
  const { words, authority, place } = site;
  const own = words.moderation.register;
  const { question, entries, total, has } = register;
  return siteLayout(
    site,
    {
      title: own.title,
      description: own.lead(authority.name),
      addressIn: (other) => pageAddress(other, pageNames.register, registerParameters(question)),
      trail: [{ label: own.title }],
    },
    html`<div class="prose"><h1>${own.title}</h1><p class="lead">${own.lead(authority.name)}</p>
    ${own.how.map((line) => html`<p>${line}</p>`)}
    ${
      has.rules.length === 0
        ? html`<p class="nothing">${own.none}</p>`
        : html`${filters(site, register)}
    <p class="found" id="found">${own.found(total)}</p>
    ${entries.length === 0 ? html`<p class="nothing">${own.nothing}</p>` : table(site, entries)}
    ${pagination(site, register)}
    <p><a href="${pageAddress(place, `${pageNames.register}.csv`, registerParameters({ ...question, page: 1 }))}">${own.csv}</a></p>`
    }</div>`,
  );
}

/** Plain links, each an address of its own; choosing one leaves the others as they are. */
function filters(site: Site, { question, has }: ShownRegister): Html {
  const { words, place } = site;
  const own = words.moderation.register;
  const link = (label: string, change: Partial<RegisterQuestion>, isChosen: boolean) => {
    const { rule, action, period } = { ...question, ...change };
    const parameters = registerParameters({
      ...(rule && { rule }),
      ...(action && { action }),
      ...(period && { period }),
    });
    return html`<li><a class="choice" href="${pageAddress(place, pageNames.register, parameters)}"${isChosen ? html` aria-current="true"` : ""}>${label}</a></li>`;
  };
  const row = (name: string, part: "rule" | "action" | "period", links: Html[]) =>
    html`<h3 id="by-${part}">${name}</h3><ul class="choices" aria-labelledby="by-${part}">
      ${link(own.all, { [part]: undefined }, question[part] === undefined)}${links}</ul>`;
  return html`<nav aria-labelledby="filters"><h2 id="filters">${own.filters}</h2>
    ${row(
      own.rules,
      "rule",
      has.rules.map((rule) => link(words.rules.rule(rule), { rule }, question.rule === rule)),
    )}
    ${row(
      own.measures,
      "action",
      has.actions.map((action) => link(actionInWords(site, action), { action }, question.action === action)),
    )}
    ${row(
      own.months,
      "period",
      has.months.map((period) =>
        link(monthInWords(site, period, "month"), { period }, question.period === period),
      ),
    )}</nav>`;
}

function table(site: Site, entries: readonly RegisterEntry[]): Html {
  const { words, place } = site;
  const { register: own, byItself } = words.moderation;
  const rules = pageAddress(place, pageNames.rules);
  const row = (entry: RegisterEntry) => html`<tr><td>${periodInWords(site, entry.period)}</td>
      <td>${actionInWords(site, entry.action)}${entry.isAutomatic ? html`<br><span class="hint">${byItself}</span>` : ""}${entry.review === "none" ? "" : html`<br><span class="hint">${own.reviews[entry.review]}</span>`}</td>
      <td><a href="${rules}#regola-${entry.rule}">${words.rules.rule(entry.rule)}</a><br><span class="hint">${own.inVersion(entry.version)}</span></td><td class="number">${entry.count}</td></tr>`;
  return html`<table class="counts" aria-labelledby="found"><thead><tr><th scope="col">${own.period}</th><th scope="col">${own.measure}</th>
      <th scope="col">${own.rule}</th><th scope="col" class="number">${own.count}</th></tr></thead>
      <tbody>${entries.map(row)}</tbody></table>`;
}

function pagination({ words, place }: Site, { question, pages }: ShownRegister): Html | string {
  if (pages <= 1) return "";
  const to = (page: number) =>
    pageAddress(place, pageNames.register, registerParameters({ ...question, page }));
  const { board } = words;
  return html`<nav class="pages" aria-label="${board.pages}"><ul>
    ${question.page > 1 ? html`<li><a rel="prev" href="${to(question.page - 1)}">${board.previous}</a></li>` : ""}
    <li>${board.page(question.page, pages)}</li>
    ${question.page < pages ? html`<li><a rel="next" href="${to(question.page + 1)}">${board.next}</a></li>` : ""}
  </ul></nav>`;
}

function actionInWords({ words }: Site, action: string): string {
  return words.moderation.actions[action as DecisionAction];
}

/** "nov 2026", or "26 nov 2026" where the day is named. */
function periodInWords(site: Site, period: string): string {
  return period.length === monthLetters
    ? monthInWords(site, period, "shortMonth")
    : dayInWords(localDate(period), site.place.language, "short");
}

function monthInWords({ place }: Site, month: string, form: "month" | "shortMonth"): string {
  return dayInWords(localDate(`${month}-01`), place.language, form);
}
