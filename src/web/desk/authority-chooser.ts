import { html } from "hono/html";
import type { Authority } from "../../authority/authority-store.ts";
import type { Html } from "../web-parts.ts";

/**
 * Leads from the page of one authority to the same of another; `addressOf` where each is. `mark`: "page" where each has an
 * address of its own, "true" where one page shows what is chosen.
 */
export function authorityChooser(
  label: string,
  authorities: readonly Authority[],
  current: Authority,
  addressOf: (one: Authority) => string,
  mark: "page" | "true",
): Html {
  return html`<nav class="chooser" aria-label="${label}"><ul>${authorities.map(
    (one) =>
      html`<li><a class="choice" href="${addressOf(one)}" ${one.id === current.id ? html`aria-current="${mark}"` : ""}>${one.name}</a></li>`,
  )}</ul></nav>`;
}
