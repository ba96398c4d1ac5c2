import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { heldButtons, refusedButtons, togetherButtons, wishButtons } from "./act-buttons.ts";
import { tellClosing } from "./closing-part.ts";
import { distance, explanation, icon, itemTitle, notice, technicalDetail } from "./pieces.ts";
import { accountNotice, ailingNotice, noAccountNotice, silentNotice, sourceNotice } from "./place-notices.ts";
import { wantedText } from "./publication-part.ts";
import { explain, explainPublication, tellPublication } from "./telling.ts";
import {
  type HeldTogether,
  isAiling,
  isAnswerWanted,
  isFaulty,
  isInTrouble,
  isSilent,
  lostAt,
  type StoppedItem,
  type Today,
  type TodayAccount,
} from "./today.ts";
import type { AuthorityView } from "./view.ts";

/**
 * What waits for a person, by what is lost first: an account that is gone stops everything; what people can apply for a
 * few days only is worth nothing afterwards; all else can wait for its turn.
 */
export function waitingPart(today: Today, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const { stopped, counts, accounts, sources } = today;
  const heldCount = counts.held - stopped.together.reduce((sum, group) => sum + group.publications, 0);
  const ordered = byEnd(
    [
      ...stopped.held.map((item) => ({ item, tell: heldNotice })),
      ...stopped.refused.map((item) => ({ item, tell: refusedNotice })),
    ],
    view,
  );
  const isGone = (account: TodayAccount) => account.state === "disconnected";
  const notices = [
    ...(accounts.length === 0 ? [noAccountNotice(view)] : []),
    ...accounts.filter(isGone).map((account) => accountNotice(account, view)),
    ...ordered.soon,
    ...accounts.filter(isAiling).map((account) => ailingNotice(account, view)),
    ...accounts.filter((one) => isInTrouble(one) && !isGone(one)).map((one) => accountNotice(one, view)),
    ...stopped.together.map((group) => togetherNotice(group, view)),
    ...ordered.others,
    ...moreThan(heldCount + counts.refused, [...stopped.held, ...stopped.refused], view),
    ...stopped.wishesStopped.map((item) => wishNotice(item, view)),
    ...stopped.uncertain.map((item) => doubtNotice(item, words.uncertain, view)),
    ...stopped.late.map((item) => doubtNotice(item, words.late, view)),
    ...stopped.wishesLate.map((item) => wishNotice(item, view)),
    ...sources.filter(isFaulty).map((source) => sourceNotice(source, view)),
    ...sources.filter((source) => isSilent(source, view.now)).map((source) => silentNotice(source, view)),
  ];
  if (notices.length === 0)
    return html`<p class="calm">${icon("check-circle")} ${isAnswerWanted(today.answering) ? words.calmHere : words.calm}</p>`;
  return html`${notices}`;
}

interface Told {
  item: StoppedItem;
  tell(item: StoppedItem, view: AuthorityView): Html;
}

function byEnd(told: readonly Told[], view: AuthorityView): { soon: Html[]; others: Html[] } {
  const ended = told.map((one) => ({ ...one, at: lostAt(one.item, view.timeZone, view.now)?.getTime() }));
  const soon = ended
    .filter(({ at }) => at !== undefined)
    .sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
  const others = ended.filter(({ at }) => at === undefined);
  const tellAll = (all: typeof ended) => all.map(({ item, tell }) => tell(item, view));
  return { soon: tellAll(soon), others: tellAll(others) };
}

function togetherNotice(group: HeldTogether, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const { reason, items, publications, shown } = group;
  const id = `${reason}-${view.authority.id}`;
  const hidden = publications - shown.length;
  return notice(
    "wait",
    reason === "flood" ? "inbox" : "restore",
    words[reason](items),
    html`${explanation(view.words.reasons[reason], view)}
      ${togetherButtons(group, view)}
      <details id="${id}"><summary id="${id}-s">${words.showHeld(shown.length)}</summary>
        <ul class="held">${shown.map((item) => html`<li><span>${itemTitle(item, `held-${item.id}`)} (${view.words.formats[item.format]})</span> ${heldButtons(item, view)}</li>`)}</ul>
        ${hidden > 0 ? html`<p>${words.more(hidden)}</p>` : ""}
      </details>`,
  );
}

function heldNotice(item: StoppedItem, view: AuthorityView): Html {
  return notice(
    "wait",
    "pause",
    html`${view.words.today.waiting.held}: ${itemTitle(item, `held-${item.id}`)}`,
    html`${explanation(explainPublication(item, view, view.explainers), view)}
      ${closes(item, view)}
      <p class="moments">${whereOf(item, view)}</p>
      ${heldButtons(item, view)}`,
  );
}

function refusedNotice(item: StoppedItem, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  return notice(
    "grave",
    "close-circle",
    html`${words.refused}: ${itemTitle(item, `refused-${item.id}`)}`,
    html`${explanation(explainPublication(item, view, view.explainers), view)}
      ${closes(item, view)}
      <p class="moments">${whereOf(item, view)}${item.settledAt ? html` · ${distance(item.settledAt, view)}` : ""}</p>
      ${refusedButtons(item, view)}
      ${technicalDetail(`why-${item.id}`, item.detail, view)}`,
  );
}

function doubtNotice(item: StoppedItem, label: string, view: AuthorityView): Html {
  const since = item.uncertainSince ?? item.firstTriedAt;
  return notice(
    "doubt",
    "help-circle",
    html`${label}: ${itemTitle(item, `doubt-${item.id}`)}`,
    html`${explanation(explainPublication(item, view, view.explainers), view)}
      <p class="moments">${whereOf(item, view)}: ${tellPublication(item, view)}${since ? html` · ${distance(since, view)}` : ""}</p>
      ${technicalDetail(`why-${item.id}`, item.detail, view)}`,
  );
}

/** A post that is not what it is wanted to be: the network refused it, or every try came to nothing. */
function wishNotice(item: StoppedItem, view: AuthorityView): Html | string {
  const { wish } = item;
  if (!wish) return "";
  const words = view.words.today.waiting.wish[wish.kind];
  const isStopped = wish.nextAt === null;
  const why = explain(wish.reason ?? "", item.channel, view, view.explainers);
  return notice(
    isStopped ? "grave" : "doubt",
    isStopped ? "close-circle" : "clock",
    html`${isStopped ? words.stopped : words.late}: ${itemTitle(item, `wish-${item.id}`)}`,
    html`${explanation(isStopped ? why : { ...why, toDo: words.lateToDo }, view)}
      <p class="moments">${whereOf(item, view)} · ${distance(wish.wantedAt, view)}</p>
      ${wantedText(item, view)}
      ${isStopped ? wishButtons(item, view) : ""}
      ${technicalDetail(`why-${item.id}`, wish.detail, view)}`,
  );
}

/** Said where it is soon: afterwards nobody can apply any more. */
function closes(item: StoppedItem, view: AuthorityView): Html | string {
  if (!lostAt(item, view.timeZone, view.now)) return "";
  return html`<p class="wish">${tellClosing(item.deadline, view)}</p>`;
}

/** "Lavoro Valdilago (storia con foto)" */
function whereOf({ accountName, format }: StoppedItem, view: AuthorityView): string {
  return `${accountName} (${view.words.formats[format]})`;
}

function moreThan(count: number, shown: unknown[], view: AuthorityView): Html[] {
  const hidden = count - shown.length;
  return hidden > 0 ? [html`<p>${view.words.today.waiting.more(hidden)}</p>`] : [];
}
