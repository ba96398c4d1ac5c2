import { html } from "hono/html";
import { earlyTry, notConnected } from "../../publishing/account.ts";
import type { Html } from "../web-parts.ts";
import { accountsLink } from "./accounts/accounts-view.ts";
import { heldButtons, refusedButtons, resumeButton, togetherButtons, wishButtons } from "./act-buttons.ts";
import { tellMoment, tellNext } from "./moments.ts";
import { distance, explanation, icon, itemTitle, notice, technicalDetail } from "./pieces.ts";
import { wantedText } from "./publication-part.ts";
import { explain, explainPublication, tellPublication } from "./telling.ts";
import {
  type HeldTogether,
  isAnswerWanted,
  isFaulty,
  isInTrouble,
  type StoppedItem,
  type Today,
  type TodayAccount,
  type TodaySource,
} from "./today.ts";
import type { AuthorityView } from "./view.ts";

/** What waits for a person, the gravest first: an account that is gone stops everything, one refused post only itself. */
export function waitingPart(today: Today, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const { stopped, counts } = today;
  const heldCount = counts.held - stopped.together.reduce((sum, group) => sum + group.publications, 0);
  const notices = [
    ...today.accounts.filter(isInTrouble).map((account) => accountNotice(account, view)),
    ...stopped.together.map((group) => togetherNotice(group, view)),
    ...stopped.held.map((item) => heldNotice(item, view)),
    ...moreThan(heldCount, stopped.held, view),
    ...stopped.refused.map((item) => refusedNotice(item, view)),
    ...moreThan(counts.refused, stopped.refused, view),
    ...stopped.wishesStopped.map((item) => wishNotice(item, view)),
    ...stopped.uncertain.map((item) => doubtNotice(item, words.uncertain, view)),
    ...stopped.late.map((item) => doubtNotice(item, words.late, view)),
    ...stopped.wishesLate.map((item) => wishNotice(item, view)),
    ...today.sources.filter(isFaulty).map((source) => sourceNotice(source, view)),
  ];
  if (notices.length === 0)
    return html`<p class="calm">${icon("check-circle")} ${isAnswerWanted(today.answering) ? words.calmHere : words.calm}</p>`;
  return html`${notices}`;
}

function accountNotice(account: TodayAccount, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const isGone = account.state === "disconnected";
  const isWaiting = account.reason === notConnected;
  const title = isWaiting
    ? `${account.name}: ${view.words.accounts.today.waiting}`
    : isGone
      ? words.accountDisconnected(account.name)
      : words.accountResting(account.name);
  const moments = [
    ...(account.since ? [words.since(tellMoment(account.since, view))] : []),
    ...(account.restUntil ? [words.until(tellNext(account.restUntil, view))] : []),
  ];
  return notice(
    isGone ? "grave" : "doubt",
    isGone ? "warning-circle" : "clock",
    title,
    html`${explanation(explain(account.reason ?? "", account.channel, view, view.explainers), view)}
      <p class="moments">${moments.join(" ")}</p>
      ${isGone ? html`<p><a href="${accountsLink({ authority: view.authority.id, lang: view.back.lang })}">${view.words.accounts.today.connect}</a></p>` : ""}
      ${resumePart(account, view)}
      ${technicalDetail(`why-${view.authority.id}-${account.id}`, account.detail, view)}`,
  );
}

function resumePart(account: TodayAccount, view: AuthorityView): Html | string {
  const words = view.words.today.waiting;
  const early = earlyTry(account, view.now);
  if (early === undefined || !view.may("publish")) return "";
  return html`<p>${early === "harmless" ? words.tryNowHarmless : words.tryNowRisky}</p>
    ${resumeButton(account, view)}`;
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

/** "Lavoro Valdilago (storia con foto)" */
function whereOf({ accountName, format }: StoppedItem, view: AuthorityView): string {
  return `${accountName} (${view.words.formats[format]})`;
}

function sourceNotice(source: TodaySource, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const { faults, generalFault } = view.words;
  const fault = source.fault ?? "";
  const why = Object.hasOwn(faults, fault) ? faults[fault as keyof typeof faults] : generalFault;
  return notice(
    "doubt",
    "warning-circle",
    words.sourceFault(source.name),
    html`${explanation(why, view)}
      <p class="moments">${words.triesInVain(source.faults)}${
        source.faultSince ? ` ${words.since(tellMoment(source.faultSince, view))}` : ""
      }${source.nextLookAt ? ` ${words.until(tellNext(source.nextLookAt, view))}` : ""}</p>
      ${technicalDetail(`why-${view.authority.id}-source-${source.id}`, source.faultDetail, view)}`,
  );
}

function moreThan(count: number, shown: unknown[], view: AuthorityView): Html[] {
  const hidden = count - shown.length;
  return hidden > 0 ? [html`<p>${view.words.today.waiting.more(hidden)}</p>`] : [];
}
