import { html } from "hono/html";
import { hidden, notTaken } from "../../sign-in/form-parts.ts";
import { withQuery } from "../../sign-in/sign-in-page.ts";
import { signInWordsOf } from "../../sign-in/words/index.ts";
import type { Html } from "../../web-parts.ts";
import { wordsOf } from "../../words/index.ts";
import { type DeskPage, deskLayout } from "../desk-layout.ts";
import type { StaffView } from "./staff-view.ts";
import { staffWordsOf } from "./words/index.ts";

export interface StaffPage {
  title: string;
  /** Its own address, for the other language; absent where it may not be repeated. */
  path?: string;
  current?: DeskPage;
  /** Why a form was not taken. */
  troubles?: readonly string[];
}

/** The frame that all pages about people share. */
export function staffFrame(view: StaffView, page: StaffPage, content: Html): Html {
  const { other } = wordsOf(view.language);
  const { welcome, errorTitle } = signInWordsOf(view.language);
  const troubles = page.troubles ?? [];
  return deskLayout(
    {
      language: view.language,
      askedLanguage: view.askedLanguage,
      isDemo: view.isDemo,
      who: view.who,
      current: page.current,
      title: `${troubles.length > 0 ? `${errorTitle}: ` : ""}${page.title} – Bacheca`,
      ...(page.path !== undefined && { otherAddress: withQuery(page.path, { lang: other.code }) }),
    },
    html`<div class="container staff"><h1>${page.title}</h1>
      ${view.done ? html`<p class="done" role="status">${staffWordsOf(view.language).done[view.done]}</p>` : ""}
      ${notTaken(welcome.faultsTitle, troubles)}
      ${content}</div>`,
  );
}

/** One button that acts at once, with the sentence that says what it does. */
export function staffButton(
  view: StaffView,
  act: { address: string; label: string; about?: string; hint?: string; look?: "outline-primary" | "danger" },
): Html {
  return html`<form method="post" action="${act.address}" class="act">
    ${hidden("lang", view.askedLanguage)}
    ${act.hint ? html`<p class="hint">${act.hint}</p>` : ""}
    <button type="submit" class="btn btn-sm btn-${act.look ?? "outline-primary"}">${act.label}${
      act.about ? html`<span class="visually-hidden">: ${act.about}</span>` : ""
    }</button>
  </form>`;
}
