import { html } from "hono/html";
import type { Explanation } from "../../../channels/channel.ts";
import type { Html, WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { explanation, technicalDetail } from "../pieces.ts";
import { accountsFrame } from "./accounts-page.ts";
import { type AccountsAsked, accountsLink } from "./accounts-view.ts";

/** Why nothing was connected, and what to do. */
export function failedPage(parts: WebParts, asked: AccountsAsked, why: Explanation, detail: string): Html {
  const words = wordsOf(asked.language);
  const reading = { now: parts.clock.now(), timeZone: "Europe/Rome", words };
  return accountsFrame(
    parts,
    asked,
    words.accounts.failed,
    html`<div role="alert">${explanation(why, reading)}</div>
      ${technicalDetail("why", detail, reading)}
      <p>${words.accounts.unchanged}</p>
      <p><a class="btn btn-primary" href="${accountsLink({ authority: asked.authority, lang: asked.askedLanguage })}">${words.accounts.back}</a></p>`,
  );
}
