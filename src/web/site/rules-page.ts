import { html } from "hono/html";
import { type LocalDate, localDate } from "../../authority/calendar/local-date.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import type { ConversationRule } from "../../moderating/rule.ts";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import { dayInWords } from "./days.ts";
import type { PublishedRules } from "./published-rules.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

/** The rules in short, on the channel page; where nobody can write, there is nothing to rule. */
export function rulesPart({ words, place, accounts }: Site, { rules }: PublishedRules): Html | string {
  if (accounts.length === 0 || rules.length === 0) return "";
  return html`<section><h2>${words.rules.title}</h2><p>${words.rules.short}</p>
    <ol class="rules">${rules.map((rule) => html`<li value="${rule.number}">${rule.text[place.language]}</li>`)}</ol>
    <p><a href="${pageAddress(place, pageNames.rules)}">${words.rules.all}</a></p></section>`;
}

/** Each rule with its number, its version and examples; what follows when it is broken, and how that is looked at again. */
export function rulesPage(site: Site, { rules, earlier }: PublishedRules): Html {
  const { words, authority, place } = site;
  const own = words.rules;
  return siteLayout(
    site,
    {
      title: own.title,
      description: own.lead(authority.name),
      addressIn: (other) => pageAddress(other, pageNames.rules),
      trail: [{ label: own.title }],
    },
    html`<div class="prose"><h1>${own.title}</h1><p class="lead">${own.lead(authority.name)}</p>
    ${rules.map(
      (
        rule,
      ) => html`<section class="rule" id="regola-${rule.number}"><h2>${own.rule(rule.number)}. ${rule.text[place.language]}</h2>
        ${rule.examples[place.language].length === 0 ? "" : html`<p>${own.examples}</p><ul>${rule.examples[place.language].map((example) => html`<li>${example}</li>`)}</ul>`}
        <p class="hint">${versionInWords(rule, site)}</p></section>`,
    )}
    <p>${own.criticism}</p>
    <h2>${own.broken}</h2><ol>${own.brokenSteps.map((step) => html`<li>${step}</li>`)}</ol>
    <h2>${own.review}</h2>${own.reviewText.map((line) => html`<p>${line}</p>`)}
    <ul><li><a href="${pageAddress(place, pageNames.review)}">${words.footer.review}</a></li>
      <li><a href="${pageAddress(place, pageNames.register)}">${words.footer.register}</a></li>
      <li><a href="${pageAddress(place, pageNames.figures)}">${words.footer.figures}</a></li></ul>
    <h2>${own.earlier}</h2>
    ${
      earlier.length === 0
        ? html`<p>${own.earlierNone}</p>`
        : html`<ul>${earlier.map((rule) => html`<li>${own.rule(rule.number)}: ${rule.text[place.language]} (${versionInWords(rule, site)})</li>`)}</ul>`
    }</div>`,
  );
}

function versionInWords({ version, validFrom }: ConversationRule, { words, place, reading }: Site): string {
  const from: LocalDate = localDate(validFrom);
  const day = dayInWords(from, place.language, "plain");
  const isInForce = from <= dateIn(reading.now, reading.timeZone);
  return isInForce ? words.rules.version(version, day) : words.rules.from(version, day);
}
