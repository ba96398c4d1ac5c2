import { html } from "hono/html";
import type { HealthCheck } from "../../../channels/channel.ts";
import { healthDetail, healthName } from "../../../connecting/explain.ts";
import type { Html } from "../../web-parts.ts";
import { tellMoment } from "../moments.ts";
import { explanation, icon, notice, technicalDetail } from "../pieces.ts";
import { type AccountsView, explainTrouble, networkOf } from "./accounts-view.ts";
import { checkButton, connectButton, pasteForm } from "./connect-forms.ts";
import { type DeskAccount, missingOf, type ShownState, shownState, troublesOf } from "./desk-account.ts";
import { missingPart } from "./missing-part.ts";

const marks: Record<ShownState, string> = {
  active: "published",
  resting: "unknown",
  disconnected: "refused",
  waiting: "waiting",
  off: "off",
};

/** One account: how it stands, what was seen when it was looked over, what is missing, and what can be done. */
export function accountPart(account: DeskAccount, view: AccountsView): Html {
  const words = view.words.accounts;
  const state = shownState(account);
  const id = `${view.authority.id}-${account.id}`;
  return html`<article class="account" aria-labelledby="account-${id}">
    <p class="told"><span class="state state-${marks[state]}">${words.states[state]}</span></p>
    <h3 id="account-${id}">${account.name}</h3>
    <p class="moments">${words.page(account.externalId, networkOf(account.channel, view))}</p>
    ${standingPart(account, state, view)}
    ${troublesOf(account).map((check) => troubleNotice(check, account, view))}
    ${lacksPart(account, view)}
    ${healthPart(account, view)}
    ${actsPart(account, state, view)}
  </article>`;
}

function standingPart(account: DeskAccount, state: ShownState, view: AccountsView): Html {
  const words = view.words.accounts;
  const origin = account.connectedAt
    ? words.ofDesk(tellMoment(account.connectedAt, view))
    : state === "waiting"
      ? ""
      : words.ofFile;
  if (state === "active") return html`<p>${words.active} ${origin}</p>`;
  if (state === "off") return html`<p>${words.off}</p>`;
  const why = explainTrouble(account.reason ?? "", account.channel, view);
  return html`${explanation(why, view)}
    ${origin ? html`<p class="moments">${origin}</p>` : ""}
    ${technicalDetail(`standing-${view.authority.id}-${account.id}`, account.detail, view)}`;
}

function troubleNotice(check: HealthCheck, account: DeskAccount, view: AccountsView): Html {
  const { code } = view.words;
  const name = healthName(check.name, code);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return notice(
    check.state === "fault" ? "grave" : "doubt",
    "warning-circle",
    title,
    html`${explanation(explainTrouble(check.reason ?? "", account.channel, view), view)}
      ${technicalDetail(`check-${view.authority.id}-${account.id}-${check.name}`, healthDetail(check.detail, code), view)}`,
  );
}

function lacksPart(account: DeskAccount, view: AccountsView): Html | string {
  const missing = missingOf(account);
  if (missing.length === 0) return "";
  const { accounts, code } = view.words;
  return html`<h4>${accounts.missingTitle}</h4>
    ${missingPart(missing, view.channels[account.channel], code)}`;
}

function healthPart({ health, healthAt, id }: DeskAccount, view: AccountsView): Html {
  const words = view.words.accounts;
  if (!healthAt) return html`<p class="moments">${words.neverLooked}</p>`;
  const isWell = health.checks.every((check) => check.state === "ok");
  const summary = `${words.lookedAt(tellMoment(healthAt, view))}${isWell ? `, ${words.allWell(health.checks.length)}` : "."}`;
  const key = `checks-${view.authority.id}-${id}`;
  return html`<p class="moments">${isWell ? icon("check-circle") : ""} ${summary}</p>
    <details id="${key}"><summary id="${key}-s">${words.details}</summary>
      <ul class="checks">${health.checks.map((check) => checkLine(check, view))}</ul>
    </details>`;
}

function checkLine(check: HealthCheck, view: AccountsView): Html {
  const { code, accounts } = view.words;
  const mark = { ok: "published", warning: "unknown", fault: "refused" }[check.state];
  const detail = healthDetail(check.detail, code);
  return html`<li><span class="state state-${mark}">${accounts.checkState[check.state]}</span>
    <span>${healthName(check.name, code)}${detail ? html`: ${detail}` : ""}</span></li>`;
}

function actsPart(account: DeskAccount, state: ShownState, view: AccountsView): Html | string {
  if (!view.may("connect-accounts")) return "";
  const hasApp = view.apps.includes(account.channel);
  const mayCheck = state === "active" || state === "disconnected";
  return html`<div class="acts">
      ${hasApp ? connectButton(account, state, view) : ""}
      ${mayCheck ? checkButton(account, view) : ""}
    </div>
    ${hasApp ? pasteForm({ channel: account.channel, account }, view) : ""}`;
}
