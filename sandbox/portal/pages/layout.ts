import { html } from "hono/html";
import { authority } from "../authority.ts";
import { feedFormats } from "../feeds/formats.ts";
import { type Language, words } from "./words.ts";

/** A piece of page; text put into it was escaped by the template. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  language: Language;
  title: string;
  /** The path of this page, without the language. */
  path: string;
  section: "news" | "editorial" | "none";
  head?: Markup;
  content: Markup;
}

/** An address of the portal that stays in the reader's language. */
export function inLanguage(path: string, language: Language): string {
  if (language === "it") return path;
  return `${path}${path.includes("?") ? "&" : "?"}lang=en`;
}

/** The frame of every page. No scripts: nothing of the portal needs them, and its policy forbids them. */
export function layout({ language, title, path, section, head, content }: Page): Markup {
  const text = words[language];
  const to = (address: string) => inLanguage(address, language);
  const current = (name: Page["section"]) => (name === section ? html` aria-current="page"` : "");
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${authority.name}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${Object.values(feedFormats).map(
  (
    format,
  ) => html`<link rel="alternate" type="${format.mediaType}" title="${format.name}" href="${format.path}">
`,
)}${head ?? ""}</head>
<body>
<a class="skip" href="#contenuto">${text.skip}</a>
<header>
<p class="demo">${text.demo}</p>
<div class="top"><div class="inner">
<a class="brand" href="${to("/")}">${emblem}<span><strong>${authority.name}</strong><span>${authority.department} · ${text.portal}</span></span></a>
<nav aria-label="${text.mainNavigation}"><ul>
<li><a href="${to("/")}"${current("news")}>${text.news}</a></li>
<li><a href="${to("/redazione")}"${current("editorial")}>${text.editorial}</a></li>
<li><a href="${otherLanguage(path, language)}" hreflang="${language === "it" ? "en" : "it"}" lang="${language === "it" ? "en" : "it"}" title="${text.languageLabel}">${text.otherLanguage}</a></li>
</ul></nav>
</div></div>
</header>
<main id="contenuto" class="inner" tabindex="-1">
${content}
</main>
<footer><div class="inner">
<p>${text.feeds}: ${Object.values(feedFormats).map(
    (format, index) => html`${index > 0 ? " · " : ""}<a href="${format.path}">${format.name}</a>`,
  )}</p>
<p>${authority.name} – ${authority.department} (${authority.fictional}). ${text.footer}</p>
</div></footer>
</body>
</html>`;
}

function otherLanguage(path: string, language: Language): string {
  return inLanguage(path, language === "it" ? "en" : "it");
}

/** Two mountains over a lake. */
const emblem = html`<svg class="emblem" viewBox="0 0 48 56" aria-hidden="true" focusable="false"><path class="shield" d="M2 2h44v28c0 12-9 20-22 24C11 50 2 42 2 30z"/><path class="hills" d="M2 32 17 13l8 10 6-7 15 17v-1H2z"/><path class="waves" d="M5 38c5-4 9-4 14 0s9 4 14 0 7-3 10-1M10 45c4-3 7-3 11 0s7 3 11 0 4-2 6-1"/></svg>`;
