import { html } from "hono/html";
import type { Html, WebParts } from "../../web-parts.ts";
import { tellMoment } from "../moments.ts";
import { distance } from "../pieces.ts";
import { actForms, quickActs } from "./act-forms.ts";
import { besidePart } from "./beside-part.ts";
import type { ConversationView, DeskConversation, InboxList } from "./desk-conversation.ts";
import { isDone } from "./inbox-end.ts";
import { conversationLink, inboxLink } from "./inbox-filter.ts";
import { inboxFrame } from "./inbox-frame.ts";
import { listPart } from "./list-part.ts";
import type { Present } from "./presence-store.ts";
import { recognisedPart } from "./recognised-part.ts";
import { replyPart } from "./reply-part.ts";
import { requestPart } from "./request-part.ts";
import { firstWordsOf } from "./shown-text.ts";
import { nameOf, talkPart } from "./talk-part.ts";
import { tellTimeLeft, urgencyOf } from "./time-left.ts";
import { inboxWordsOf } from "./words/index.ts";

/** One conversation, beside the list it was opened from. */
export function conversationPage(
  parts: WebParts,
  view: ConversationView,
  list: InboxList,
  conversation: DeskConversation,
): Html {
  const { asked, filter } = view;
  const words = inboxWordsOf(asked.language);
  const { entry } = conversation;
  const name = firstWordsOf(entry.personName ?? words.someone, 80);
  const skip = html`<p class="to-talk"><a class="visually-hidden-focusable" href="#conversation">${words.toConversation}</a></p>`;
  return inboxFrame(
    asked,
    { title: name, address: (lang) => conversationLink(entry, filter, lang), alone: "conversation" },
    {
      list: listPart(parts, asked, list, { current: entry.id, head: skip }),
      right: html`<article class="conversation" id="conversation" tabindex="-1" data-presence="${conversationLink(entry, {}, asked.askedLanguage, { act: "presence" })}" data-id="${entry.id}">
        <div class="conversation-main">
          <p class="way-back"><a id="to-list" href="${inboxLink(filter, asked.askedLanguage)}">${words.back}</a></p>
          <h1><bdi>${name}</bdi></h1>
          <p class="moments">${words.kinds[entry.kind]} · ${view.authority.name}${conversation.under ? html` · <a href="#about">${words.under(firstWordsOf(conversation.under.item.title, 90))}</a>` : ""}</p>
          <div id="time-left" data-live>${timeLeft(conversation, view)}</div>
          ${end(conversation, view)}
          <p class="presence" id="presence" role="status">${presence(conversation.others, view)}</p>
          <div id="recognised" data-live>${recognisedPart(conversation, view)}</div>
          ${requestPart(conversation, view)}
          <h2>${words.talk.title}</h2>
          <div id="talk" data-live>${talkPart(conversation, view)}</div>
          <div id="quick-acts" data-live>${quickActs(conversation, view)}</div>
          ${replyPart(conversation, view)}
          ${actForms(conversation, view)}
        </div>
        ${besidePart(conversation, view)}
      </article>`,
    },
  );
}

function timeLeft({ entry }: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code);
  const time = tellTimeLeft(entry, view);
  const { snoozedUntil, snoozeReason } = entry;
  const isSnoozed = snoozedUntil !== null && snoozedUntil > view.now;
  return html`<p class="time-left is-${urgencyOf(entry, view.now) ?? "none"}"><strong>${time === "" ? words.states[entry.state] : time}</strong>${
    entry.waitingSince ? html` · ${distance(entry.waitingSince, view)}` : ""
  }${isSnoozed ? html` · ${words.snoozedUntil(tellMoment(snoozedUntil, view), snoozeReason ?? "")}` : ""}</p>`;
}

/** What the form came to that was sent last; announce.js has it read out, which no reader does of what is there from the start. */
function end(conversation: DeskConversation, view: ConversationView): Html | string {
  if (view.end === undefined) return "";
  return html`<p class="${isDone(view.end) ? "done" : "done not-done"}" id="end">${tellEnd(conversation, view)}</p>`;
}

function tellEnd(conversation: DeskConversation, view: ConversationView): string {
  const words = inboxWordsOf(view.words.code);
  const { changedBy, changedAt, drafts, talk } = conversation;
  const draft = drafts.reply;
  switch (view.end) {
    case "sent":
      return view.left === undefined ? words.ends.sent : words.sentNext(view.left);
    case "overtaken": {
      const at = tellMoment(changedAt, view);
      return changedBy === null
        ? words.overtakenByThem(at)
        : words.overtakenBy(nameOf(changedBy, conversation, view), at);
    }
    case "too-long": {
      const most =
        draft?.way === "public" ? talk.textCharactersMax?.comment : talk.textCharactersMax?.message;
      return draft && most !== undefined
        ? words.tooLong(draft.text.trim().length, most)
        : words.ends["too-long"];
    }
    case undefined:
      return "";
    default:
      return words.ends[view.end];
  }
}

/** "Anna sta scrivendo qui (ha cominciato alle 10:32)." A moment, no distance: it is read out when it changes, and only then. */
export function presence(
  others: readonly Present[],
  view: Pick<ConversationView, "now" | "timeZone" | "words">,
): string {
  const words = inboxWordsOf(view.words.code).presence;
  return others
    .map(({ name, writingSince }) =>
      writingSince ? words.writes(name, tellMoment(writingSince, view)) : words.looks(name),
    )
    .join(" ");
}
