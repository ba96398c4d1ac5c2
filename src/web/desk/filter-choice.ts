import { html } from "hono/html";
import type { Html } from "../web-parts.ts";

/** One of several, or any: a box of the forms that filter a list. */
export function choice(
  name: string,
  label: string,
  any: string,
  choices: readonly { id: string; name: string }[],
  chosen: string | undefined,
): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
    <select id="${name}" name="${name}"><option value="">${any}</option>${choices.map(
      (one) =>
        html`<option value="${one.id}" ${one.id === chosen ? html`selected` : ""}>${one.name}</option>`,
    )}</select></div>`;
}
