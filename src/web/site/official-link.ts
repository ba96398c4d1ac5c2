import { html } from "hono/html";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import type { Html } from "../web-parts.ts";
import type { Site } from "./site.ts";

/** The way to the page that counts; nothing where an item has none. */
export function officialLink({ words, authority }: Site, item: ShownItem): Html | string {
  const url = officialAddress(item);
  if (!url) return "";
  const portal = URL.parse(authority.settings.portal ?? url)?.hostname ?? "";
  return html`<p class="official"><a class="btn btn-primary" href="${url}" rel="noopener">${words.item.official}</a>
    <span class="hint">${words.item.officialNote(portal)}</span></p>`;
}

/** The item on its portal, where that is an address of the web; anything else is nobody's link. */
export function officialAddress({ link }: Pick<ShownItem, "link">): string | undefined {
  const url = link ? URL.parse(link) : null;
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : undefined;
}
