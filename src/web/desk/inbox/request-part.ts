import { html } from "hono/html";
import { dataProtectionTerm } from "../../../authority/calendar/legal-term.ts";
import type { LocalDate } from "../../../authority/calendar/local-date.ts";
import { tellTerm } from "../../../authority/calendar/telling.ts";
import { dateIn } from "../../../authority/calendar/zoned-time.ts";
import type { DataRequest } from "../../../moderating/recognising/data-request-store.ts";
import type { Html } from "../../web-parts.ts";
import { personLink } from "../persons/persons-view.ts";
import { icon } from "../pieces.ts";
import type { ConversationView, DeskConversation } from "./desk-conversation.ts";
import { conversationLink } from "./inbox-filter.ts";
import { firstWordsOf } from "./shown-text.ts";
import { nameOf } from "./talk-part.ts";
import { inboxWordsOf } from "./words/index.ts";

/**
 * Requests on personal data: until when the law wants them answered, who has them, and what became of them. In no live
 * part, so that nothing typed here is lost.
 */
export function requestPart(conversation: DeskConversation, view: ConversationView): Html | string {
  const asked = conversation.requests.filter(({ outcome }) => outcome !== "not-a-request");
  if (asked.length === 0) return "";
  const words = inboxWordsOf(view.words.code).requests;
  return html`<section class="requests" aria-labelledby="requests-title"><h2 id="requests-title">${words.title}</h2>
    ${asked.map((one) => request(one, conversation, view))}</section>`;
}

function request(one: DataRequest, conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).requests;
  const text = conversation.talk.messages.find(({ id }) => id === one.message_id)?.text;
  const isOpen = one.outcome === null;
  const reading = { now: view.now, timeZone: view.timeZone, language: view.words.code };
  const term = tellTerm(dataProtectionTerm(one.received_on as LocalDate, false), reading);
  const isLate = isOpen && one.expires_on < dateIn(view.now, view.timeZone);
  return html`<article class="notice notice-${isLate ? "grave" : isOpen ? "doubt" : "wait"}" id="request-${one.message_id}">
    <h3>${icon(isOpen ? "clock" : "check-circle")} <span>${isLate ? words.late(term) : words.term(term)}</span></h3>
    ${text ? html`<p class="moments"><a href="#said-${one.message_id}"><bdi>${firstWordsOf(text, 90)}</bdi></a></p>` : ""}
    ${standing(one, conversation, view)}
    ${heldLink(one, conversation, view)}
    ${isOpen ? steps(one, conversation, view) : ""}
  </article>`;
}

/** Networks tell no name of whoever writes in private: by their name nobody finds them again. */
function heldLink(one: DataRequest, { entry, channel, talk }: DeskConversation, view: ConversationView) {
  const personId = talk.messages.find(({ id }) => id === one.message_id)?.author_id;
  if (!personId || !view.may("find-persons")) return "";
  const link = personLink({ authorityId: entry.authorityId, channel, personId }, view.asked.askedLanguage);
  return html`<p><a href="${link}">${inboxWordsOf(view.words.code).requests.personHeld}</a></p>`;
}

function standing(one: DataRequest, conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).requests;
  const by = (id: string | null) => (id === null ? "" : nameOf(id, conversation, view));
  const handed =
    one.handed_at === null
      ? ""
      : words.handed(dayOf(dateIn(one.handed_at, view.timeZone), view), by(one.handed_by));
  const day = one.answered_on ?? (one.settled_at ? dateIn(one.settled_at, view.timeZone) : undefined);
  const end =
    day === undefined || (one.outcome !== "answered" && one.outcome !== "refused")
      ? ""
      : words.ended[one.outcome](dayOf(day, view), by(one.settled_by));
  const told = [handed, end].filter((sentence) => sentence !== "");
  return html`<p>${told.length === 0 ? words.open : told.join(" ")}</p>${one.note === null ? "" : html`<p class="moments" dir="auto">${one.note}</p>`}`;
}

/** What comes next is one press, the rest is folded away. */
function steps(one: DataRequest, { entry }: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).requests;
  const id = one.message_id;
  const today = dateIn(view.now, view.timeZone);
  const address = conversationLink(entry, view.filter, view.asked.askedLanguage, { act: "settle" });
  const form = (step: string, content: Html) =>
    html`<form method="post" action="${address}" class="small-form"><input type="hidden" name="message" value="${id}"><input type="hidden" name="step" value="${step}">${content}</form>`;
  const day = (step: string) =>
    html`<div class="field"><label for="${step}-on-${id}">${words.on}</label><input id="${step}-on-${id}" name="on" type="date" value="${today}" min="${one.received_on}" max="${today}" required></div>`;
  const note = (step: string, label: string, isRequired: boolean) =>
    html`<div class="field"><label for="${step}-note-${id}">${label}</label><input id="${step}-note-${id}" name="note" maxlength="300" autocomplete="off" ${isRequired ? html`required` : ""}></div>`;
  const isOpen = view.end === "refusal-reason-missing" || view.end === "day-wrong";
  return html`${
    one.handed_at === null
      ? form(
          "handed-to-officer",
          html`<button type="submit" class="btn btn-primary" id="hand-on-${id}">${words.handOn}</button>`,
        )
      : ""
  }
    <details id="request-end-${id}" ${isOpen ? html`open` : ""}><summary id="request-end-${id}-s">${words.end}</summary>
    ${form("answered", html`${day("answered")}${note("answered", words.how, false)}<button type="submit" class="btn btn-outline-primary">${words.answered}</button>`)}
    ${form("refused", html`${day("refused")}${note("refused", words.why, true)}<button type="submit" class="btn btn-outline-primary">${words.refused}</button>`)}
    ${form("not-a-request", html`<button type="submit" class="btn btn-link">${words.noRequest}</button>`)}
    </details>`;
}

/** "3 dicembre 2026" */
function dayOf(date: string, view: ConversationView): string {
  const language = view.words.code === "it" ? "it-IT" : "en-GB";
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}
