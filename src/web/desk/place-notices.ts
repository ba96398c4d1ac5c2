import { html } from "hono/html";
import { earlyTry, notConnected } from "../../publishing/account.ts";
import type { Html } from "../web-parts.ts";
import { accountsLink, explainTrouble } from "./accounts/accounts-view.ts";
import { resumeButton } from "./act-buttons.ts";
import { itemsLink } from "./items/item-filter.ts";
import { tellMoment, tellNext } from "./moments.ts";
import { explanation, notice, technicalDetail } from "./pieces.ts";
import { explain } from "./telling.ts";
import type { TodayAccount, TodaySource } from "./today.ts";
import type { AuthorityView } from "./view.ts";

/** What is the matter with a portal or an account, and where it is mended. */

export function accountNotice(account: TodayAccount, view: AuthorityView): Html {
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
      ${isGone ? toAccounts(view.words.accounts.today.connect, view) : ""}
      ${resumePart(account, view)}
      ${technicalDetail(`why-${view.authority.id}-${account.id}`, account.detail, view)}`,
  );
}

/** The first days of an installation: all looks well, and nothing leaves. */
export function noAccountNotice(view: AuthorityView): Html {
  const { title, told, toDo, ask } = view.words.today.waiting.noAccount;
  const isTheirs = view.may("connect-accounts");
  return notice(
    "grave",
    "warning-circle",
    title,
    html`${explanation({ happened: told, toDo: isTheirs ? toDo : ask }, view)}
      ${isTheirs ? toAccounts(view.words.accounts.today.connect, view) : ""}`,
  );
}

function resumePart(account: TodayAccount, view: AuthorityView): Html | string {
  const words = view.words.today.waiting;
  const early = earlyTry(account, view.now);
  if (early === undefined || !view.may("publish")) return "";
  return html`<p>${early === "harmless" ? words.tryNowHarmless : words.tryNowRisky}</p>
    ${resumeButton(account, view)}`;
}

/** It still publishes, and will not for long, or not all: told before it stops. */
export function ailingNotice(account: TodayAccount, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const [first] = account.seen.troubles;
  const isGrave = first?.state === "fault" || /-within-3-days$|-expired$/.test(first?.reason ?? "");
  const others = account.seen.troubles.length - 1;
  return notice(
    isGrave ? "grave" : "doubt",
    isGrave ? "warning-circle" : "clock",
    words.accountAiling(account.name),
    html`${explanation(explainTrouble(first?.reason ?? "", account.channel, view), view)}
      ${others > 0 ? html`<p>${words.more(others)}</p>` : ""}
      ${toAccounts(words.seeAccount, view)}`,
  );
}

function toAccounts(label: string, { authority, back }: AuthorityView): Html {
  return html`<p><a href="${accountsLink({ authority: authority.id, lang: back.lang })}">${label}</a></p>`;
}

export function sourceNotice(source: TodaySource, view: AuthorityView): Html {
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

/** It answers, and brings nothing for weeks. Nobody can tell from here whether that is right. */
export function silentNotice(source: TodaySource, view: AuthorityView): Html {
  const words = view.words.today.waiting;
  const last = source.lastNewAt ? tellMoment(source.lastNewAt, view) : "";
  const link = itemsLink({ authority: view.authority.id }, view.back.lang);
  return notice(
    "doubt",
    "help-circle",
    words.sourceSilent(source.name),
    html`${explanation(words.silent(last), view)}
      <p><a href="${link}">${view.words.today.latest.all}</a></p>`,
  );
}
