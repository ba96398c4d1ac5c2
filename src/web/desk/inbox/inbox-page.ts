import { html } from "hono/html";
import type { Html, WebParts } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import type { InboxList } from "./desk-conversation.ts";
import { type InboxEnd, isDone } from "./inbox-end.ts";
import { inboxLink } from "./inbox-filter.ts";
import { inboxFrame } from "./inbox-frame.ts";
import type { InboxAsked } from "./inbox-view.ts";
import { listPart } from "./list-part.ts";
import { inboxWordsOf } from "./words/index.ts";

/** The list alone, with room for a conversation beside it. */
export function inboxPage(
  parts: WebParts,
  asked: InboxAsked,
  list: InboxList,
  said: { waiting: number; end: InboxEnd | undefined },
): Html {
  const words = inboxWordsOf(asked.language);
  const none = wordsOf(asked.language).today.none;
  const told = said.end === "sent" ? words.sentNext(0) : said.end && words.ends[said.end];
  const head = html`<h1>${words.title}</h1>
    ${said.end ? html`<p class="${isDone(said.end) ? "done" : "done not-done"}" id="end">${told}</p>` : ""}
    <p class="moments" id="inbox-waiting" data-live>${words.waiting(said.waiting)}</p>`;
  return inboxFrame(
    asked,
    { title: words.title, address: (lang) => inboxLink(list.filter, lang), alone: "list" },
    {
      list:
        list.authorities.length === 0
          ? html`<section class="inbox-list"><h1>${words.title}</h1><p>${none.detail}</p></section>`
          : listPart(parts, asked, list, { current: undefined, head }),
      right: html`<div class="conversation is-empty"><p>${words.choose}</p></div>`,
    },
  );
}
