import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { tellMoment, tellNext } from "./moments.ts";
import { actButton, distance, explanation, icon, itemTitle, technicalDetail } from "./pieces.ts";
import { explain, explainPublication, tellPublication } from "./telling.ts";
import {
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
  const notices = [
    ...today.accounts.filter(isInTrouble).map((account) => accountNotice(account, view)),
    ...(counts.floodItems > 0 ? [floodNotice(today, view)] : []),
    ...stopped.held.filter(({ reason }) => reason !== "flood").map((item) => heldNotice(item, view)),
    ...stopped.refused.map((item) => refusedNotice(item, view)),
    ...moreThan(counts.refused, stopped.refused, view),
    ...stopped.uncertain.map((item) => doubtNotice(item, words.uncertain, view)),
    ...stopped.late.map((item) => doubtNotice(item, words.late, view)),
    ...today.sources.filter(isFaulty).map((source) => sourceNotice(source, view)),
  ];
  if (notices.length === 0) return html`<p class="calm">${icon("check-circle")} ${words.calm}</p>`;
  return html`${notices}`;
}

function notice(kind: "grave" | "wait" | "doubt", symbol: string, title: Html | string, content: Html): Html {
  return html`<article class="notice notice-${kind}">
    <h4>${icon(symbol)} <span>${title}</span></h4>
    ${content}
  </article>`;
}

function accountNotice(account: TodayAccount, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const isGone = account.state === "disconnected";
  const title = isGone ? words.accountDisconnected(account.name) : words.accountResting(account.name);
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
      ${technicalDetail(`why-${view.authority.id}-${account.id}`, account.detail, view)}`,
  );
}

function floodNotice(today: Today, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const { floodItems } = today.counts;
  const id = view.authority.id;
  const shown = today.stopped.held.filter(({ reason }) => reason === "flood");
  const hidden = today.counts.held - today.stopped.held.length;
  return notice(
    "wait",
    "inbox",
    words.flood(floodItems),
    html`${explanation(view.words.reasons.flood, view)}
      ${actButton(view, {
        address: `/desk/authorities/${id}/release-flood`,
        id: `release-flood-${id}`,
        label: words.publishAll(floodItems),
        isMain: true,
      })}
      <details id="flood-${id}"><summary id="flood-${id}-s">${words.showHeld(shown.length)}</summary>
        <ul class="held">${shown.map((item) => html`<li>${itemTitle(item, `held-${item.id}`)} ${releaseButton(item, view)}</li>`)}</ul>
        ${hidden > 0 ? html`<p>${words.more(hidden)}</p>` : ""}
      </details>`,
  );
}

function heldNotice(item: StoppedItem, view: AuthorityView): Html {
  return notice(
    "wait",
    "pause",
    html`${view.words.today.waiting.held}: ${itemTitle(item, `held-${item.id}`)}`,
    html`${explanation(explainPublication(item, view, view.explainers), view)} ${releaseButton(item, view)}`,
  );
}

function releaseButton(item: StoppedItem, view: AuthorityView): Html {
  return actButton(view, {
    address: `/desk/publications/${view.authority.id}/${item.id}/release`,
    id: `release-${item.id}`,
    label: view.words.today.waiting.publish,
    about: item.title,
  });
}

function refusedNotice(item: StoppedItem, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  return notice(
    "grave",
    "close-circle",
    html`${words.refused}: ${itemTitle(item, `refused-${item.id}`)}`,
    html`${explanation(explainPublication(item, view, view.explainers), view)}
      <p class="moments">${item.accountName}${item.settledAt ? html` · ${distance(item.settledAt, view)}` : ""}</p>
      ${actButton(view, {
        address: `/desk/publications/${view.authority.id}/${item.id}/send-again`,
        id: `again-${item.id}`,
        label: words.sendAgain,
        about: item.title,
      })}
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
      <p class="moments">${item.accountName}: ${tellPublication(item, view)}${since ? html` · ${distance(since, view)}` : ""}</p>
      ${technicalDetail(`why-${item.id}`, item.detail, view)}`,
  );
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
