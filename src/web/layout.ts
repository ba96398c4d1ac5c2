import { html } from "hono/html";
import type { Language } from "../channels/channel.ts";
import { asset } from "./assets.ts";
import type { Html } from "./web-parts.ts";
import { wordsOf } from "./words/index.ts";

export interface Frame {
  language: Language;
  title: string;
  /** The same page in the other language; absent where the address may not be repeated (an error after a form). */
  otherAddress?: string;
  isDemo?: boolean;
  /** Further lines of the head. */
  head?: Html;
  /** Whose page it is, beside the name of the product. */
  subtitle?: string;
  isLive?: boolean;
  /** Of pages of the desk: who is signed in, and the ways to the other pages. */
  desk?: { person: Html; pages: Html | string };
}

/** The frame of every page: Bootstrap Italia's header around one main region. */
export function layout(frame: Frame, content: Html): Html {
  const words = wordsOf(frame.language);
  return html`<!doctype html>
<html lang="${frame.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${frame.title}</title>
  <link rel="icon" href="${asset("icon.svg")}" type="image/svg+xml">
  <link rel="preload" href="${asset("titillium-400.woff2")}" as="font" type="font/woff2" crossorigin>
  <link rel="stylesheet" href="${asset("bootstrap-italia.css")}">
  <link rel="stylesheet" href="${asset("pages.css")}">
  ${frame.head ?? ""}
  ${frame.isLive ? html`<script src="${asset("live.js")}" defer></script>` : ""}
</head>
<body>
  <div class="skiplinks"><a class="visually-hidden-focusable" href="#main">${words.skip}</a></div>
  ${frame.isDemo ? demoBanner(frame.language) : ""}
  ${masthead(frame)}
  <main id="main" tabindex="-1">${content}</main>
</body>
</html>`;
}

function masthead(frame: Frame): Html {
  const { other } = wordsOf(frame.language);
  return html`<header class="masthead">
    <div class="container masthead-row">
      <p class="brand"><img src="${asset("icon-light.svg")}" alt="" width="32" height="32"> Bacheca</p>
      ${frame.subtitle ? html`<p class="brand-of">${frame.subtitle}</p>` : ""}
      ${frame.desk?.person ?? ""}
      ${
        frame.otherAddress
          ? html`<a class="language" lang="${other.code}" hreflang="${other.code}" href="${frame.otherAddress}">${other.name}</a>`
          : ""
      }
      ${frame.desk?.pages ?? ""}
    </div>
  </header>`;
}

function demoBanner(language: Language): Html {
  const { demo } = wordsOf(language);
  return html`<aside class="demo" aria-label="${demo.title}">
    <div class="container"><strong>${demo.title}</strong> <span>${demo.text}</span></div>
  </aside>`;
}
