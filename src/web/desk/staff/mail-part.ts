import { html } from "hono/html";
import type { RetryReason } from "../../../mailing/letter.ts";
import type { MailChoice } from "../../../mailing/telling/audience.ts";
import { mailWordsOf } from "../../../mailing/words/index.ts";
import { hidden } from "../../sign-in/form-parts.ts";
import type { Html } from "../../web-parts.ts";
import { tick } from "./people-page.ts";
import type { StaffView } from "./staff-view.ts";
import { staffWordsOf } from "./words/index.ts";

/** What one hears of by mail. */
export interface MailShown {
  choice: MailChoice;
  /** Whether letters leave at all; a reason: the server takes none for now. */
  state: "none" | "well" | RetryReason;
  /** Whether it is theirs to see to that letters leave. */
  isTheirs: boolean;
}

/** What one is written about, chosen by oneself; for administrators also why nothing leaves. */
export function mailPart(view: StaffView, { choice, state, isTheirs }: MailShown): Html {
  const { mail: words, me } = staffWordsOf(view.language);
  return html`<section aria-labelledby="mail"><h2 id="mail">${words.title}</h2>
    <p>${words.lead(view.who.staff.email)}</p>
    ${stateLine(state, isTheirs, view)}
    <form method="post" action="/desk/me/mail" class="entry-form">
      ${hidden("lang", view.askedLanguage)}
      ${box("alerts", choice.alerts, words.alerts, words.alertsHint)}
      ${box("warnings", choice.warnings, words.warnings, words.warningsHint)}
      ${box("digest", choice.digest, words.digest, words.digestHint)}
      <div class="field"><label for="digest-hour">${words.digestHour}</label>
        <select id="digest-hour" name="digest-hour">${Array.from(
          { length: 24 },
          (_, hour) =>
            html`<option value="${hour}" ${hour === choice.digestHour ? html`selected` : ""}>${`${hour}:00`}</option>`,
        )}</select></div>
      <button type="submit" class="btn btn-outline-primary">${me.save}<span class="visually-hidden"> (${words.title})</span></button>
    </form></section>`;
}

function stateLine(state: MailShown["state"], isTheirs: boolean, view: StaffView): Html | string {
  const { mail: words } = staffWordsOf(view.language);
  if (state === "well") return "";
  if (state === "none") return html`<p><strong>${words.none}</strong> ${isTheirs ? words.noneToDo : ""}</p>`;
  const { happened, toDo } = mailWordsOf(view.language).serverTroubles[state];
  return html`<p><strong>${isTheirs ? happened : words.waits}</strong> ${isTheirs ? toDo : ""}</p>`;
}

function box(name: string, isTicked: boolean, label: string, hint: string): Html {
  return tick({ name, id: `mail-${name}`, value: "yes", isTicked, label, hint });
}
