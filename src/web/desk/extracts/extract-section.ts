import { html } from "hono/html";
import type { Language } from "../../../channels/channel.ts";
import { type Extract, type RegisterEntry, registeredAs } from "../../../conversing/extracting/extract.ts";
import type { ConversationKey } from "../../../conversing/inbox/conversation-store.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import type { Html } from "../../web-parts.ts";
import { extractsWordsOf } from "./words/index.ts";

/** Beside a conversation: what of it is in the register, and the way to its extracts. */
export function extractSection(
  key: ConversationKey,
  extracts: readonly Pick<Extract, "register">[],
  { language, askedLanguage }: { language: Language; askedLanguage: Language | undefined },
): Html {
  const { section } = extractsWordsOf(language);
  return html`<section aria-labelledby="register-title"><h2 id="register-title">${section.title}</h2>
    ${
      extracts.length === 0
        ? html`<p>${section.none}</p>`
        : html`<ul>${extracts.map(({ register }) => html`<li>${tellRegister(register, language)}</li>`)}</ul>`
    }
    <p><a href="${extractsLink(key, askedLanguage)}">${section.link}</a></p>
  </section>`;
}

/** "Protocollato 12345/2026, 20 novembre 2026" */
export function tellRegister(entry: RegisterEntry | null, language: Language): string {
  const words = extractsWordsOf(language);
  if (entry === null) return words.unregistered;
  const shape = { dateStyle: "long", timeZone: "UTC" } as const;
  const day = new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", shape);
  return words.registered(registeredAs(entry), day.format(new Date(`${entry.date}T00:00:00Z`)));
}

export function extractsLink(
  { authorityId, conversationId }: ConversationKey,
  lang: Language | undefined,
  done?: string,
): string {
  return withQuery(`/desk/extracts/${authorityId}/${conversationId}`, { lang, done });
}
