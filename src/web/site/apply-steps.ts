import { html } from "hono/html";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { isOpen, type Standing } from "../../noticeboard/standing.ts";
import type { Html } from "../web-parts.ts";
import { closingInWords } from "./days.ts";
import { officialAddress, officialLink } from "./official-link.ts";
import type { Site } from "./site.ts";

/** How to apply, in steps; of a closed item only that it is. */
export function applySteps(site: Site, item: ShownItem, standing: Standing): Html {
  const { words, authority } = site;
  if (!isOpen(standing)) {
    return html`<section class="apply"><h2>${words.item.apply}</h2>
      <p>${words.item.noMoreApplying}</p>${officialLink(site, item)}</section>`;
  }
  const { steps } = words.item;
  const how = item.facts.howToApply?.trim();
  const closing = standing.kind === "withdrawn" ? undefined : standing.closing;
  const list = [
    ...(officialAddress(item) ? [html`<li>${steps.read}</li>`] : []),
    how
      ? html`<li lang="${authority.settings.language}" dir="auto">${steps.how(how)}</li>`
      : html`<li>${steps.howThere}</li>`,
    ...(item.reference && !how?.includes(item.reference)
      ? [html`<li>${steps.reference(item.reference)}</li>`]
      : []),
    ...(closing ? [html`<li>${steps.until(closingInWords(closing, site))}</li>`] : []),
  ];
  return html`<section class="apply"><h2>${words.item.apply}</h2><ol>${list}</ol>${officialLink(site, item)}</section>`;
}
