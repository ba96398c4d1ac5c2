import { html } from "hono/html";
import type { Recognised, RecognisedKind } from "../../../moderating/recognised.ts";
import type { Html } from "../../web-parts.ts";
import { queuedLink } from "../moderation/moderation-filter.ts";
import { moderationWordsOf } from "../moderation/words/index.ts";
import { icon } from "../pieces.ts";
import type { ConversationView, DeskConversation } from "./desk-conversation.ts";
import { shownText } from "./shown-text.ts";
import { inboxWordsOf } from "./words/index.ts";

/** A life comes before a term, and a term before a rule. */
const order: readonly RecognisedKind[] = [
  "distress",
  "threat",
  "data-request",
  "formal-act",
  "scam",
  "breach",
];
const grave: readonly RecognisedKind[] = ["distress", "threat"];

/** What triage made of the messages, above everything else. */
export function recognisedPart({ aids }: DeskConversation, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code).recognised;
  if (aids.recognised.length === 0) return "";
  const all = aids.recognised.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return html`<section class="recognised" aria-labelledby="recognised-title"><h2 id="recognised-title" class="visually-hidden">${words.title}</h2>${all.map(
    (one) => {
      const { title, toDo } = words.kinds[one.kind];
      const said = one.because.flatMap((because) => because.words).map((word) => shownText(word).text);
      const isGrave = grave.includes(one.kind);
      return html`<article class="notice notice-${isGrave ? "grave" : "doubt"}">
      <h3>${icon(isGrave ? "error" : "warning-circle")} <span>${title}${one.rule === null ? "" : ` (${words.rule(one.rule)})`}</span></h3>
      <p>${toDo}</p>
      ${said.length === 0 ? "" : html`<p>${words.words} ${said.map((word) => html`<mark dir="auto">${word}</mark> `)}</p>`}
      ${decideLink(one, view)}
    </article>`;
    },
  )}</section>`;
}

/** What may break a rule is decided with the rules at hand. */
function decideLink({ kind, messageId }: Recognised, view: ConversationView): Html | string {
  if ((kind !== "breach" && kind !== "threat" && kind !== "scam") || !view.may("moderate")) return "";
  const address = queuedLink({ authorityId: view.authority.id, messageId }, {}, view.asked.askedLanguage);
  return html`<p><a class="to-decide" href="${address}">${moderationWordsOf(view.words.code).toDecide}</a></p>`;
}
