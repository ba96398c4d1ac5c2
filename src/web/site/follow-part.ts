import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress } from "./addresses.ts";
import type { Following } from "./follow-address.ts";
import type { Site } from "./site.ts";

/** By link, by name, and by a code with its address in letters; without an account, by these pages. */
export function followPart({ words, place }: Site, followings: readonly Following[]): Html {
  const { channel } = words;
  const address = place.home;
  const code = (type: "svg" | "png") => pageAddress(place, `qr.${type}`);
  return html`<section class="follow"><h2>${channel.follow}</h2>
    ${followings.map(
      ({
        network,
        name,
        address: page,
      }) => html`<p><a class="btn btn-primary" href="${page}" rel="noopener">${channel.followByLink(network)}</a></p>
      <p>${channel.followByName(network)} <strong>${name}</strong></p>`,
    )}
    <p>${channel.hereText}</p>
    <div class="code">
      <img src="${code("svg")}" alt="${channel.codeAlt(address)}" width="160" height="160">
      <div><p>${channel.followByCode}<br><span class="address">${address}</span></p>
      <p class="hint">${channel.codeFiles} <a href="${code("svg")}" download>SVG</a>, <a href="${code("png")}" download>PNG</a></p></div>
    </div>
  </section>`;
}
