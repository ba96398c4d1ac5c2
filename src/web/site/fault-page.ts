import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { boardAddress } from "./addresses.ts";
import type { SiteFault } from "./site-fault.ts";
import { siteLayout } from "./site-layout.ts";

/** What was not found, and where to go instead; nothing of the address is repeated. */
export function faultPage({ site, fault, instead }: SiteFault): Html {
  const { words, place } = site;
  const { title, text } = words.faults[fault];
  const way = instead ?? { label: words.toBoard, address: boardAddress(place) };
  return siteLayout(
    site,
    { title, isNotIndexed: true },
    html`<div class="prose fault"><h1>${title}</h1><p class="lead">${text}</p>
    <p><a class="btn btn-primary" href="${way.address}">${way.label}</a></p></div>`,
  );
}
