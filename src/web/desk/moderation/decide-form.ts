import { html } from "hono/html";
import { type DecisionAction, decisionActions, isMeasure } from "../../../moderating/deciding/decision.ts";
import { type DecisionRefusal, refusalOf } from "../../../moderating/deciding/may-decide.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html } from "../../web-parts.ts";
import { queuedLink } from "./moderation-filter.ts";
import {
  decisionFor,
  offerFor,
  type QueuedPageComment,
  type QueuedView,
  suggestedRule,
  type WrongField,
} from "./queued-comment.ts";
import { moderationWordsOf } from "./words/index.ts";

/** What can be done now, and what stands against the rest. */
function actionsOf({ facts }: QueuedPageComment) {
  const judged = decisionActions.map((action) => ({ action, refusal: refusalOf(action, facts) }));
  return {
    open: judged.flatMap(({ action, refusal }) => (refusal === undefined ? [action] : [])),
    closed: judged.flatMap(({ action, refusal }) => (refusal === undefined ? [] : [{ action, refusal }])),
  };
}

/** What is taken back only where there is something to take back is not worth a word where there is nothing. */
const plain: readonly DecisionRefusal[] = ["not-hidden", "not-blocked"];

const keyOf: Partial<Record<DecisionAction, string>> = {
  hide: "h",
  delete: "d",
  warn: "w",
  block: "b",
  none: "l",
  answer: "r",
  escalate: "e",
};

/** Each fills the form in: on the server as a link, at once where there are scripts. What is suggested comes first. */
export function quickActs(comment: QueuedPageComment, view: QueuedView): Html {
  const { asked, filter } = view;
  const words = moderationWordsOf(asked.language);
  const rule = suggestedRule(comment);
  const suggested = comment.triage && decisionFor(comment.triage.action);
  const open = actionsOf(comment).open.toSorted((a, b) => Number(b === suggested) - Number(a === suggested));
  return html`<nav class="quick-acts" aria-label="${words.form.quick}"><ul>${open.map((action) => {
    const key = keyOf[action];
    const address = queuedLink(comment.message, filter, asked.askedLanguage, { act: action });
    const isByRule = isMeasure(action) && rule !== null;
    return html`<li><a class="btn ${action === suggested ? "btn-primary" : "btn-outline-primary"}" id="quick-${action}" data-act="${action}" href="${address}#decide">${words.actions[action].name}${isByRule ? html`, ${words.rule(rule)}` : ""}${key ? html` <kbd aria-hidden="true">${key}</kbd>` : ""}</a></li>`;
  })}</ul></nav>`;
}

/** The form that decides. What was typed stays in it whatever stands against the decision. */
export function decideForm(comment: QueuedPageComment, view: QueuedView): Html {
  const { asked, filter, filled, authority } = view;
  const words = moderationWordsOf(asked.language);
  const { form } = words;
  const { message, version } = comment;
  const { open, closed } = actionsOf(comment);
  const address = queuedLink(message, filter, asked.askedLanguage, { step: "decide" });
  return html`<section class="answer" id="decide" aria-labelledby="decide-title" tabindex="-1"><h2 id="decide-title">${form.title}</h2>
  <form method="post" action="${address}" id="decide-form" data-id="${message.messageId}" class="small-form">
    ${hidden("version", version)}
    <fieldset class="ways"><legend>${form.what}</legend>${open.map((action) => actionChoice(action, view))}</fieldset>
    ${closedActions(closed, view)}
    ${ruleChoice(comment, view)}
    ${
      open.includes("block")
        ? html`<div class="field days" data-of="block"><label for="days">${form.days}</label>
      <input id="days" name="days" type="number" min="1" max="365" ${invalid("days", view)} value="${filled.days ?? authority.settings.moderation.blockDays}"></div>`
        : ""
    }
    <div class="field"><label for="why">${form.why}</label><p class="hint" id="why-hint">${form.whyHint}</p>
      <textarea id="why" name="why" rows="3" maxlength="2000" aria-describedby="why-hint why-state" ${invalid("why", view)}>${filled.why}</textarea>
      <p class="hint" id="why-state" role="status" data-restored="${words.ends.restored}"></p>
      <button type="submit" class="btn btn-link" name="offer" value="yes" id="offer">${form.offer}</button></div>
    <p class="chosen" id="chosen" role="status" data-words="${form.chosen("-1", "-2")}"></p>
    <button type="submit" class="btn btn-primary" id="confirm" aria-describedby="chosen">${form.confirm}</button>
  </form></section>`;
}

function invalid(field: WrongField, { wrong }: QueuedView): Html | string {
  return wrong === field ? html`aria-invalid="true"` : "";
}

function actionChoice(action: DecisionAction, view: QueuedView): Html {
  const { name, effect } = moderationWordsOf(view.words.code).actions[action];
  const offer = isMeasure(action)
    ? html`data-rule="wanted"`
    : html`data-offer="${offerFor(action, undefined, view)}"`;
  return html`<div class="tick"><input type="radio" name="action" id="action-${action}" value="${action}" ${offer} ${view.filled.action === action ? html`checked` : ""} aria-describedby="effect-${action}">
    <label for="action-${action}"><span>${name}</span></label><p class="hint" id="effect-${action}">${effect}</p></div>`;
}

function ruleChoice(comment: QueuedPageComment, view: QueuedView): Html {
  const { form } = moderationWordsOf(view.words.code);
  const { filled } = view;
  return html`<div class="field"><label for="rule">${form.rule}</label><p class="hint" id="rule-hint">${form.ruleHint}</p>
    <select id="rule" name="rule" aria-describedby="rule-hint" ${invalid("rule", view)} data-suggested="${suggestedRule(comment) ?? ""}"><option value="">${form.noRule}</option>${comment.rules.map(
      (rule) =>
        html`<option value="${rule.number}" data-offer="${offerFor("hide", rule, view)}" ${rule.number === filled.rule ? html`selected` : ""}>${rule.number}. ${rule.text[view.words.code]}</option>`,
    )}</select></div>`;
}

function closedActions(
  closed: readonly { action: DecisionAction; refusal: DecisionRefusal }[],
  view: QueuedView,
): Html | string {
  const words = moderationWordsOf(view.words.code);
  const told = closed.filter(({ refusal }) => !plain.includes(refusal));
  if (told.length === 0) return "";
  return html`<details class="closed-ways" id="closed-acts"><summary id="closed-acts-s">${words.form.closed}</summary>
    <ul>${told.map(({ action, refusal }) => html`<li><strong>${words.actions[action].name}</strong>: ${words.refusals[refusal]}</li>`)}</ul></details>`;
}

/** For what needs no decision: a misunderstanding of triage, or something that was seen to elsewhere. */
export function seenForm(
  { triage, message }: QueuedPageComment,
  { asked, filter }: QueuedView,
): Html | string {
  const { form } = moderationWordsOf(asked.language);
  if (!triage || triage.settledAt) return "";
  const address = queuedLink(message, filter, asked.askedLanguage, { step: "seen" });
  return html`<form method="post" action="${address}" id="seen-form" class="seen-form">
    <button type="submit" class="btn btn-outline-primary" id="seen" aria-describedby="seen-hint">${form.seen} <kbd aria-hidden="true">s</kbd></button>
    <p class="hint" id="seen-hint">${form.seenHint}</p></form>`;
}
