import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { boardAddress, pageAddress } from "./addresses.ts";
import { sign } from "./sign.ts";
import type { Site } from "./site.ts";
import { siteFooter } from "./site-footer.ts";
import type { SiteFrame } from "./site-frame.ts";
import { siteHead } from "./site-head.ts";

const searchSign = sign("search");

/** The frame of an authority's pages: its name and logo, the bar, the content, the footer. */
export function siteLayout(site: Site, frame: SiteFrame, content: Html): Html {
  const { authority, words, place } = site;
  return html`<!doctype html>
<html lang="${place.language}">
<head>
${siteHead(site, frame)}
</head>
<body>
  <div class="skiplinks">
    <a class="visually-hidden-focusable" href="#main">${words.skip.content}</a>
    <a class="visually-hidden-focusable" href="#footer">${words.skip.footer}</a>
  </div>
  ${site.isDemo ? html`<p class="demo"><strong>${words.demo.title}</strong> ${words.demo.text}</p>` : ""}
  <header>
    <div class="slim"><div class="container slim-row">
      ${portalLink(site)}
      ${site.hasNeighbours ? html`<a href="/${place.language === "it" ? "" : "?lang=en"}">${words.nav.home}</a>` : ""}
      ${languageLink(site, frame)}
    </div></div>
    <div class="masthead"><div class="container masthead-row">
      <a class="owner" href="${pageAddress(place)}">
        ${site.logo ? logoPicture(site) : ""}
        <span lang="${authority.settings.language}">${authority.name}</span>
      </a>
      <a class="to-search" href="${boardAddress(place)}#search">${searchSign} <span>${words.board.find}</span></a>
    </div></div>
    <nav class="bar" aria-label="${words.nav.label}"><div class="container"><ul>
      ${barItem(words.nav.channel, pageAddress(place), frame.current === "channel")}
      ${barItem(words.nav.board, boardAddress(place), frame.current === "board")}
      ${barItem(words.nav.data, pageAddress(place, "dati"), frame.current === "data")}
    </ul></div></nav>
  </header>
  ${frame.trail ? breadcrumb(site, frame.trail) : ""}
  <main id="main" tabindex="-1" class="container">${content}</main>
  ${siteFooter(site)}
</body>
</html>`;
}

function portalLink({ authority, words }: Site): Html | string {
  const { portal } = authority.settings;
  return portal ? html`<a href="${portal}">${words.nav.portal}</a>` : "";
}

function languageLink({ words, place }: Site, { addressIn }: SiteFrame): Html | string {
  const { code, name } = words.other;
  if (!addressIn) return "";
  return html`<a class="language" lang="${code}" hreflang="${code}" href="${addressIn({ ...place, language: code })}">${name}</a>`;
}

const logoHeight = 56;
const logoWidthMax = 200;

/** Beside the name, so it says nothing by itself. */
function logoPicture({ logo, place, lookVersion }: Site): Html {
  const { width, height } = logo ?? { width: 1, height: 1 };
  const shownWidth = Math.min(logoWidthMax, Math.round((width / height) * logoHeight));
  const shownHeight = Math.round((shownWidth * height) / width);
  const address = `${place.root}/logo?v=${lookVersion}`;
  return html`<img src="${address}" alt="" width="${shownWidth}" height="${shownHeight}">`;
}

function barItem(label: string, address: string, isCurrent: boolean): Html {
  return html`<li><a href="${address}"${isCurrent ? html` aria-current="true"` : ""}>${label}</a></li>`;
}

function breadcrumb({ words, place }: Site, trail: NonNullable<SiteFrame["trail"]>): Html {
  const last = trail.length - 1;
  return html`<nav class="container trail" aria-label="${words.nav.breadcrumb}"><ol class="breadcrumb">
    <li class="breadcrumb-item"><a href="${pageAddress(place)}">${words.nav.channel}</a></li>
    ${trail.map(({ label, address }, index) =>
      index === last || !address
        ? html`<li class="breadcrumb-item active" aria-current="page">${label}</li>`
        : html`<li class="breadcrumb-item"><a href="${address}">${label}</a></li>`,
    )}
  </ol></nav>`;
}
