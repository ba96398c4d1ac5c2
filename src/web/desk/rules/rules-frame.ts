import { html } from "hono/html";
import { notTaken } from "../../sign-in/form-parts.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { deskLayout } from "../desk-layout.ts";
import { type RulesView, rulesLink } from "./rules-view.ts";

export interface RulesPage {
  title: string;
  /** Its own address below that of the authority's rules, for the other language; absent where it may not be repeated. */
  path?: string;
  kept?: Record<string, string | undefined>;
  isInner?: boolean;
}

/** The frame that all pages about rules share. */
export function rulesFrame(view: RulesView, page: RulesPage, content: Html): Html {
  const { own, words, language, askedLanguage, isDemo, who, troubles } = view;
  const { errorTitle, welcome } = signInWordsOf(language);
  return deskLayout(
    {
      ...{ language, askedLanguage, isDemo, who },
      current: "rules",
      title: `${troubles.length > 0 ? `${errorTitle}: ` : ""}${page.title} – Bacheca`,
      ...(page.path !== undefined && {
        otherAddress: rulesLink(view, page.path, { ...page.kept, lang: words.other.code }),
      }),
    },
    html`<div class="container staff rules-desk">
      ${page.isInner ? html`<p class="way-back"><a href="${rulesLink(view)}">${own.back}</a></p>` : ""}
      <h1>${page.title}</h1>
      ${view.done ? html`<p class="done" role="status">${own.done[view.done]}</p>` : ""}
      ${notTaken(welcome.faultsTitle, troubles)}
      <p class="moments">${view.authority.name}</p>
      ${content}
    </div>`,
  );
}
