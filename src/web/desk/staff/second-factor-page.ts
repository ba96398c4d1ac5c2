import { html } from "hono/html";
import { totpAddress } from "../../../staff/one-time-code.ts";
import { mustHaveSecondFactor } from "../../../staff/rights.ts";
import { field, hidden } from "../../sign-in/form-parts.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { qrSquare } from "./qr-square.ts";
import { staffFrame } from "./staff-frame.ts";
import type { StaffView } from "./staff-view.ts";
import { staffWordsOf } from "./words/index.ts";

/** How to share a secret with an authenticator. It travels in the form, sealed, until a code proves that it arrived. */
export function secondFactorPage(
  view: StaffView,
  secret: { plain: string; sealed: string },
  troubles: readonly string[] = [],
): Html {
  const { secondFactor: words } = staffWordsOf(view.language);
  const { staff } = view.who;
  return staffFrame(
    view,
    { title: words.title, path: "/desk/me/second-factor", troubles },
    html`<p>${words.lead}</p>
      ${mustHaveSecondFactor(staff) ? html`<p class="said">${words.obliged}</p>` : ""}
      <ol class="set-up">
        <li>${words.app}</li>
        <li>${words.square}
          ${qrSquare(totpAddress(secret.plain, staff.email), words.squareLabel)}
          <p class="hint">${words.key} <code>${inFours(secret.plain)}</code></p></li>
        <li><form method="post" action="/desk/me/second-factor" class="entry-form">
          ${hidden("lang", view.askedLanguage)}${hidden("secret", secret.sealed)}
          ${field({
            name: "code",
            label: words.code,
            autocomplete: "one-time-code",
            isCode: true,
            isWrong: troubles.length > 0,
          })}
          <button type="submit" class="btn btn-primary">${words.confirm}</button>
        </form></li>
      </ol>`,
  );
}

/** Shown once: after this page only their hashes are left. */
export function recoveryCodesPage(view: StaffView, codes: readonly string[]): Html {
  const { secondFactor: words } = staffWordsOf(view.language);
  return staffFrame(
    view,
    { title: words.codesTitle },
    html`<p class="said" role="status">${words.codesLead}</p>
      <ul class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
      <p><a class="btn btn-primary" href="${withQuery("/desk", { lang: view.askedLanguage })}">${words.codesKept}</a></p>`,
  );
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
