import { html } from "hono/html";
import type { ShownItem } from "../../noticeboard/shown-item.ts";
import { asset } from "../assets.ts";
import type { Html } from "../web-parts.ts";
import { boardAddress } from "./addresses.ts";
import { itemCard } from "./item-card.ts";
import type { Site } from "./site.ts";

/** The newest items for a frame on another site; its links leave the frame. */
export function embedPage(site: Site, items: readonly ShownItem[]): Html {
  const { words, place, authority, lookVersion } = site;
  return html`<!doctype html>
<html lang="${place.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <base target="_top">
  <title>${words.embed.title(authority.name)}</title>
  <link rel="stylesheet" href="${asset("site.css")}">
  <link rel="stylesheet" href="/${place.authorityId}/look.css?v=${lookVersion}">
</head>
<body class="embed">
  <main>
    <h1 lang="${authority.settings.language}">${authority.name}</h1>
    ${items.length === 0 ? html`<p>${words.board.empty.text}</p>` : html`<ol class="items">${items.map((item) => itemCard(site, item))}</ol>`}
    <p><a class="btn btn-primary" href="${boardAddress(place)}">${words.embed.all}</a></p>
  </main>
</body>
</html>`;
}
