import { html } from "hono/html";
import { answerWays } from "../../../conversing/replying/answer-way.ts";
import type { Html } from "../../web-parts.ts";
import { tellMoment } from "../moments.ts";
import { explain } from "../telling.ts";
import { attachmentList } from "./attachment-list.ts";
import type { ConversationView, DeskConversation } from "./desk-conversation.ts";
import { conversationLink } from "./inbox-filter.ts";
import { shownText } from "./shown-text.ts";
import { tellClosed } from "./tell-closed.ts";
import { inboxWordsOf } from "./words/index.ts";

type Said = DeskConversation["talk"]["messages"][number];
type Reply = DeskConversation["talk"]["replies"][number];

/** Everything that was said, by them, by us and among us, in the order in which it was. */
export function talkPart(conversation: DeskConversation, view: ConversationView): Html {
  const { messages, replies, notes, version } = conversation.talk;
  const words = inboxWordsOf(view.words.code);
  const all = [
    ...messages.map((one) => ({ at: one.sent_at, part: message(one, conversation, view) })),
    ...replies.map((one) => ({ at: one.written_at, part: reply(one, conversation, view) })),
    ...notes.map((one) => ({
      at: one.written_at,
      part: html`<li class="said said-note"><p class="said-by"><strong>${words.talk.note}</strong> ${nameOf(one.written_by, conversation, view)}, ${moment(one.written_at, view)}</p>
        ${textOf(one.text, view)}</li>`,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return html`<ol class="talk" data-version="${version}">${all.map(({ part }) => part)}</ol>`;
}

function message(one: Said, conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).talk;
  const isIn = one.direction === "in";
  const marks = [
    ...(one.removed_at ? [words.removed] : []),
    ...(one.hidden_at ? [words.hidden] : []),
    ...(one.reaction ? [words.reaction(one.reaction)] : []),
  ];
  return html`<li class="said ${isIn ? "said-in" : "said-out"}${one.removed_at ? " is-removed" : ""}" id="said-${one.id}">
    <p class="said-by"><strong>${author(one, conversation, view)}</strong>${parent(one, conversation, view)}, ${moment(one.sent_at, view)}</p>
    ${one.text === null ? html`<p class="said-text">${words.noText}</p>` : textOf(one.text, view)}
    ${attachmentList(conversation.attachments, one.id, view.words.code)}
    ${marks.map((mark) => html`<p class="said-mark">${mark}</p>`)}
    ${versions(one, view)}
    ${answerThis(one, conversation, view)}
  </li>`;
}

function author(one: Said, conversation: DeskConversation, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code);
  if (one.direction === "in") {
    const name = one.author_name ?? conversation.entry.personName ?? words.someone;
    return html`<bdi>${shownText(name).text}</bdi>`;
  }
  if (one.is_automatic) return words.talk.automatic;
  if (one.author === "elsewhere") return words.talk.elsewhere;
  const writer = conversation.writers.get(one.external_id);
  return writer === undefined ? words.talk.us : words.talk.by(nameOf(writer, conversation, view));
}

/**
 * Where several comments wait, one chooses which is answered. The button belongs to the form below, so that what was
 * typed there comes along; where there is no form there is nothing to lose, and a link does.
 */
function answerThis(one: Said, { entry, talk }: DeskConversation, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code).talk;
  const isChoice = (other: Said) => other.direction === "in" && other.removed_at === null;
  if (entry.kind === "private" || !isChoice(one) || talk.messages.filter(isChoice).length < 2) return "";
  const whose = html`<span class="visually-hidden">: ${shownText(one.author_name ?? "").text}, ${tellMoment(one.sent_at, view)}</span>`;
  const { ways } = talk;
  const id = `answer-${one.id}`;
  if (ways && answerWays.some((way) => ways[way].kind === "open")) {
    const keep = conversationLink(entry, view.filter, view.asked.askedLanguage, { act: "draft" });
    return html`<p class="answer-this"><button type="submit" form="reply-form" formaction="${keep}" name="choose" value="${one.id}" class="btn btn-link" id="${id}">${words.answerThis}${whose}</button></p>`;
  }
  const link = conversationLink(entry, view.filter, view.asked.askedLanguage, { answer: one.id });
  return html`<p class="answer-this"><a href="${link}" id="${id}">${words.answerThis}${whose}</a></p>`;
}

/** In a thread several speak: whom one answers is said where it is not plain. */
function parent(one: Said, { talk }: DeskConversation, view: ConversationView): Html | string {
  const { parent_external_id: id } = one;
  const [first] = talk.messages;
  const found = talk.messages.find(({ external_id }) => external_id === id);
  if (!found?.author_name || found.id === first?.id) return "";
  return html`, <bdi>${inboxWordsOf(view.words.code).talk.answersTo(shownText(found.author_name).text)}</bdi>`;
}

function versions(one: Said, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code).talk;
  const all = (one.versions as { at: string; text: string }[]).filter(({ text }) => text !== one.text);
  if (one.edited_at === null || all.length === 0) return "";
  const id = `versions-${one.id}`;
  return html`<details id="${id}"><summary id="${id}-s">${words.edited}</summary>${all.map(
    ({ at, text }) =>
      html`<p class="moments">${words.before(tellMoment(new Date(at), view))}</p>${textOf(text, view)}`,
  )}</details>`;
}

function reply(one: Reply, conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code);
  const who = one.is_automatic
    ? words.talk.automatic
    : words.talk.by(nameOf(one.written_by ?? "", conversation, view));
  return html`<li class="said said-out said-${one.state}" id="reply-${one.id}">
    <p class="said-by"><strong>${who}</strong>, ${moment(one.written_at, view)}</p>
    ${textOf(one.text, view)}
    <p class="said-mark"><span class="state state-${one.state}">${words.replyStates[one.state]}</span> ${why(one, conversation, view)}</p>
  </li>`;
}

function why(one: Reply, { channel }: DeskConversation, view: ConversationView): string {
  if (one.reason === null || (one.state !== "refused" && one.state !== "waiting")) return "";
  const told = tellClosed(one.reason, view.words.code) ?? explain(one.reason, channel, view, view.explainers);
  return `${told.happened} ${told.toDo}`;
}

function textOf(text: string, view: ConversationView): Html {
  const shown = shownText(text);
  return html`<p class="said-text" dir="auto">${shown.text}</p>${
    shown.hasUnseen ? html`<p class="moments">${inboxWordsOf(view.words.code).talk.invisible}</p>` : ""
  }`;
}

export function nameOf(
  id: string,
  { names }: Pick<DeskConversation, "names">,
  view: ConversationView,
): string {
  return names.get(id) ?? inboxWordsOf(view.words.code).formerColleague;
}

function moment(at: Date, view: ConversationView): Html {
  return html`<time datetime="${at.toISOString()}">${tellMoment(at, view)}</time>`;
}
