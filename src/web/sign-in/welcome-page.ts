import { html } from "hono/html";
import type { LinkFault } from "../../staff/accept-link.ts";
import type { OpenedLink } from "../../staff/open-link.ts";
import type { Html } from "../web-parts.ts";
import { field, hidden } from "./form-parts.ts";
import { entryPage, type SignInView } from "./sign-in-page.ts";
import { signInWordsOf } from "./words/index.ts";

export interface WelcomeShown extends SignInView {
  token: string;
  link: OpenedLink;
  /** What was typed, but for passwords. */
  typed: { name: string; email: string };
  faults: readonly LinkFault[];
}

/** What a one-time link opens: who one is, and the password one wants. Only sending the form uses the link up. */
export function welcomePage({ token, link, typed, faults, ...view }: WelcomeShown): Html {
  const { welcome: words, faults: sentences } = signInWordsOf(view.language);
  const own = words[link.purpose];
  const address = `/desk/welcome/${token}`;
  const isWrong = (...those: LinkFault[]) => those.some((fault) => faults.includes(fault));
  const isPasswordWrong = faults.some((fault) => fault.startsWith("password"));
  const troubles = faults.map((fault) => sentences[fault]);
  return entryPage(
    { ...view, troubles },
    own.title(link.name),
    address,
    html`<p>${own.lead}</p>
      <form method="post" action="${address}" class="entry-form">
        ${hidden("lang", view.askedLanguage)}
        ${field({ name: "name", label: words.name, value: typed.name, autocomplete: "name", isWrong: isWrong("name-missing") })}
        ${link.memberId === null ? emailField(view, typed.email, isWrong("email-not-usable", "email-taken")) : knownEmail(view, link.email)}
        ${field({
          name: "password",
          label: words.password,
          type: "password",
          hint: words.passwordHint,
          autocomplete: "new-password",
          isWrong: isPasswordWrong,
        })}
        ${field({ name: "again", label: words.again, type: "password", autocomplete: "new-password", isWrong: isPasswordWrong })}
        <button type="submit" class="btn btn-primary">${own.button}</button>
      </form>`,
  );
}

function emailField({ language }: SignInView, value: string, isWrong: boolean): Html {
  const { email: label, emailHint: hint } = signInWordsOf(language).welcome;
  return field({ name: "email", label, hint, type: "email", value, autocomplete: "username", isWrong });
}

/** Shown, and there for the browser that keeps the password, but not to be changed. */
function knownEmail({ language }: SignInView, email: string): Html {
  const words = signInWordsOf(language).welcome;
  return html`<div class="field">
    <label for="email">${words.email}</label>
    <input id="email" type="email" value="${email}" readonly autocomplete="username">
  </div>`;
}
