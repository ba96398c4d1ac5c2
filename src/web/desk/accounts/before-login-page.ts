import { html } from "hono/html";
import type { Html, WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { accountsFrame } from "./accounts-page.ts";
import { type AccountsAsked, accountsLink } from "./accounts-view.ts";

/**
 * The last page before the network's window. It tells what to do there; and a link from here may lead elsewhere, while
 * our policy for forms rightly forbids a form to end on another site.
 */
export function beforeLoginPage(
  parts: WebParts,
  asked: AccountsAsked,
  login: { address: string; network: string },
): Html {
  const { before, back } = wordsOf(asked.language).accounts;
  return accountsFrame(
    parts,
    asked,
    before.title(login.network),
    html`<p class="lead">${before.lead}</p>
      <ol>${before.steps.map((step) => html`<li>${step}</li>`)}</ol>
      <p><a id="go" class="btn btn-primary" href="${login.address}">${before.go(login.network)}</a></p>
      <p class="moments">${before.span}</p>
      <p><a href="${accountsLink({ authority: asked.authority, lang: asked.askedLanguage })}">${back}</a></p>`,
  );
}
