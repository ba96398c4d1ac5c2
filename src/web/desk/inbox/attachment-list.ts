import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import type { Attachment } from "../../../conversing/attachments/attachment.ts";
import { tellAttachment, tellKind } from "../../../conversing/attachments/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { shownText } from "./shown-text.ts";
import { inboxWordsOf } from "./words/index.ts";

/**
 * What came with a message, as far as we have fetched it. No link leads to the network's own address: whoever looks there
 * is seen by it, and the address ends after days.
 */
export function attachmentList(
  attachments: readonly Attachment[],
  messageId: string,
  language: Language,
): Html | string {
  const own = attachments.filter((one) => one.messageId === messageId);
  if (own.length === 0) return "";
  return html`<ul class="said-attachments" aria-label="${inboxWordsOf(language).talk.attachments}">${own.map(
    (one) => {
      const kind = tellKind(one, language);
      const name = one.name === null ? "" : html`: <bdi>${shownText(one.name).text}</bdi>`;
      const told = tellAttachment(one, language);
      return told === undefined
        ? html`<li><a href="/desk/attachments/${one.authorityId}/${one.id}">${kind}${name}</a></li>`
        : html`<li>${kind}${name}. ${told}</li>`;
    },
  )}</ul>`;
}
