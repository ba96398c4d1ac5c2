import { html, raw } from "hono/html";
import { linesOfSign } from "../assets.ts";
import type { Html } from "../web-parts.ts";

/** A small picture of the design system, which says nothing by itself; its lines are the design system's own. */
export function sign(name: string): Html {
  return html`<svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24">${raw(linesOfSign(name))}</svg>`;
}
