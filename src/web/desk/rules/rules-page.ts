import { html } from "hono/html";
import type { Authority } from "../../../authority/authority-store.ts";
import { offeredRules, ruleSets, type StandingVersion } from "../../../moderating/ruling/rule-sets.ts";
import { optionalRules, starterRules } from "../../../moderating/starter-rules.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { authorityChooser } from "../authority-chooser.ts";
import { rulesFrame } from "./rules-frame.ts";
import { type RulesView, rulesLink, tellDate, tellDayBefore, tellWriter } from "./rules-view.ts";

/** All rules of an authority: those in force, what is to come, what was, and what could be added. */
export function rulesPage(view: RulesView, others: readonly Authority[]): Html {
  const { own, authority, versions, today } = view;
  const { inForce, coming, former } = ruleSets(versions, today);
  return rulesFrame(
    view,
    { title: own.title, path: "" },
    html`${others.length > 1 ? chooser(view, others) : ""}
      <p class="lead">${own.lead}</p>
      <p class="page-acts"><a class="btn btn-primary" href="${rulesLink(view, "/try")}">${own.tryLink}</a>
        <a class="btn btn-outline-primary" href="${rulesLink(view, "/new")}">${own.add}</a>
        <a href="/${authority.id}/regole">${own.public}</a></p>
      <section aria-labelledby="in-force"><h2 id="in-force">${own.inForce}</h2>
        <ul class="places">${inForce.map((one) => ruleInForce(one, view))}</ul></section>
      <section aria-labelledby="coming"><h2 id="coming">${own.coming}</h2>
        ${coming.length === 0 ? html`<p>${own.comingNone}</p>` : html`<ul class="places">${coming.map((one) => comingVersion(one, view))}</ul>`}</section>
      ${offeredPart(view)}
      <section aria-labelledby="former"><h2 id="former">${own.former}</h2>
        ${former.length === 0 ? html`<p>${own.formerNone}</p>` : html`<ul class="places">${former.map((one) => formerVersion(one, view))}</ul>`}</section>`,
  );
}

function chooser({ own, authority, askedLanguage }: RulesView, others: readonly Authority[]): Html {
  const addressOf = ({ id }: Authority) => withQuery(`/desk/rules/${id}`, { lang: askedLanguage });
  return authorityChooser(own.choose, others, authority, addressOf, "page");
}

function ruleInForce({ version, standing }: StandingVersion, view: RulesView): Html {
  const { own, language } = view;
  const { number, text, examples, defaultAction, mayActByItself, validFrom } = version;
  const until = standing.kind === "in-force" ? standing.until : null;
  return html`<li>
    <h3>${own.rule(number)}. ${text[language]}</h3>
    <p class="moments">${own.version(version.version)}, ${own.since(tellDate(validFrom, view))}${until === null ? "" : html`, <strong>${own.until(tellDayBefore(until, view))}</strong>`}; ${tellWriter(version, view)}</p>
    <p>${own.act}: ${own.defaults[defaultAction]}; <span class="state state-${mayActByItself ? "held" : "published"}">${mayActByItself ? own.actsAlone : own.actsNotAlone}</span></p>
    ${exampleList(examples[language], view)}
    <p><a class="in-list" id="rule-${number}" href="${rulesLink(view, `/${number}`)}">${own.change}<span class="visually-hidden">: ${own.rule(number)}</span></a></p>
  </li>`;
}

function exampleList(examples: readonly string[], { own }: RulesView): Html {
  if (examples.length === 0) return html`<p class="hint">${own.noExamples}</p>`;
  return html`<p class="hint">${own.examples}:</p><ul class="examples">${examples.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function comingVersion({ version, standing }: StandingVersion, view: RulesView): Html {
  const { own, language } = view;
  const { number, text, validFrom, isWithdrawn } = version;
  const from = tellDate(validFrom, view);
  const until = standing.kind === "coming" ? standing.until : null;
  return html`<li>
    <h3>${own.rule(number)}${isWithdrawn ? "" : html`. ${text[language]}`}</h3>
    <p><span class="state state-held">${isWithdrawn ? own.withdrawnFrom(from) : own.from(from)}</span></p>
    <p class="moments">${own.version(version.version)}${until === null ? "" : html`, ${own.until(tellDayBefore(until, view))}`}; ${tellWriter(version, view)}</p>
    <p><a class="in-list" href="${rulesLink(view, `/${number}`)}">${own.change}<span class="visually-hidden">: ${own.rule(number)}, ${own.version(version.version)}</span></a></p>
  </li>`;
}

function formerVersion({ version, standing }: StandingVersion, view: RulesView): Html {
  const { own, language } = view;
  const { number, text, validFrom } = version;
  const until = standing.kind === "former" ? standing.until : validFrom;
  return html`<li>
    <p>${own.rule(number)}. ${text[language]}</p>
    <p class="moments">${own.version(version.version)}, ${own.fromTo(tellDate(validFrom, view), tellDayBefore(until, view))}; ${tellWriter(version, view)}</p>
  </li>`;
}

function offeredPart(view: RulesView): Html | string {
  const { own, versions, language, today } = view;
  const offered = offeredRules(versions, today);
  if (offered.length === 0) return "";
  const texts = new Map([...starterRules, ...optionalRules].map((one) => [one.topic, one.text[language]]));
  return html`<section aria-labelledby="offered"><h2 id="offered">${own.offered}</h2><p>${own.offeredLead}</p>
    <ul class="places">${offered.map(
      ({ topic }) => html`<li><h3>${own.topics[topic]}</h3><p>${texts.get(topic)}</p>
      <p><a class="in-list" href="${rulesLink(view, "/new", { topic })}">${own.takeOver}<span class="visually-hidden">: ${own.topics[topic]}</span></a></p></li>`,
    )}</ul></section>`;
}
