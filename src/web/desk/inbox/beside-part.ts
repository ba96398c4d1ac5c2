import { html } from "hono/html";
import { explainDeadline } from "../../../authority/calendar/telling.ts";
import { isOpen, standingOf } from "../../../noticeboard/standing.ts";
import { itemAddress } from "../../site/addresses.ts";
import type { Html } from "../../web-parts.ts";
import { extractSection } from "../extracts/extract-section.ts";
import { factList } from "../items/item-pieces.ts";
import { tellMoment } from "../moments.ts";
import { personLink } from "../persons/persons-view.ts";
import { distance } from "../pieces.ts";
import type { ConversationView, DeskConversation } from "./desk-conversation.ts";
import { conversationLink } from "./inbox-filter.ts";
import { nameOf } from "./talk-part.ts";
import { inboxWordsOf } from "./words/index.ts";

/** What one has to know to answer: until when, whose it is, what is discussed, what else this person has written. */
export function besidePart(conversation: DeskConversation, view: ConversationView): Html {
  const words = inboxWordsOf(view.words.code).facts;
  return html`<aside class="beside" aria-label="${words.title}">
    <div id="standing" data-live>${standing(conversation, view)}</div>
    ${about(conversation, view)}
    ${earlier(conversation, view)}
    ${register(conversation, view)}
    ${held(conversation, view)}
  </aside>`;
}

/** What of it is in the official register, and the way to its extracts. */
function register({ entry, extracts }: DeskConversation, view: ConversationView): Html {
  const key = { authorityId: entry.authorityId, conversationId: entry.id };
  return extractSection(key, extracts, view.asked);
}

/** Who asks by telephone or at the counter is found by what they wrote, too. */
function held({ entry, channel, personId }: DeskConversation, view: ConversationView): Html | string {
  if (personId === null || !view.may("find-persons")) return "";
  const link = personLink({ authorityId: entry.authorityId, channel, personId }, view.asked.askedLanguage);
  return html`<p><a href="${link}">${inboxWordsOf(view.words.code).facts.personHeld}</a></p>`;
}

function standing(conversation: DeskConversation, view: ConversationView): Html {
  const all = inboxWordsOf(view.words.code);
  const words = all.facts;
  const { entry, offices } = conversation;
  const { now, timeZone } = view;
  const closesAt = entry.humanUntil ?? entry.windowUntil;
  const rows: [string, string | undefined][] = [
    [words.state, all.states[entry.state]],
    [
      words.deadline,
      entry.deadline
        ? explainDeadline(entry.deadline, { now, timeZone, language: view.words.code })
        : undefined,
    ],
    [
      words.window,
      closesAt
        ? closesAt > now
          ? all.time.alsoWindow(tellMoment(closesAt, view))
          : all.time.windowOver
        : undefined,
    ],
    [words.assignee, entry.assignee === null ? all.nobody : nameOf(entry.assignee, conversation, view)],
    [words.office, offices.find(({ id }) => id === entry.officeId)?.name],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => (value === undefined ? "" : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>`;
}

function about({ under, entry }: DeskConversation, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code).facts;
  const title = html`<h2 id="about" tabindex="-1">${words.title}</h2>`;
  if (!under) return entry.kind === "comment-thread" ? html`${title}<p>${words.unknownPost}</p>` : "";
  const { item } = under;
  const { settings, id: authorityId } = view.authority;
  const now = standingOf(item, settings.timeZone, view.now);
  const told = now.kind === "withdrawn" ? words.withdrawn : isOpen(now) ? words.open : words.closed;
  const place = {
    authorityId,
    language: settings.language,
    usual: settings.language,
    publicUrl: view.publicUrl,
    root: `/${authorityId}`,
    home: `${view.publicUrl}/${authorityId}`,
  };
  const { facts, reference } = item;
  return html`${title}<p class="kind">${view.words.kinds[item.kind]} · <strong>${told}</strong></p>
    <h3 lang="${settings.language}" dir="auto">${item.title}</h3>
    ${factList({ facts, reference, settings }, view.words.code)}
    <ul class="links"><li><a href="${itemAddress(place, item)}">${words.publicPage}</a></li>
      ${under.postUrl && /^https?:\/\//i.test(under.postUrl) ? html`<li><a href="${under.postUrl}" rel="noopener">${words.post}</a></li>` : ""}
      <li><a href="/desk/items/${authorityId}/${under.itemId}">${words.deskPage}</a></li></ul>`;
}

function earlier({ earlier: all, entry }: DeskConversation, view: ConversationView): Html | string {
  const words = inboxWordsOf(view.words.code);
  if (all.length === 0) return "";
  return html`<h2>${words.facts.earlier}</h2><ul class="links">${all.map(
    (one) =>
      html`<li><a href="${conversationLink({ authorityId: entry.authorityId, id: one.id }, view.filter, view.asked.askedLanguage)}">${words.kinds[one.kind]}, ${distance(one.lastMessageAt, view)}</a> <span class="moments">${words.states[one.state]}</span></li>`,
  )}</ul>`;
}
