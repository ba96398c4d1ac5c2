import { html } from "hono/html";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import type { Html } from "../web-parts.ts";
import { boardAddress } from "./addresses.ts";
import { barePage } from "./bare-page.ts";
import { itemCard } from "./item-card.ts";
import type { Site } from "./site.ts";

/** The newest items for a frame on another site; its links leave the frame. */
export function embedPage(site: Site, items: readonly ShownItem[]): Html {
  const { words, place, authority } = site;
  const head = html`<base target="_top">`;
  return barePage(
    site,
    { title: words.embed.title(authority.name), kind: "embed", head },
    html`<h1 lang="${authority.settings.language}">${authority.name}</h1>
    ${items.length === 0 ? html`<p>${words.board.empty.text}</p>` : html`<ol class="items">${items.map((item) => itemCard(site, item))}</ol>`}
    <p><a class="btn btn-primary" href="${boardAddress(place)}">${words.embed.all}</a></p>`,
  );
}
