import { html } from "hono/html";
import type { Html } from "../../web-parts.ts";
import { type AccountsView, networkOf } from "./accounts-view.ts";
import type { DeskAccount, ShownState } from "./desk-account.ts";

/** What is to be connected: one account (again), or whatever Pages people choose. */
export interface Aim {
  channel: string;
  account?: Pick<DeskAccount, "id" | "name">;
}

/** Leads to the network's login; the plainest button where that is what is needed. */
export function connectButton(account: DeskAccount, state: ShownState, view: AccountsView): Html {
  const words = view.words.accounts;
  const network = networkOf(account.channel, view);
  const isNeeded = state === "waiting" || state === "disconnected";
  return connectForm(
    { channel: account.channel, account },
    state === "waiting" ? words.connect(network) : words.connectAgain(network),
    isNeeded ? "btn-primary" : "btn-outline-primary",
    view,
  );
}

/** For a Page that has no account yet. */
export function connectAnotherButton(channel: string, view: AccountsView): Html {
  const label = view.words.accounts.connectAnother(networkOf(channel, view));
  return connectForm({ channel }, label, "btn-outline-primary", view);
}

function connectForm(aim: Aim, label: string, look: string, view: AccountsView): Html {
  return html`<form method="post" action="/desk/accounts/${view.authority.id}/connect" class="act">
    ${hiddenFields(aim, view)}
    <button id="connect-${idOf(aim, view)}" type="submit" class="btn btn-sm ${look}">${label}${about(aim)}</button>
  </form>`;
}

export function checkButton(account: DeskAccount, view: AccountsView): Html {
  const aim = { channel: account.channel, account };
  return html`<form method="post" action="/desk/accounts/${view.authority.id}/${account.id}/check" class="act">
    ${hiddenFields(aim, view)}
    <button id="check-${idOf(aim, view)}" type="submit" class="btn btn-sm btn-outline-primary">${view.words.accounts.checkNow}${about(aim)}</button>
  </form>`;
}

/** Folded away: most people connect by logging in. Browsers are told to keep nothing of what is pasted. */
export function pasteForm(aim: Aim, view: AccountsView): Html {
  const words = view.words.accounts;
  const id = `paste-${idOf(aim, view)}`;
  return html`<details id="${id}"><summary id="${id}-s">${words.pasteTitle}${about(aim)}</summary>
    <form method="post" action="/desk/accounts/${view.authority.id}/token" class="paste">
      ${hiddenFields(aim, view)}
      <p id="${id}-lead">${words.pasteLead}</p>
      <label for="${id}-token">${words.pasteLabel}</label>
      <input id="${id}-token" name="token" type="password" required maxlength="8192" autocomplete="off"
        autocapitalize="none" spellcheck="false" aria-describedby="${id}-lead">
      <button id="${id}-button" type="submit" class="btn btn-sm btn-outline-primary">${words.pasteButton}</button>
    </form>
  </details>`;
}

/** Where the sender of a form goes back to, and what it is about. */
function hiddenFields({ channel, account }: Aim, { back }: AccountsView): Html {
  const fields = { channel, account: account?.id, authority: back.authority, lang: back.lang };
  return html`${Object.entries(fields).map(([name, value]) =>
    value === undefined ? "" : html`<input type="hidden" name="${name}" value="${value}">`,
  )}`;
}

function idOf({ channel, account }: Aim, { authority }: AccountsView): string {
  return `${authority.id}-${account?.id ?? `new-${channel}`}`;
}

/** Tells a screen reader which of many equal buttons this is. */
function about({ account }: Aim): Html | string {
  return account ? html`<span class="visually-hidden">: ${account.name}</span>` : "";
}
