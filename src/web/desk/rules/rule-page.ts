import { html } from "hono/html";
import { type ActingChance, actingChance } from "../../../moderating/acting-alone.ts";
import { type Action, actions } from "../../../moderating/action.ts";
import { type StandingVersion, standingsOf } from "../../../moderating/ruling/rule-sets.ts";
import type { RuleVersion } from "../../../moderating/ruling/rule-version.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html } from "../../web-parts.ts";
import { tick } from "../staff/people-page.ts";
import { rulesFrame } from "./rules-frame.ts";
import { type RulesView, rulesLink, tellDate, tellDayBefore, tellWriter } from "./rules-view.ts";
import { topicChoice } from "./topic-choice.ts";
import type { TypedRule } from "./typed-rule.ts";

/** One rule: the form of its next version, the way to end it, and all versions it had. */
export function rulePage(view: RulesView, newest: RuleVersion, typed: TypedRule): Html {
  const { own, versions, today } = view;
  const { number } = newest;
  const history = standingsOf(
    versions.filter((one) => one.number === number),
    today,
  );
  return rulesFrame(
    view,
    { title: own.form.changeTitle(number), path: `/${number}`, isInner: true },
    html`${newest.validFrom > today ? html`<p class="said">${own.form.planned(newest.version, tellDate(newest.validFrom, view))}</p>` : ""}
      ${ruleForm(view, typed, { isNew: false })}
      ${newest.isWithdrawn ? "" : withdrawForm(view, newest)}
      <section aria-labelledby="history"><h2 id="history">${own.history}</h2>
        <ol class="places">${history.map((one) => historyLine(one, view))}</ol></section>`,
  );
}

export function newRulePage(view: RulesView, typed: TypedRule): Html {
  const { own } = view;
  return rulesFrame(
    view,
    { title: own.form.newTitle, path: "/new", kept: { topic: typed.topic }, isInner: true },
    html`${ruleForm(view, typed, { isNew: true })}`,
  );
}

function ruleForm(view: RulesView, typed: TypedRule, { isNew }: { isNew: boolean }): Html {
  const { form, defaults } = view.own;
  const address = rulesLink(view, isNew ? "/new" : `/${typed.number}`);
  return html`<form method="post" action="${address}" class="entry-form rule-form">
    ${hidden("after", String(typed.after))}
    ${isNew ? html`${numberField(view, typed)}${topicChoice(view, typed)}` : html`${hidden("number", typed.number)}${hidden("topic", typed.topic)}<p><strong>${form.topic}:</strong> ${view.own.topics[typed.topic]}</p>`}
    ${area({ name: "textIt", label: form.textIt, value: typed.textIt, hint: form.textHint, rows: 3, lang: "it" })}
    ${area({ name: "textEn", label: form.textEn, value: typed.textEn, hint: form.textHint, rows: 3, lang: "en" })}
    ${area({ name: "examplesIt", label: form.examplesIt, value: typed.examplesIt, hint: form.examplesHint, rows: 4, lang: "it" })}
    ${area({ name: "examplesEn", label: form.examplesEn, value: typed.examplesEn, hint: form.examplesHint, rows: 4, lang: "en" })}
    <div class="field"><label for="defaultAction">${form.action}</label>
      <select id="defaultAction" name="defaultAction">${actions.map((action) => actionOption(action, typed, defaults))}</select></div>
    ${isNew ? "" : alonePart(view, typed)}
    <div class="field"><label for="validFrom">${form.validFrom}</label><p class="hint" id="validFrom-hint">${form.validFromHint}</p>
      <input id="validFrom" name="validFrom" type="date" min="${view.today}" value="${typed.validFrom}" required autocomplete="off" aria-describedby="validFrom-hint"></div>
    <button type="submit" name="step" value="preview" class="btn btn-primary">${form.preview}</button>
  </form>`;
}

function actionOption(action: Action, typed: TypedRule, defaults: Record<Action, string>): Html {
  return html`<option value="${action}" ${typed.defaultAction === action ? html`selected` : ""}>${defaults[action]}</option>`;
}

function numberField({ own }: RulesView, { number }: TypedRule): Html {
  return html`<div class="field"><label for="number">${own.form.number}</label><p class="hint" id="number-hint">${own.form.numberHint}</p>
    <input id="number" name="number" type="number" min="1" max="99" value="${number}" required autocomplete="off" aria-describedby="number-hint"></div>`;
}

function area(one: {
  name: string;
  label: string;
  value: string;
  hint: string;
  rows: number;
  lang: "it" | "en";
}): Html {
  const { name, label, value, hint, rows, lang } = one;
  const isRequired = name.startsWith("text");
  return html`<div class="field"><label for="${name}">${label}</label><p class="hint" id="${name}-hint">${hint}</p>
    <textarea id="${name}" name="${name}" rows="${rows}" lang="${lang}" autocomplete="off" ${isRequired ? html`maxlength="500" required` : html`maxlength="2100"`} aria-describedby="${name}-hint">${value}</textarea></div>`;
}

/** A box only where what was measured allows it; otherwise why there is none. */
function alonePart(view: RulesView, typed: TypedRule): Html {
  const { form } = view.own;
  const chance = actingChance(typed.topic);
  if (chance.kind !== "measured")
    return html`<div class="field"><p><strong>${form.alone}</strong></p><p class="hint">${whyNotAlone(view, chance)}</p></div>`;
  const { right, cases } = chance;
  return tick({
    ...{ name: "mayActByItself", id: "mayActByItself", value: "yes", isTicked: typed.mayActByItself },
    ...{ label: form.alone, hint: `${form.aloneHint} ${form.aloneMeasured(right, cases)}` },
  });
}

function whyNotAlone({ own }: RulesView, chance: Exclude<ActingChance, { kind: "measured" }>): string {
  const words = own.form.aloneWhyNot;
  switch (chance.kind) {
    case "too-few":
      return words["too-few"](chance.cases);
    case "too-imprecise":
      return words["too-imprecise"](chance.right, chance.cases);
    case "never-measured":
      return words["never-measured"];
  }
}

function withdrawForm(view: RulesView, { number, version }: RuleVersion): Html {
  const { withdraw, rule } = view.own;
  return html`<section aria-labelledby="withdraw"><h2 id="withdraw">${withdraw.title}</h2>
    <form method="post" action="${rulesLink(view, `/${number}/withdraw`)}" class="entry-form">
      ${hidden("after", String(version))}
      <p class="hint">${withdraw.hint}</p>
      <div class="field"><label for="withdrawFrom">${withdraw.from}</label>
        <input id="withdrawFrom" name="validFrom" type="date" min="${view.today}" value="" required autocomplete="off"></div>
      <button type="submit" class="btn btn-danger">${withdraw.button}<span class="visually-hidden">: ${rule(number)}</span></button>
    </form></section>`;
}

function historyLine({ version, standing }: StandingVersion, view: RulesView): Html {
  const { own, language } = view;
  const day = (date: string) => tellDate(date, view);
  const from = day(version.validFrom);
  const when = {
    "in-force": () => (version.isWithdrawn ? own.withdrawnFrom(from) : own.since(from)),
    coming: () => (version.isWithdrawn ? own.withdrawnFrom(from) : own.from(from)),
    former: () => own.fromTo(from, standing.kind === "former" ? tellDayBefore(standing.until, view) : from),
    "never-held": () => own.neverHeld,
  }[standing.kind]();
  return html`<li><p><strong>${own.version(version.version)}</strong>, ${when}; ${tellWriter(version, view)}</p>
    ${version.isWithdrawn ? "" : html`<p>${version.text[language]}</p>`}</li>`;
}
