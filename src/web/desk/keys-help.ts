import { html } from "hono/html";
import type { Html } from "../web-parts.ts";

/** What single keys do on this page. Shown by assets/keys.js, without which no key does anything. */
export function keysHelp(
  words: { title: string; off: string },
  keys: readonly (readonly [key: string, does: string])[],
): Html {
  return html`<details class="keys" id="keys" hidden><summary id="keys-summary">${words.title} <kbd>?</kbd></summary>
    <div class="tick"><input type="checkbox" id="keys-on" checked><label for="keys-on">${words.off}</label></div>
    <dl>${keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
  </details>`;
}
