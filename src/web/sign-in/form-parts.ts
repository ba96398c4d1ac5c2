import { html } from "hono/html";
import type { Html } from "../web-parts.ts";

export interface Field {
  name: string;
  label: string;
  type?: "text" | "email" | "password";
  value?: string;
  hint?: string;
  /** As HTML has it: browsers and password managers read it. */
  autocomplete: string;
  isWrong?: boolean;
  /** For codes: digits come up on a telephone, nothing is corrected. */
  isCode?: boolean;
  isRequired?: boolean;
}

/** A field with its label above it, as the public design system wants it where there are no scripts. */
export function field({ type = "text", isRequired = true, ...one }: Field): Html {
  const hintId = `${one.name}-hint`;
  return html`<div class="field">
    <label for="${one.name}">${one.label}</label>
    ${one.hint ? html`<p class="hint" id="${hintId}">${one.hint}</p>` : ""}
    <input id="${one.name}" name="${one.name}" type="${type}" value="${one.value ?? ""}" autocomplete="${one.autocomplete}"
      maxlength="300" ${isRequired ? html`required` : ""} ${one.hint ? html`aria-describedby="${hintId}"` : ""}
      ${one.isWrong ? html`aria-invalid="true"` : ""}
      ${one.isCode ? html`autocapitalize="none" spellcheck="false"` : ""}>
  </div>`;
}

/** Why a form was not taken: read out at once, and where the eye begins. */
export function notTaken(title: string, sentences: readonly string[]): Html | string {
  if (sentences.length === 0) return "";
  const [only] = sentences;
  return html`<div class="not-taken" role="alert">${
    sentences.length === 1
      ? html`<p>${only}</p>`
      : html`<p>${title}</p><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
  }</div>`;
}

export function hidden(name: string, value: string | undefined): Html | string {
  return value === undefined ? "" : html`<input type="hidden" name="${name}" value="${value}">`;
}
