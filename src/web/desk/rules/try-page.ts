import { html } from "hono/html";
import type { AskedText, TriedText } from "../../../moderating/ruling/tried-text.ts";
import type { Suggestion } from "../../../moderating/triage.ts";
import { moderatingWordsOf } from "../../../moderating/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { shownText } from "../inbox/shown-text.ts";
import { type MarkedPiece, markText } from "../marked-text.ts";
import { rulesFrame } from "./rules-frame.ts";
import { type RulesView, rulesLink, tellDate } from "./rules-view.ts";

/** The box in which a text is tried, and above it what the last one would trigger. */
export function tryPage(view: RulesView, asked: AskedText, tried: TriedText | undefined): Html {
  const { tryIt } = view.own;
  return rulesFrame(
    view,
    { title: tryIt.title, path: "/try", isInner: true },
    html`${tried ? resultPart(view, asked.text, tried) : html`<p class="lead">${tryIt.lead}</p>`}
      ${tryForm(view, asked, tried !== undefined)}`,
  );
}

function tryForm(view: RulesView, asked: AskedText, isAgain: boolean): Html {
  const { tryIt } = view.own;
  const days = [...new Set(view.versions.map(({ validFrom }) => validFrom))]
    .filter((day) => day > view.today)
    .sort();
  return html`<section aria-labelledby="try"><h2 id="try" ${isAgain ? "" : html`class="visually-hidden"`}>${isAgain ? tryIt.again : tryIt.title}</h2>
    <form method="post" action="${rulesLink(view, "/try")}" class="entry-form">
    <div class="field"><label for="text">${tryIt.text}</label>
      <textarea id="text" name="text" rows="5" required autocomplete="off" dir="auto">${asked.text}</textarea></div>
    <div class="field"><label for="post">${tryIt.post}</label><p class="hint" id="post-hint">${tryIt.postHint}</p>
      <textarea id="post" name="post" rows="3" autocomplete="off" aria-describedby="post-hint">${asked.postText ?? ""}</textarea></div>
    <div class="field"><label for="channel">${tryIt.where}</label>
      <select id="channel" name="channel">${(["comment", "message"] as const).map(
        (channel) =>
          html`<option value="${channel}" ${asked.channel === channel ? html`selected` : ""}>${tryIt.wheres[channel]}</option>`,
      )}</select></div>
    ${
      days.length === 0
        ? ""
        : html`<div class="field"><label for="day">${tryIt.day}</label><select id="day" name="day">
        <option value="">${tryIt.today}</option>${days.map(
          (day) =>
            html`<option value="${day}" ${asked.day === day ? html`selected` : ""}>${tellDate(day, view)}</option>`,
        )}</select></div>`
    }
    <button type="submit" class="btn btn-primary">${tryIt.button}</button>
    </form></section>`;
}

function resultPart(view: RulesView, text: string, { verdict, rules, alone }: TriedText): Html {
  const { tryIt } = view.own;
  const words = moderatingWordsOf(view.language);
  const { suggestions, action, needsPerson } = verdict;
  return html`<section aria-labelledby="result" class="tried"><h2 id="result" tabindex="-1">${tryIt.result}</h2>
    <div class="said" role="status"><p><strong>${tryIt.suggested}:</strong> ${suggestions.length === 0 ? tryIt.nothing : words.actions[action]}</p>
      ${needsPerson ? html`<p>${tryIt.needsPerson}</p>` : ""}
      <p><strong>${tryIt.alone}:</strong> ${tryIt.alones[alone]}</p></div>
    <ol class="tried-list">${suggestions.map((one) => suggestionPart(view, text, one, rules))}</ol>
  </section>`;
}

function suggestionPart(
  view: RulesView,
  text: string,
  suggestion: Suggestion,
  rules: TriedText["rules"],
): Html {
  const { tryIt, rule } = view.own;
  const words = moderatingWordsOf(view.language);
  const { rule: number, action, confidence } = suggestion;
  const { pieces, reasons } = markText(text, [suggestion]);
  const own = rules.find((one) => one.number === number);
  const hasWords = pieces.some(({ numbers }) => numbers.length > 0);
  return html`<li><article class="notice">
    <h3>${own ? `${rule(own.number)}. ${own.text[view.language]}` : tryIt.noRule}</h3>
    <p>${words.actions[action]} · ${tryIt.sure}: ${words.confidences[confidence]}</p>
    ${hasWords ? html`<p class="hint">${tryIt.marked}:</p>${marked(view, pieces)}` : ""}
    <p class="hint">${tryIt.because}:</p>
    <ol class="reasons">${reasons.map(({ reason }) => html`<li>${words.reasons[reason]}</li>`)}</ol>
  </article></li>`;
}

/** Each marked piece names its reason by number, so that the colour is not the only sign. */
function marked({ own }: RulesView, pieces: readonly MarkedPiece[]): Html {
  return html`<p class="said-text" dir="auto">${pieces.map(({ text, numbers }) => {
    const shown = shownText(text).text;
    if (numbers.length === 0) return shown;
    return html`<mark>${shown}<sup><span class="visually-hidden"> (${numbers.map((one) => own.tryIt.whyOf(one)).join(", ")})</span><span aria-hidden="true">${numbers.join(" ")}</span></sup></mark>`;
  })}</p>`;
}
