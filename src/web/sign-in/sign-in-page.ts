import { html } from "hono/html";
import type { Language } from "../../channels/channel.ts";
import { layout } from "../layout.ts";
import type { Html } from "../web-parts.ts";
import { wordsOf } from "../words/index.ts";
import { field, hidden, notTaken } from "./form-parts.ts";
import { signInWordsOf } from "./words/index.ts";

/** How the pages that lead into the desk were asked for. */
export interface SignInView {
  language: Language;
  askedLanguage: Language | undefined;
  isDemo: boolean;
  /** Where one wanted to go. */
  to: string | undefined;
  /** What is in the way, in sentences. */
  troubles?: readonly string[];
}

export interface SignInShown extends SignInView {
  email: string;
  /** The session of before is over. */
  isOver: boolean;
  isNobodyYet: boolean;
}

export function signInPage(view: SignInShown): Html {
  const words = signInWordsOf(view.language).signIn;
  return entryPage(
    view,
    words.title,
    "/desk/sign-in",
    html`${view.isNobodyYet ? html`<p class="said">${words.nobodyYet}</p>` : ""}
      ${view.isOver && !view.troubles ? html`<p class="said" role="status">${words.over}</p>` : ""}
      <form method="post" action="/desk/sign-in" class="entry-form">
        ${hidden("lang", view.askedLanguage)}${hidden("to", view.to)}
        ${field({ name: "email", label: words.email, type: "email", value: view.email, autocomplete: "username" })}
        ${field({ name: "password", label: words.password, type: "password", autocomplete: "current-password" })}
        <button type="submit" class="btn btn-primary">${words.button}</button>
      </form>
      <p class="hint">${words.lost}</p>`,
  );
}

export function codePage(view: SignInView): Html {
  const words = signInWordsOf(view.language).code;
  const { to, askedLanguage: lang } = view;
  return entryPage(
    view,
    words.title,
    "/desk/sign-in/code",
    html`<p>${words.lead}</p>
      <form method="post" action="/desk/sign-in/code" class="entry-form">
        ${hidden("lang", lang)}${hidden("to", to)}
        ${field({
          name: "code",
          label: words.label,
          hint: words.hint,
          autocomplete: "one-time-code",
          isCode: true,
          isWrong: view.troubles !== undefined,
        })}
        <button type="submit" class="btn btn-primary">${words.button}</button>
      </form>
      <p><a href="${withQuery("/desk/sign-in", { to, lang })}">${words.back}</a></p>`,
  );
}

/** The narrow column that all these pages share. */
export function entryPage(view: SignInView, title: string, path: string, content: Html): Html {
  const { other } = wordsOf(view.language);
  const { errorTitle, welcome } = signInWordsOf(view.language);
  const { troubles = [] } = view;
  return layout(
    {
      language: view.language,
      title: `${troubles.length > 0 ? `${errorTitle}: ` : ""}${title} – Bacheca`,
      otherAddress: withQuery(path, { to: view.to, lang: other.code }),
      isDemo: view.isDemo,
    },
    html`<div class="container entry"><h1>${title}</h1>
      ${notTaken(welcome.faultsTitle, troubles)}
      ${content}</div>`,
  );
}

/** An address with what is to be kept of the present one. */
export function withQuery(path: string, kept: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
