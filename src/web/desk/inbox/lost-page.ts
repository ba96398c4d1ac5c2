import { html } from "hono/html";
import type { Html } from "../../web-parts.ts";
import { deskLayout } from "../desk-layout.ts";
import { inboxLink } from "./inbox-filter.ts";
import type { InboxAsked } from "./inbox-view.ts";
import { inboxWordsOf } from "./words/index.ts";

/** The conversation is gone, and with it the place for a draft: the words themselves come back. */
export function lostPage(asked: InboxAsked, text: string): Html {
  const words = inboxWordsOf(asked.language);
  const { language, askedLanguage, isDemo, who } = asked;
  return deskLayout(
    { language, askedLanguage, isDemo, who, title: `${words.title} – Bacheca`, current: "inbox" },
    html`<div class="container entry"><h1>${words.title}</h1>
      <p class="not-taken" role="alert" id="lost">${words.lostText}</p>
      <div class="field"><label for="lost-text">${words.reply.text}</label><textarea id="lost-text" rows="12" readonly aria-describedby="lost">${text}</textarea></div>
      <p class="way-back"><a href="${inboxLink({}, askedLanguage)}">${words.back}</a></p></div>`,
  );
}
