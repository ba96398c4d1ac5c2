import { html } from "hono/html";
import type { InboxEntry } from "../../conversing/inbox/inbox-store.ts";
import { en } from "../../moderating/recognising/words/en.ts";
import { it } from "../../moderating/recognising/words/it.ts";
import { withQuery } from "../sign-in/sign-in-page.ts";
import type { Html } from "../web-parts.ts";
import { takeOnButton } from "./act-buttons.ts";
import { type Answering, gravestFirst, type OpenAlert } from "./answering.ts";
import { tellTimeLeft } from "./inbox/time-left.ts";
import { queuedLink } from "./moderation/moderation-filter.ts";
import { distance, icon, notice } from "./pieces.ts";
import { raidPart } from "./raid-part.ts";
import { reviewsLink } from "./reviews/review-link.ts";
import type { AuthorityView } from "./view.ts";

/** What somebody must take on at once. Nothing at all where nothing is: a heading over nothing would frighten. */
export function alertsPart({ alerts, openAlerts, raid }: Answering, view: AuthorityView): Html {
  if (alerts.length === 0 && !raid) return html``;
  const words = view.words.today.answering;
  const hidden = openAlerts - alerts.length;
  // One thing is told in one place: while the raid itself is shown, its alert is the button there.
  const ofRaid = raid && alerts.find(({ kind }) => kind === "raid");
  const others = alerts.filter((alert) => alert !== ofRaid);
  return html`<h3>${words.alerts}</h3>
    ${raid ? raidPart(raid, view, { acts: ofRaid && alertActs(ofRaid, view) }) : ""}
    ${[...Map.groupBy(others, ({ kind }) => kind)].map(([kind, alike]) => alikePart(kind, alike, view))}
    ${hidden > 0 ? html`<p>${words.more(hidden)}</p>` : ""}`;
}

/** So many of one kind are open; a single further one takes as much room folded as shown. */
const openOfAKind = 2;

/** Ten of a kind must not hide who waits below them; what is gravest is never folded. */
function alikePart(kind: string, alerts: readonly OpenAlert[], view: AuthorityView): Html {
  const shown = gravestFirst.includes(kind) || alerts.length <= openOfAKind + 1 ? alerts.length : openOfAKind;
  const told = alerts.map((alert) => alertNotice(alert, view));
  const id = `alike-${view.authority.id}-${kind}`;
  const more = view.words.today.answering.alike(alerts.length - shown, tellAlert(kind, view));
  return html`${told.slice(0, shown)}${
    shown === alerts.length
      ? ""
      : html`<details class="alike" id="${id}"><summary id="${id}-s">${more}</summary>${told.slice(shown)}</details>`
  }`;
}

function alertNotice(alert: OpenAlert, view: AuthorityView): Html {
  const { kind, conversationId, personName, raisedAt } = alert;
  const words = view.words.today.answering;
  const title = tellAlert(kind, view);
  const who = personName ?? words.nobodyNamed;
  return notice(
    gravestFirst.includes(kind) ? "grave" : "wait",
    "warning-circle",
    title,
    html`<p class="moments">${conversationId ? html`${who} · ` : ""}${distance(raisedAt, view)}</p>
      ${alertActs(alert, view)}`,
  );
}

/** Where one goes, and the button of whoever goes. */
function alertActs(alert: OpenAlert, view: AuthorityView): Html {
  const about = aboutOf(alert, view);
  const place = placeOf(alert, view);
  return html`<div class="acts alert-acts">${takeOnButton(alert.id, about, view)}
    ${place ? html`<a id="alert-${alert.id}" href="${place.path}">${place.label}${alert.conversationId ? html`<span class="visually-hidden">: ${about}</span>` : ""}</a>` : ""}</div>`;
}

function aboutOf({ kind, conversationId, personName }: OpenAlert, view: AuthorityView): string {
  const title = tellAlert(kind, view);
  return conversationId ? `${title}, ${personName ?? view.words.today.answering.nobodyNamed}` : title;
}

/** Where it is seen to: what was passed on to be decided, in moderation; whom something is about, in their conversation. */
function placeOf(
  { kind, conversationId, messageId }: OpenAlert,
  view: AuthorityView,
): { path: string; label: string } | undefined {
  const { words, back, may, authority } = view;
  const { openReviews, openModeration, openComment, openTalk } = words.today.answering;
  if (kind === "escalation" && messageId && may("moderate")) {
    const key = { authorityId: authority.id, messageId };
    return { path: queuedLink(key, {}, back.lang), label: openComment };
  }
  if (conversationId) return { path: talkLink(conversationId, view), label: openTalk };
  if (!may("moderate")) return undefined;
  if (kind.startsWith("review-")) return { path: reviewsLink(back.lang), label: openReviews };
  if (kind !== "raid") return undefined;
  return { path: withQuery("/desk/moderation", { lang: back.lang }), label: openModeration };
}

function tellAlert(kind: string, { words }: AuthorityView): string {
  const told: Record<string, string> = {
    ...(words.code === "it" ? it : en).alerts,
    ...words.today.answering.otherAlerts,
  };
  return Object.hasOwn(told, kind) ? (told[kind] as string) : words.today.answering.otherAlerts.other;
}

/** Who waits, in figures and by name: the first five by what is lost first. */
export function waitersPart({ counts, waiters }: Answering, view: AuthorityView): Html {
  const words = view.words.today.answering;
  const title = html`<h3>${words.title}</h3>`;
  if (counts.waiting === 0) return html`${title}<p class="calm">${icon("check-circle")} ${words.none}</p>`;
  const marks = { waiting: "open", overdue: "refused", dueToday: "held", unassigned: "open" } as const;
  const names = ["waiting", "overdue", "dueToday", "unassigned"] as const;
  return html`${title}
    <dl class="numbers">${names.map(
      (name) =>
        html`<div class="number ${counts[name] > 0 ? `number-${marks[name]}` : ""}"><dt>${words.counts[name]}</dt><dd>${counts[name]}</dd></div>`,
    )}</dl>
    <ol class="waiters">${waiters.map((entry) => waiter(entry, view))}</ol>`;
}

function waiter(entry: InboxEntry, view: AuthorityView): Html {
  const words = view.words.today.answering;
  const isLate = entry.leadsAt !== null && entry.leadsAt <= view.now;
  const end = tellTimeLeft(entry, view);
  return html`<li>
    <p class="told"><a id="waiter-${entry.id}" href="${talkLink(entry.id, view)}">${entry.personName ?? words.nobodyNamed}</a>${
      end === "" ? "" : html` <span class="state state-${isLate ? "refused" : "open"}">${end}</span>`
    }</p>
    <p class="excerpt">${entry.lastText ?? words.withoutText}</p>
    ${entry.waitingSince ? html`<p class="moments">${words.waits} ${distance(entry.waitingSince, view)}</p>` : ""}
  </li>`;
}

function talkLink(conversationId: string, { authority, back }: AuthorityView): string {
  const path = `/desk/inbox/${authority.id}/${conversationId}`;
  return back.lang === undefined ? path : `${path}?lang=${back.lang}`;
}
