import { html } from "hono/html";
import { type RuleVersion, rulesInForce } from "../../../moderating/ruling/rule-version.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html } from "../../web-parts.ts";
import { rulesFrame } from "./rules-frame.ts";
import { type RulesView, rulesLink, tellDate, tellDayBefore } from "./rules-view.ts";
import { fieldsOf, type TypedRule } from "./typed-rule.ts";
import type { RulesWords } from "./words/words.ts";

/** What a change comes to, before it is published: what differs, what follows, and how the public will read it. */
export function previewPage(
  view: RulesView,
  made: RuleVersion,
  typed: TypedRule,
  { isNew }: { isNew: boolean },
): Html {
  const { preview, rule } = view.own;
  const address = rulesLink(view, isNew ? "/new" : `/${made.number}`);
  return rulesFrame(
    view,
    { title: preview.title(made.number), isInner: true },
    html`<p class="said">${preview.lead}</p>
      ${changesPart(view, made)}
      <section aria-labelledby="follows"><h2 id="follows">${preview.follows}</h2>
        <ul>${effects(view, made).map((one) => html`<li>${one}</li>`)}</ul></section>
      <section aria-labelledby="public"><h2 id="public">${preview.public}</h2>
        <div class="public-rule">${(["it", "en"] as const).map(
          (language) => html`<article lang="${language}"><h3>${rule(made.number)}. ${made.text[language]}</h3>
          ${made.examples[language].length === 0 ? "" : html`<ul>${made.examples[language].map((one) => html`<li>${one}</li>`)}</ul>`}</article>`,
        )}</div></section>
      <form method="post" action="${address}" class="act two-acts">
        ${fieldsOf(typed).map(([name, value]) => hidden(name, value))}
        <button type="submit" name="step" value="save" class="btn btn-primary">${preview.save}</button>
        <button type="submit" name="step" value="edit" class="btn btn-outline-primary">${preview.goOn}</button>
      </form>`,
  );
}

interface Changed {
  field: keyof RulesWords["preview"]["fields"];
  before: string;
  after: string;
}

/** Against what holds today, else against nothing. */
function changesPart(view: RulesView, made: RuleVersion): Html {
  const { preview } = view.own;
  const [before] = rulesInForce(view.versions, view.today).filter(({ number }) => number === made.number);
  const all = [
    ...parts(view, made).map(({ field, after }, index): Changed => {
      const old = before && parts(view, before)[index];
      return { field, before: old?.after ?? "", after };
    }),
  ];
  const changed = all.filter(({ before: old, after }) => old !== after);
  return html`<section aria-labelledby="changes"><h2 id="changes">${preview.changes}</h2>${
    changed.length === 0
      ? html`<p>${preview.nothing}</p>`
      : html`<dl class="compared">${changed.map(
          ({ field, before: old, after }) => html`<div><dt>${preview.fields[field]}</dt>
          ${old === "" ? "" : html`<dd class="was"><span class="hint">${preview.before}:</span> <del>${old}</del></dd>`}
          <dd><span class="hint">${preview.after}:</span> <ins>${after === "" ? "–" : after}</ins></dd></div>`,
        )}</dl>`
  }</section>`;
}

type Content = Pick<RuleVersion, "text" | "examples" | "defaultAction" | "mayActByItself">;

function parts({ own }: RulesView, rule: Content): Omit<Changed, "before">[] {
  const { preview, defaults } = own;
  return [
    { field: "text-it", after: rule.text.it },
    { field: "text-en", after: rule.text.en },
    { field: "examples-it", after: rule.examples.it.join("\n") },
    { field: "examples-en", after: rule.examples.en.join("\n") },
    { field: "action", after: defaults[rule.defaultAction] },
    { field: "alone", after: rule.mayActByItself ? preview.yes : preview.no },
  ];
}

function effects(view: RulesView, made: RuleVersion): string[] {
  const { preview } = view.own;
  const { versions, today } = view;
  const own = versions.filter(({ number }) => number === made.number);
  const [inForce] = rulesInForce(own, today);
  const day = tellDate(made.validFrom, view);
  const replaced = own.filter(({ validFrom }) => validFrom > today && validFrom >= made.validFrom);
  return [
    ...(made.validFrom === today ? [preview.fromToday] : [preview.fromThen(day)]),
    ...(made.validFrom > today && inForce
      ? [preview.untilThen(inForce.version, tellDayBefore(made.validFrom, view))]
      : []),
    ...replaced.map(({ version, validFrom }) => preview.replaces(version, tellDate(validFrom, view))),
    ...(made.mayActByItself ? [preview.willActAlone] : []),
    preview.decisionsStay,
  ];
}
