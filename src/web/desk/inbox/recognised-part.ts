import { html } from "hono/html";
import type { Recognised, RecognisedKind } from "../../../moderating/recognised.ts";
import type { Html } from "../../web-parts.ts";
import { queuedLink } from "../moderation/moderation-filter.ts";
import { moderationWordsOf } from "../moderation/words/index.ts";
import { icon } from "../pieces.ts";
import type { ConversationView, DeskConversation } from "./desk-conversation.ts";
import { conversationLink } from "./inbox-filter.ts";
import { firstWordsOf, shownText } from "./shown-text.ts";
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

/**
 * What triage made of the messages, message by message, the gravest first; a person confirms it or says that it is not
 * so. Whatever is told of one message is settled together.
 */
export function recognisedPart(conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).recognised;
  const rank = ({ kind }: Recognised) => order.indexOf(kind);
  const all = conversation.aids.recognised.toSorted((one, other) => rank(one) - rank(other));
  const byMessage = [...Map.groupBy(all, ({ messageId }) => messageId).values()];
  if (byMessage.length === 0) return html``;
  const alike = Map.groupBy(byMessage, (found) =>
    found.map(({ kind, rule }) => `${kind}-${rule ?? ""}`).join("_"),
  );
  return html`<section class="recognised" aria-labelledby="recognised-title"><h2 id="recognised-title" class="visually-hidden">${words.title}</h2>${[
    ...alike,
  ].map(([name, messages]) => alikePart(name, messages, conversation, view))}</section>`;
}

/** Whoever writes the same ten times is told of once; the others are folded, each still to be settled. */
function alikePart(
  name: string,
  messages: readonly Recognised[][],
  conversation: DeskConversation,
  view: ConversationView,
): Html {
  const words = inboxWordsOf(view.words.code).recognised;
  const [first, ...others] = messages.map(
    (found) => html`${found.map((one) => notice(one, view))}
      ${found.slice(0, 1).map(({ messageId }) => settling(messageId, found, conversation, view))}`,
  );
  if (others.length === 0) return html`${first}`;
  const id = `alike-${name}`;
  return html`${first}<details class="alike" id="${id}"><summary id="${id}-s">${words.alike(others.length)}</summary>${others}</details>`;
}

function notice(recognised: Recognised, view: ConversationView): Html {
  const { kind, rule, because } = recognised;
  const words = inboxWordsOf(view.words.code).recognised;
  const { title, toDo } = words.kinds[kind];
  const said = because.flatMap((one) => one.words).map((word) => shownText(word).text);
  const isGrave = grave.includes(kind);
  return html`<article class="notice notice-${isGrave ? "grave" : "doubt"}">
    <h3>${icon(isGrave ? "error" : "warning-circle")} <span>${title}${rule === null ? "" : ` (${words.rule(rule)})`}</span></h3>
    <p>${toDo}</p>
    ${said.length === 0 ? "" : html`<p>${words.words} ${said.map((word) => html`<mark dir="auto">${word}</mark> `)}</p>`}
    ${decideLink(recognised, view)}
  </article>`;
}

/** A request on personal data is no matter of one press: it has its own forms below, and only "not so" is said here. */
function settling(
  messageId: string,
  found: readonly Recognised[],
  { entry, talk, requests }: DeskConversation,
  view: ConversationView,
): Html {
  const words = inboxWordsOf(view.words.code).recognised;
  const isRequestOnly = found.every(({ kind }) => kind === "data-request");
  const isAsked = requests.some((one) => one.message_id === messageId && one.outcome === null);
  const text = talk.messages.find(({ id }) => id === messageId)?.text ?? "";
  const address = conversationLink(entry, view.filter, view.asked.askedLanguage, { act: "settle" });
  const about = html`<span class="visually-hidden">: ${firstWordsOf(text, 60)}</span>`;
  return html`<form method="post" action="${address}" class="acts settling"><input type="hidden" name="message" value="${messageId}">
    ${isRequestOnly && isAsked ? "" : html`<button type="submit" class="btn btn-outline-primary" name="step" value="seen-to" id="seen-to-${messageId}">${words.seenTo}${about}</button>`}
    <button type="submit" class="btn btn-link" name="step" value="not-so" id="not-so-${messageId}">${words.notSo}${about}</button>
    <a href="#said-${messageId}">${words.toMessage}</a></form>`;
}

/** What may break a rule is decided with the rules at hand. */
function decideLink({ kind, messageId }: Recognised, view: ConversationView): Html | string {
  if ((kind !== "breach" && kind !== "threat" && kind !== "scam") || !view.may("moderate")) return "";
  const address = queuedLink({ authorityId: view.authority.id, messageId }, {}, view.asked.askedLanguage);
  return html`<p><a class="to-decide" href="${address}">${moderationWordsOf(view.words.code).toDecide}</a></p>`;
}
