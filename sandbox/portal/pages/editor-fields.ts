import { html } from "hono/html";
import { type FieldName, type FormErrors, type FormValues, fieldNames } from "../editor-form.ts";
import { kinds } from "../item.ts";
import { kindNames } from "../kind-names.ts";
import { editorWords, fieldWords, reasonWords } from "./editor-words.ts";
import { inLanguage, type Markup } from "./layout.ts";
import type { Language } from "./words.ts";

export interface EditorForm {
  language: Language;
  values: FormValues;
  errors: FormErrors;
  action: string;
  button: string;
}

const required: readonly FieldName[] = ["kind", "title", "text"];

/** The form of an item. After a refusal it shows what was typed, each fault beside its field and all at the top. */
export function editorForm(form: EditorForm): Markup {
  const { language } = form;
  // "novalidate": the sentences of the server say more than the browser's, and are the same for everybody.
  return html`${errorSummary(form)}<form class="editor" method="post" action="${inLanguage(form.action, language)}" novalidate>
${fieldNames.map((field) => fieldRow(field, form))}
<p class="wide"><button class="button" type="submit">${form.button}</button></p>
</form>`;
}

function errorSummary({ language, errors }: EditorForm): Markup | "" {
  const wrong = fieldNames.filter((field) => errors[field] !== undefined);
  if (wrong.length === 0) return "";
  return html`<div class="notice wrong" role="alert"><p><strong>${editorWords[language].errorsTitle}</strong></p><ul>${wrong.map(
    (field) =>
      html`<li><a href="#${field}">${fieldWords[field][language].label}</a>: ${sentence(errors, field, language)}</li>`,
  )}</ul></div>
`;
}

function sentence(errors: FormErrors, field: FieldName, language: Language): string {
  const reason = errors[field];
  return reason === undefined ? "" : reasonWords[reason][language];
}

function fieldRow(field: FieldName, form: EditorForm): Markup {
  const { language, errors } = form;
  const { label, hint } = fieldWords[field][language];
  const isRequired = required.includes(field);
  return html`<div class="field field-${field}">
<label for="${field}">${label}${isRequired ? html` <span class="required">(${editorWords[language].required})</span>` : ""}</label>
${control(field, form, describedBy(field, hint !== undefined, errors))}
${hint ? html`<p class="hint" id="${field}-hint">${hint}</p>` : ""}
${errors[field] ? html`<p class="error" id="${field}-error">${sentence(errors, field, language)}</p>` : ""}
</div>`;
}

function describedBy(field: FieldName, hasHint: boolean, errors: FormErrors): Markup | "" {
  const ids = [hasHint && `${field}-hint`, errors[field] && `${field}-error`].filter(Boolean).join(" ");
  const description = ids === "" ? "" : html` aria-describedby="${ids}"`;
  return html`${description}${errors[field] ? html` aria-invalid="true"` : ""}${required.includes(field) ? html` aria-required="true"` : ""}`;
}

function control(field: FieldName, { values, language }: EditorForm, attributes: Markup | ""): Markup {
  const value = values[field];
  switch (field) {
    case "kind":
      return html`<select id="kind" name="kind"${attributes}>${kinds.map(
        (kind) =>
          html`<option value="${kind}"${kind === value ? html` selected` : ""}>${kindNames[kind][language]}</option>`,
      )}</select>`;
    case "text":
      return html`<textarea id="text" name="text" rows="9" lang="it"${attributes}>
${value}</textarea>`;
    case "deadline":
      return html`<input id="deadline" name="deadline" type="date" value="${value}"${attributes}>`;
    default:
      return html`<input id="${field}" name="${field}" value="${value}" autocomplete="off" lang="it"${attributes}>`;
  }
}
