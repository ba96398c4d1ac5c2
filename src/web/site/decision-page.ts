import { html } from "hono/html";
import { localDate } from "../../authority/calendar/local-date.ts";
import { showDecisionCode } from "../../moderating/deciding/decision-code.ts";
import type { readReview } from "../../moderating/reviewing/read-review.ts";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames } from "./addresses.ts";
import { dayInWords, dayOf } from "./days.ts";
import { reviewForm } from "./review-page.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

type ShownDecision = NonNullable<Awaited<ReturnType<typeof readReview>>>;

/** A decision as whoever holds its code sees it, with the form for its review or what that came to. */
export function decisionPage(site: Site, code: string, decision: ShownDecision): Html {
  const { words, place, authority } = site;
  const { review: own, actions, byPerson, byItself } = words.moderation;
  const facts = own.decision;
  const line = (name: string, value: Html | string) =>
    html`<tr><th scope="row">${name}</th><td dir="auto">${value}</td></tr>`;
  return siteLayout(
    site,
    {
      title: facts.title,
      addressIn: (other) => pageAddress(other, `${pageNames.review}/${code}`),
      isNotIndexed: true,
      trail: [{ label: own.title, address: pageAddress(place, pageNames.review) }, { label: facts.title }],
    },
    html`<div class="prose"><h1>${facts.title}</h1>
    ${decision.review ? reviewPart(site, decision.review) : ""}
    <section class="facts"><h2 id="facts">${facts.facts}</h2><table aria-labelledby="facts"><tbody>
      ${line(facts.action, actions[decision.action])}
      ${decision.rule === null ? "" : line(facts.rule, ruleInWords(site, decision))}
      ${line(facts.why, html`<span lang="${authority.settings.language}">${decision.why}</span>`)}
      ${line(facts.who, decision.isAutomatic ? byItself : byPerson)}
      ${line(facts.on, dayOf(decision.decidedAt, site))}
      ${line(facts.code, showDecisionCode(code))}
    </tbody></table></section>
    ${decision.review ? "" : askPart(site, code, decision.reviewUntil)}</div>`,
  );
}

/** As it was when it was applied; the rules' own page has what holds today. */
function ruleInWords({ words, place }: Site, { rule, ruleVersion, ruleText }: ShownDecision): Html {
  const address = `${pageAddress(place, pageNames.rules)}#regola-${rule}`;
  const number = words.moderation.register.version(rule ?? 0, ruleVersion ?? 0);
  return html`<a href="${address}">${number}</a>${ruleText ? html`: ${ruleText[place.language]}` : ""}`;
}

function reviewPart(site: Site, review: NonNullable<ShownDecision["review"]>): Html {
  const { review: own } = site.words.moderation;
  const { outcome, reason, decidedAt, askedAt, dueOn } = review;
  const asked = own.askedOn(dayOf(askedAt, site));
  if (!outcome) {
    const due = dueOn ? own.due(dayInWords(localDate(dueOn), site.place.language, "plain")) : "";
    return html`<section class="apply"><h2>${own.standing}</h2><p class="lead">${own.open}</p><p>${asked} ${due}</p></section>`;
  }
  return html`<section class="apply"><h2>${own.standing}</h2><p class="lead">${own.outcomes[outcome]}</p>
    ${reason ? html`<p dir="auto">${own.reason}: <span lang="${site.authority.settings.language}">${reason}</span></p>` : ""}
    <p>${asked} ${decidedAt ? own.decidedOn(dayOf(decidedAt, site)) : ""}</p></section>`;
}

function askPart(site: Site, code: string, until: Date | null): Html {
  const { review: own } = site.words.moderation;
  if (!until) return html`<p>${own.never}</p>`;
  const day = dayOf(until, site);
  if (site.reading.now >= until) return html`<p>${own.over(day)}</p>`;
  return html`<h2>${own.ask}</h2><p>${own.until(day)}</p>${reviewForm(site, {}, undefined, code)}`;
}
