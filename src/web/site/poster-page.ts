import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames, writtenAddress } from "./addresses.ts";
import { barePage } from "./bare-page.ts";
import type { Following } from "./follow-address.ts";
import type { Site } from "./site.ts";

/** One sheet of A4 or A3 to hang up: who, what, the code, and the address in letters. */
export function posterPage(site: Site, followings: readonly Following[], sheet: "a4" | "a3"): Html {
  const { words, authority, place, logo, lookVersion } = site;
  const address = place.home;
  const height = 90;
  return barePage(
    site,
    {
      title: `${words.nav.poster} – ${authority.name}`,
      kind: sheet === "a3" ? "poster poster-a3" : "poster",
    },
    html`${logo ? html`<img class="poster-logo" src="${place.root}/logo?v=${lookVersion}" alt="" height="${height}" width="${Math.round((logo.width / logo.height) * height)}">` : ""}
    <h1 lang="${authority.settings.language}">${authority.name}</h1>
    <p class="poster-what">${words.poster.what}</p>
    <img class="poster-code" src="${pageAddress(place, "qr.svg")}" alt="${words.channel.codeAlt(address)}" width="400" height="400">
    <p class="poster-how">${words.poster.how}</p>
    <p class="poster-address">${writtenAddress(address).map((piece) => html`${piece}<wbr>`)}</p>
    ${followings.map(({ network, name }) => html`<p>${words.channel.followByName(network)} <strong>${name}</strong></p>`)}
    <p class="poster-free">${words.poster.free}</p>
    <p class="poster-back"><a href="${pageAddress(place)}">${words.nav.channel}</a> · <a href="${pageAddress(place, pageNames.poster, sheet === "a3" ? [] : [["formato", "a3"]])}">${words.poster.sheet(sheet === "a3" ? "A4" : "A3")}</a></p>`,
  );
}
