import { html } from "hono/html";
import type { Language } from "../channels/channel.ts";
import { summarise } from "../publishing/post.ts";
import type { ItemFacts } from "../watching/found-item.ts";
import type { ShownItem } from "../watching/item-of-marker-store.ts";
import { layout } from "./layout.ts";
import type { Html } from "./web-parts.ts";
import { wordsOf } from "./words/index.ts";

// What previews show of a description; more is cut by the networks themselves, less well.
const descriptionCharactersMax = 200;

/** An item that has no page on its portal: title, facts, text, and what a preview is made of. */
export function itemPage(
  item: ShownItem,
  how: { language: Language; isDemo: boolean; address: string },
): Html {
  const words = wordsOf(how.language);
  const { language, isDemo } = how;
  const frame = {
    language,
    isDemo,
    title: `${item.title} – ${item.authorityName}`,
    subtitle: item.authorityName,
    otherAddress: `?lang=${words.other.code}`,
    head: previewTags(item, how.address),
  };
  return layout(
    frame,
    html`<article class="container item-page">
      <p class="kind">${words.kinds[item.kind]}</p>
      <h1>${item.title}</h1>
      ${factList(item, language)}
      <div class="item-text" lang="${item.settings.language}">${paragraphs(item.text)}</div>
      ${attachmentList(item, language)}
    </article>`,
  );
}

function previewTags(item: ShownItem, address: string): Html {
  const description = summarise(item.text, descriptionCharactersMax).replaceAll("\n", " ");
  return html`<meta name="description" content="${description}">
  <meta property="og:type" content="article">
  <meta property="og:site_name" content="${item.authorityName}">
  <meta property="og:title" content="${item.title}">
  <meta property="og:description" content="${description}">
  <meta property="og:url" content="${address}">`;
}

const factNames = [
  "employer",
  "place",
  "contract",
  "deadline",
  "howToApply",
] as const satisfies (keyof ItemFacts)[];

function factList(item: ShownItem, language: Language): Html | string {
  const names = wordsOf(language).facts;
  const facts = factNames.flatMap((name) => {
    const value = item.facts[name];
    return value
      ? [{ name: names[name], value: name === "deadline" ? readable(value, item, language) : value }]
      : [];
  });
  if (item.reference) facts.push({ name: names.reference, value: item.reference });
  if (facts.length === 0) return "";
  return html`<dl class="facts">
    ${facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

/** "venerdì 4 dicembre 2026 alle ore 12:00"; what is no ISO date stands as the portal wrote it. */
function readable(iso: string, item: ShownItem, language: Language): string {
  const hasTime = iso.length > 10;
  const date = new Date(hasTime ? iso : `${iso}T12:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso) || Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language === "it" ? "it-IT" : "en-GB", {
    dateStyle: "full",
    timeStyle: hasTime ? "short" : undefined,
    timeZone: hasTime ? item.settings.timeZone : "UTC",
  }).format(date);
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => html`<p>${part}</p>`);
}

function attachmentList(item: ShownItem, language: Language): Html | string {
  const links = item.attachments.filter(({ url }) => /^https?:\/\//i.test(url));
  if (links.length === 0) return "";
  return html`<h2>${wordsOf(language).attachments}</h2>
    <ul>${links.map(({ url, title }) => html`<li><a href="${url}">${title ?? url}</a></li>`)}</ul>`;
}
