import { html } from "hono/html";
import type { Language } from "../../channels/channel.ts";
import { asset } from "../assets.ts";
import type { Html } from "../web-parts.ts";
import { siteWordsOf } from "./words/index.ts";

/** All authorities of the installation, each with the way to its pages. */
export function directoryPage(
  language: Language,
  authorities: readonly { id: string; name: string; language: Language }[],
  isDemo: boolean,
): Html {
  const { directory, other, skip, demo } = siteWordsOf(language);
  const { title, text } =
    authorities.length > 0 ? { title: directory.title, text: directory.lead } : directory.none;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – Bacheca</title>
  <meta name="description" content="${directory.lead}">
  <link rel="icon" href="${asset("icon.svg")}" type="image/svg+xml">
  <link rel="preload" href="${asset("titillium-400.woff2")}" as="font" type="font/woff2" crossorigin>
  <link rel="stylesheet" href="${asset("site.css")}">
</head>
<body>
  <div class="skiplinks"><a class="visually-hidden-focusable" href="#main">${skip.content}</a></div>
  ${isDemo ? html`<p class="demo"><strong>${demo.title}</strong> ${demo.text}</p>` : ""}
  <header>
    <div class="slim"><div class="container slim-row">
      <a class="language" lang="${other.code}" hreflang="${other.code}" href="/?lang=${other.code}">${other.name}</a>
    </div></div>
    <div class="masthead"><div class="container masthead-row">
      <p class="owner"><img src="${asset("icon.svg")}" alt="" width="40" height="40"> <span>Bacheca</span></p>
    </div></div>
  </header>
  <main id="main" tabindex="-1" class="container">
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    ${authorities.length > 0 ? html`<ul class="items">${authorities.map((each) => entry(each, language))}</ul>` : ""}
  </main>
  <footer class="site-footer"><div class="container"><p class="desk-door"><a href="/desk">${directory.desk}</a></p></div></footer>
</body>
</html>`;
}

function entry(authority: { id: string; name: string; language: Language }, language: Language): Html {
  const query = authority.language === language ? "" : `?lang=${language}`;
  return html`<li class="item-card"><h2><a href="/${authority.id}${query}" lang="${authority.language}">${authority.name}</a></h2></li>`;
}
