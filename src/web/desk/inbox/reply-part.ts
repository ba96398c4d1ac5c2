import { html } from "hono/html";
import { officeOf } from "../../../conversing/inbox/listener.ts";
import { type AnswerWay, answerWays, type WayVerdict } from "../../../conversing/replying/answer-way.ts";
import { judgeText } from "../../../conversing/replying/reply-text.ts";
import type { Html } from "../../web-parts.ts";
import { accountsLink } from "../accounts/accounts-view.ts";
import { tellMoment } from "../moments.ts";
import type { ConversationView, DeskConversation } from "./desk-conversation.ts";
import { conversationLink } from "./inbox-filter.ts";
import { firstWordsOf, shownText } from "./shown-text.ts";
import { tellClosed } from "./tell-closed.ts";
import { inboxWordsOf } from "./words/index.ts";

type Ways = Record<AnswerWay, WayVerdict>;
type Most = NonNullable<DeskConversation["talk"]["textCharactersMax"]>;

/** Where one answers. It is in no live part: nothing that happens meanwhile may touch what is being typed. */
export function replyPart(conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).reply;
  const { ways, textCharactersMax } = conversation.talk;
  const open = ways ? answerWays.filter((way) => ways[way].kind === "open") : [];
  const text = conversation.drafts.reply?.text;
  return html`<section class="answer" aria-labelledby="answer-title"><h2 id="answer-title">${words.title}</h2>
    ${
      ways && textCharactersMax && open.length > 0
        ? replyForm(conversation, view, { ways, open, most: textCharactersMax })
        : html`${ways ? html`<p class="not-taken">${words.cannot}</p>${closedWays(ways, view, true)}` : shutPart(conversation, view)}
          ${handOff(conversation, view)}
          ${text === undefined ? "" : html`<div class="field"><label for="kept-text">${words.text}</label><textarea id="kept-text" rows="6" readonly>${text}</textarea></div>`}`
    }</section>`;
}

function replyForm(
  conversation: DeskConversation,
  view: ConversationView,
  { ways, open, most }: { ways: Ways; open: readonly AnswerWay[]; most: Most },
): Html {
  const words = inboxWordsOf(view.words.code).reply;
  const { entry, talk, drafts } = conversation;
  const { reply: draft } = drafts;
  const address = (act: string) => conversationLink(entry, view.filter, view.asked.askedLanguage, { act });
  const chosen = open.find((way) => way === draft?.way) ?? open[0];
  return html`<form method="post" action="${address("reply")}" id="reply-form" data-draft="${address("draft")}" data-field="reply">
    <input type="hidden" name="version" id="reply-version" value="${talk.version}">
    ${answered(conversation, view)}
    ${wayChoice(open, ways, chosen, view)}
    ${closedWays(ways, view, false)}
    ${suggestions(conversation, view, address("draft"))}
    <div class="field"><label for="text">${words.text}</label>
      <textarea id="text" name="text" rows="7" aria-describedby="text-count draft-state" data-most-public="${most.comment}" data-most-message="${most.message}">${filled(conversation, view)}</textarea></div>
    <p class="hint" id="text-count" data-words="${words.count(-1, -2)}">${words.count((draft?.text ?? "").trim().length, chosen === "public" ? most.comment : most.message)}</p>
    <p class="hint" id="draft-state" role="status" data-saved="${words.saved}" data-not-saved="${words.notSaved}" data-signed-out="${words.signedOut}" data-restored="${words.restored}">${draft ? words.draft(tellMoment(draft.savedAt, view)) : ""}</p>
    <p class="said-mark" id="meanwhile" role="status" data-words="${words.meanwhile}"></p>
    ${divide(conversation, view, most)}
    <div class="tick"><input type="checkbox" id="asks-back" name="asks-back" value="yes" ${draft?.asksBack ? html`checked` : ""}><label for="asks-back">${words.asksBack}</label></div>
    <div class="acts"><button type="submit" class="btn btn-primary" id="send">${words.send}</button>
      <button type="submit" class="btn btn-link" formaction="${address("draft")}" id="keep-draft">${words.keep}</button></div>
  </form>`;
}

/** Whom these words answer. Said with them: what arrives while one types must not become what is answered. */
function answered({ entry, talk }: DeskConversation, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code);
  const found = talk.messages.find(({ id }) => id === talk.answering);
  if (entry.kind === "private" || !found) return "";
  const name = shownText(found.author_name ?? entry.personName ?? words.someone).text;
  return html`<input type="hidden" name="answers" value="${found.id}">
    <p id="answered">${words.reply.answers} <a href="#said-${found.id}"><bdi>${name}</bdi></a>: <bdi>${firstWordsOf(found.text ?? words.noWords, 80)}</bdi></p>`;
}

/** What was typed; behind it the suggestion that a link wants filled in. */
function filled({ drafts, aids }: DeskConversation, view: ConversationView): string {
  const wanted = aids.suggestions.find(({ id }) => id === view.suggestion)?.text;
  const typed = drafts.reply?.text;
  if (wanted === undefined) return typed ?? "";
  return typed === undefined || typed.includes(wanted) ? (typed ?? wanted) : `${typed}\n\n${wanted}`;
}

function wayChoice(
  open: readonly AnswerWay[],
  ways: Ways,
  chosen: AnswerWay | undefined,
  view: ConversationView,
): Html {
  const words = inboxWordsOf(view.words.code).reply;
  return html`<fieldset class="ways"><legend>${words.how}</legend>${open.map((way) => {
    const verdict = ways[way];
    const until =
      verdict.kind === "open" && verdict.until ? words.until(tellMoment(verdict.until, view)) : "";
    return html`<div class="tick"><input type="radio" name="way" id="way-${way}" value="${way}" ${way === chosen ? html`checked` : ""}>
      <label for="way-${way}">${words.ways[way]}${until ? html` <span class="moments">(${until})</span>` : ""}</label></div>`;
  })}</fieldset>`;
}

/** What no conversation of this kind ever has is not worth a word beside what is possible. */
const neverThere: readonly string[] = ["nothing-public", "no-private-talk"];

function closedWays(ways: Ways, view: ConversationView, isOpen: boolean): Html | string {
  const words = inboxWordsOf(view.words.code).reply;
  const closed = answerWays.flatMap((way) => {
    const verdict = ways[way];
    return verdict.kind === "closed" && !neverThere.includes(verdict.reason)
      ? [{ way, reason: verdict.reason }]
      : [];
  });
  if (closed.length === 0) return "";
  return html`<details class="closed-ways" id="closed-ways" ${isOpen || view.end === "way-closed" ? html`open` : ""}><summary id="closed-ways-s">${words.whyNot}</summary>
    <ul>${closed.map(({ way, reason }) => {
      const told = tellClosed(reason, view.words.code);
      return html`<li><strong>${words.ways[way]}</strong>: ${told?.happened} ${told?.toDo}</li>`;
    })}</ul></details>`;
}

/** Only what was refused as too long, and only where the network takes several. */
function divide({ drafts }: DeskConversation, view: ConversationView, most: Most): Html | string {
  const words = inboxWordsOf(view.words.code).reply;
  const { reply: draft } = drafts;
  const box = (label: string, isShown: boolean) =>
    html`<div class="tick" id="divide-box" ${isShown ? "" : html`hidden`}><input type="checkbox" id="divide" name="divide" value="yes"><label for="divide">${label}</label></div>`;
  if (!draft || draft.way === "private-reply") return box(words.divideAny, false);
  const limit = draft.way === "public" ? most.comment : most.message;
  const verdict = judgeText(draft.text, limit, { mayDivide: true, isDivided: false });
  return verdict.kind === "too-long" && verdict.parts !== undefined
    ? box(words.divide(verdict.parts), true)
    : box(words.divideAny, false);
}

function suggestions({ aids }: DeskConversation, view: ConversationView, address: string): Html | string {
  const words = inboxWordsOf(view.words.code).suggestions;
  if (aids.suggestions.length === 0) return "";
  return html`<details class="suggestions" id="suggestions"><summary id="suggestions-s">${words.title} (${aids.suggestions.length})</summary>
    <ol>${aids.suggestions.map(
      (
        one,
        index,
      ) => html`<li><p><strong>${one.title}</strong> <span class="moments">${words.from[one.from]}</span></p>
      <p class="suggested" id="suggested-${index + 1}">${one.text}</p>
      <button type="submit" class="btn btn-outline-primary" formaction="${address}" name="suggestion" value="${one.id}" data-suggestion="suggested-${index + 1}">${words.insert}<span class="visually-hidden">: ${one.title}</span></button></li>`,
    )}</ol></details>`;
}

/** Nothing can be sent through this account: why, who mends it, and what goes on meanwhile. */
function shutPart({ talk: { shut = "off" } }: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).reply;
  const { authority, asked } = view;
  const link = accountsLink({ authority: authority.id, lang: asked.askedLanguage });
  return html`<p class="not-taken" id="shut">${words.shut[shut]}</p>
    ${shut === "off" ? "" : html`<p>${words.shutStill}</p>`}
    ${view.may("connect-accounts") ? html`<p><a href="${link}">${words.toAccounts}</a></p>` : ""}`;
}

/** Where nothing can be written from here, how the office is reached: to be told to whoever calls, or looked up. */
function handOff({ entry, offices }: DeskConversation, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code).reply;
  const contacts = officeOf(offices, entry.officeId)?.contacts ?? {};
  const all = [
    [words.telephone, contacts.telephone],
    [words.pec, contacts.pec],
    [words.email, contacts.email],
  ].filter(([, value]) => value !== undefined);
  if (all.length === 0) return "";
  return html`<h3>${words.handOff}</h3><dl class="facts">${all.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
