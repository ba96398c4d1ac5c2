import { html } from "hono/html";
import {
  callbackAddress,
  deauthoriseAddress,
  deleteDataAddress,
} from "../../../conversing/callback-address.ts";
import type { Html, WebParts } from "../../web-parts.ts";
import type { AccountsDone } from "../../words/accounts-words.ts";
import { wordsOf } from "../../words/index.ts";
import { deskLayout } from "../desk-layout.ts";
import { explanation } from "../pieces.ts";
import { readerOf, viewOfAuthority } from "../view.ts";
import { accountPart } from "./account-part.ts";
import {
  type AccountsAsked,
  type AccountsView,
  accountsLink,
  explainTrouble,
  networkOf,
  returnAddress,
} from "./accounts-view.ts";
import { connectAnotherButton, pasteForm } from "./connect-forms.ts";
import type { AccountsOfAuthority } from "./desk-account.ts";

/** The accounts of each authority, how they are, and the ways to connect them. */
export function accountsPage(
  parts: WebParts,
  asked: AccountsAsked & { done: AccountsDone | undefined; deskUrl: string },
  shown: readonly AccountsOfAuthority[],
): Html {
  const words = wordsOf(asked.language).accounts;
  return accountsFrame(
    parts,
    asked,
    words.title,
    html`<p class="lead">${words.lead}</p>
      ${asked.done ? html`<p class="done" role="status">${words.done[asked.done]}</p>` : ""}
      ${shown.map((one) => authoritySection(one, viewOf(parts, asked, one, asked.deskUrl)))}`,
  );
}

/** The frame that all pages about accounts share. */
export function accountsFrame(parts: WebParts, asked: AccountsAsked, title: string, content: Html): Html {
  const words = wordsOf(asked.language);
  return deskLayout(
    {
      language: asked.language,
      title: `${title} – Bacheca`,
      otherAddress: accountsLink({ authority: asked.authority, lang: words.other.code }),
      isDemo: parts.config.isDemo,
      current: "accounts",
      askedLanguage: asked.askedLanguage,
      who: asked.who,
    },
    html`<div class="container accounts"><h1>${title}</h1>${content}</div>`,
  );
}

export function viewOf(
  parts: WebParts,
  asked: AccountsAsked,
  { authority, apps }: Pick<AccountsOfAuthority, "authority" | "apps">,
  deskUrl: string,
): AccountsView {
  return {
    ...viewOfAuthority(readerOf(parts, asked), authority),
    back: { authority: asked.authority, lang: asked.askedLanguage },
    channels: parts.channels,
    apps,
    publicUrl: parts.publicUrl,
    deskUrl,
  };
}

function authoritySection({ authority, accounts, apps }: AccountsOfAuthority, view: AccountsView): Html {
  const words = view.words.accounts;
  return html`<section class="authority" aria-labelledby="authority-${authority.id}">
    <h2 id="authority-${authority.id}">${authority.name}</h2>
    ${accounts.length === 0 ? html`<p>${words.none}</p>` : accounts.map((one) => accountPart(one, view))}
    ${apps.length === 0 ? explanation(explainTrouble("no-app", "", view), view) : ""}
    ${view.may("connect-accounts") ? apps.map((channel) => anotherPart(channel, accounts.length === 0, view)) : ""}
  </section>`;
}

function anotherPart(channel: string, isFirst: boolean, view: AccountsView): Html {
  const { words, authority } = view;
  return html`<div class="account another">
    <h3>${isFirst ? words.accounts.first : words.accounts.another} (${networkOf(channel, view)})</h3>
    <div class="acts">${connectAnotherButton(channel, view)}</div>
    ${pasteForm({ channel }, view)}
    ${addressesPart({ authorityId: authority.id, channel }, view)}
  </div>`;
}

/** What whoever looks after the app has to enter there, to be copied as it is. */
function addressesPart(key: { authorityId: string; channel: string }, view: AccountsView): Html {
  const words = view.words.accounts;
  const id = `addresses-${key.authorityId}-${key.channel}`;
  const addresses = [
    [words.returnAddress, returnAddress(view.deskUrl, key.channel)],
    [words.callbackAddress, callbackAddress(view.publicUrl, key)],
    [words.deauthoriseAddress, deauthoriseAddress(view.publicUrl, key)],
    [words.deleteDataAddress, deleteDataAddress(view.publicUrl, key)],
  ] as const;
  return html`<details id="${id}"><summary id="${id}-s">${words.addresses}</summary>
    <p>${words.addressesLead}</p>
    <dl class="addresses">${addresses.map(([name, address]) => html`<dt>${name}</dt><dd><code>${address}</code></dd>`)}</dl>
  </details>`;
}
