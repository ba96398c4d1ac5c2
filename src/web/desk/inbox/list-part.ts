import { html } from "hono/html";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html, WebParts } from "../../web-parts.ts";
import { choice } from "../filter-choice.ts";
import { tellMoment } from "../moments.ts";
import { distance } from "../pieces.ts";
import { readerOf, viewOfAuthority } from "../view.ts";
import type { InboxList, ListedConversation } from "./desk-conversation.ts";
import {
  conversationKinds,
  conversationLink,
  type InboxFilter,
  inboxGroups,
  inboxLink,
  isNarrowed,
} from "./inbox-filter.ts";
import type { InboxAsked } from "./inbox-view.ts";
import { firstWordsOf } from "./shown-text.ts";
import { tellTimeLeft, urgencyOf } from "./time-left.ts";
import { inboxWordsOf } from "./words/index.ts";

/** The list with what chooses from it; `current` is the conversation that is open beside it. */
export function listPart(
  parts: WebParts,
  asked: InboxAsked,
  list: InboxList,
  shown: { current: string | undefined; head: Html | string },
): Html {
  const words = inboxWordsOf(asked.language);
  return html`<section class="inbox-list" aria-label="${words.list}">
    ${shown.head}
    ${groupChoice(asked, list.filter)}
    ${filterForm(asked, list)}
    <div id="inbox-entries" data-live>${entries(parts, asked, list, shown.current)}</div>
    ${pageLinks(asked, list)}
  </section>`;
}

function groupChoice(asked: InboxAsked, filter: InboxFilter): Html {
  const words = inboxWordsOf(asked.language);
  return html`<nav class="inbox-groups" aria-label="${words.byGroup}"><ul>${inboxGroups.map(
    (group) =>
      html`<li><a ${filter.group === group ? html`aria-current="true"` : ""} href="${inboxLink({ ...filter, group, page: 1 }, asked.askedLanguage)}">${words.groups[group]}</a></li>`,
  )}</ul></nav>`;
}

function filterForm(asked: InboxAsked, { filter, authorities, offices }: InboxList): Html {
  const words = inboxWordsOf(asked.language);
  const kinds = conversationKinds.map((id) => ({ id, name: words.kinds[id] }));
  return html`<form method="get" action="/desk/inbox" class="inbox-search" role="search" aria-label="${words.search}">
    ${hidden("lang", asked.askedLanguage)}${hidden("show", filter.group === "waits" ? undefined : filter.group)}
    <div class="field"><label for="q">${words.text}</label>
      <input id="q" name="q" type="search" value="${filter.text ?? ""}" maxlength="200" autocomplete="off"></div>
    <details id="more-filters" ${filter.kind || filter.office || filter.authority ? html`open` : ""}><summary id="more-filters-s">${words.kind}${authorities.length > 1 ? html`, ${words.authority}` : ""}${offices.length > 1 ? html`, ${words.office}` : ""}</summary>
    ${choice("kind", words.kind, words.anyKind, kinds, filter.kind)}
    ${authorities.length > 1 ? choice("authority", words.authority, words.anyAuthority, authorities, filter.authority) : ""}
    ${offices.length > 1 ? choice("office", words.office, words.anyOffice, offices, filter.office) : ""}</details>
    <div class="filter-acts"><button type="submit" class="btn btn-outline-primary">${words.find}</button>
      ${isNarrowed(filter) ? html`<a href="${inboxLink({ group: filter.group }, asked.askedLanguage)}">${words.showAll}</a>` : ""}</div>
  </form>`;
}

function entries(parts: WebParts, asked: InboxAsked, list: InboxList, current: string | undefined): Html {
  const words = inboxWordsOf(asked.language);
  const { filter, authorities } = list;
  if (list.entries.length === 0) {
    const isAll = filter.group === "waits" && !isNarrowed(filter) && filter.page === 1;
    return html`<p class="inbox-none">${isAll ? words.nothingWaits : words.noneFound}</p>`;
  }
  const reader = readerOf(parts, asked);
  const views = new Map(authorities.map((one) => [one.id, viewOfAuthority(reader, one)]));
  return html`<ol class="entries">${list.entries.map((entry) => {
    const view = views.get(entry.authorityId);
    const isOfSeveral = authorities.length > 1 && filter.authority === undefined;
    return view ? entryRow(entry, { view, asked, list, isCurrent: entry.id === current, isOfSeveral }) : "";
  })}</ol>`;
}

interface RowFrame {
  view: ReturnType<typeof viewOfAuthority>;
  asked: InboxAsked;
  list: InboxList;
  isCurrent: boolean;
  isOfSeveral: boolean;
}

const firstSigns = 90;

function entryRow(entry: ListedConversation, { view, asked, list, isCurrent, isOfSeveral }: RowFrame): Html {
  const words = inboxWordsOf(asked.language);
  const { filter, names, offices } = list;
  const link = conversationLink(entry, filter, asked.askedLanguage);
  const time = tellTimeLeft(entry, view);
  // Only while they wait: of long ago it would be a name tag.
  const isInNeed = entry.isInNeed && entry.waitingSince !== null;
  const urgency = isInNeed ? "late" : urgencyOf(entry, view.now);
  const office = offices.length > 1 ? offices.find(({ id }) => id === entry.officeId)?.name : undefined;
  const whose = entry.assignee === null ? undefined : (names.get(entry.assignee) ?? words.formerColleague);
  const about = [
    words.kinds[entry.kind],
    ...(isOfSeveral ? [view.authority.name] : []),
    ...(office === undefined ? [] : [office]),
    ...(whose === undefined ? [] : [words.of(whose)]),
  ];
  return html`<li class="entry-row${urgency ? ` is-${urgency}` : ""}">
    <a id="open-${entry.id}" href="${link}" ${isCurrent ? html`aria-current="true"` : ""}>
      <span class="entry-who"><bdi>${firstWordsOf(entry.personName ?? words.someone, 60)}</bdi></span>
      <span class="entry-when">${distance(entry.lastMessageAt, view)}</span>
      <span class="entry-words"><bdi>${firstWordsOf(entry.lastText ?? words.noWords, firstSigns)}</bdi></span>
      ${entry.title === null ? "" : html`<span class="entry-under">${words.under(firstWordsOf(entry.title, 70))}</span>`}
      <span class="entry-about">${about.join(" · ")}</span>
      <span class="entry-state">${isInNeed ? html`<strong>${words.inNeed}</strong> · ` : ""}${standing(entry, view, time)}</span>
    </a></li>`;
}

function standing(entry: ListedConversation, view: RowFrame["view"], time: string): Html {
  const words = inboxWordsOf(view.words.code);
  const { snoozedUntil, snoozeReason, reply } = entry;
  const isSnoozed = snoozedUntil !== null && snoozedUntil > view.now;
  return html`<strong>${time === "" ? words.states[entry.state] : time}</strong>${
    entry.needsAnswer === "probably-not" ? html` · ${words.perhapsThanks}` : ""
  }${reply === null ? "" : html` · <span class="reply-${reply}">${words.replyMark[reply]}</span>`}${
    isSnoozed ? html` · ${words.snoozedUntil(tellMoment(snoozedUntil, view), snoozeReason ?? "")}` : ""
  }`;
}

function pageLinks(asked: InboxAsked, { filter, hasMore }: InboxList): Html | string {
  const words = inboxWordsOf(asked.language);
  if (!hasMore && filter.page === 1) return "";
  const link = (page: number, label: string) =>
    html`<li><a class="choice" href="${inboxLink({ ...filter, page }, asked.askedLanguage)}">${label}</a></li>`;
  return html`<nav class="chooser pages" aria-label="${words.pages}"><ul>
    ${filter.page > 1 ? link(filter.page - 1, words.newer) : ""}
    ${hasMore ? link(filter.page + 1, words.older) : ""}
  </ul></nav>`;
}
