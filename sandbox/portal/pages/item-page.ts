import { html, raw } from "hono/html";
import { authority } from "../authority.ts";
import { type PortalItem, summaryOf } from "../item.ts";
import { kindNames } from "../kind-names.ts";
import { textAsHtml } from "../markup.ts";
import { cardImageSize } from "./card-image.ts";
import { dayWords, momentInWords } from "./dates.ts";
import { deadlineOf } from "./deadline.ts";
import { jobPosting } from "./job-posting.ts";
import { inLanguage, layout, type Markup } from "./layout.ts";
import { type Language, words } from "./words.ts";

export interface ItemView {
  language: Language;
  item: PortalItem;
  /** "http://127.0.0.1:8091": link previews need absolute addresses. */
  origin: string;
  now: Date;
}

/** The page of one item, with what link previews (og:) and search engines (JobPosting) read. */
export function itemPage(view: ItemView): Markup {
  const { language, item, now } = view;
  const text = words[language];
  const path = `/offerte/${item.slug}`;
  return layout({
    language,
    title: item.title,
    path,
    section: "none",
    head: previewTags(view, view.origin + path),
    content: html`<p class="back"><a href="${inLanguage("/", language)}">← ${text.back}</a></p>
<article class="item kind-${item.kind}">
<header>
<p class="kind">${kindNames[item.kind][language]}</p>
<h1 lang="it">${item.title}</h1>
<p class="times">${deadlineOf(item, language, now)}<span>${text.published} <time datetime="${item.publishedAt}">${momentInWords(item.publishedAt, language)}</time>${
      item.updatedAt === item.publishedAt
        ? ""
        : html` · ${text.updated} <time datetime="${item.updatedAt}">${momentInWords(item.updatedAt, language)}</time>`
    }</span></p>
</header>
<div class="item-body">
<div class="text" lang="it">${raw(textAsHtml(item.text))}
${item.apply ? html`<section class="apply" aria-labelledby="candidarsi"><h2 id="candidarsi" lang="${language}">${text.apply}</h2><p>${item.apply}.</p></section>` : ""}
</div>
${facts(item, language)}
</div>
</article>`,
  });
}

function facts(item: PortalItem, language: Language): Markup {
  const text = words[language];
  const rows: [string, string | undefined][] = [
    [text.employer, item.employer ?? (item.kind === "offer" ? text.reserved : undefined)],
    [text.place, item.place],
    [text.positions, item.positions?.toString()],
    [text.contract, item.contract],
    [text.hours, item.hours],
    [text.pay, item.pay],
    [
      item.kind === "event" ? text.eventOn : text.deadline,
      item.deadline && dayWords(item.deadline, language),
    ],
    [text.office, item.office],
    [text.reference, item.reference],
  ];
  return html`<dl class="card facts-list">${rows.map(([name, value]) =>
    value === undefined ? "" : html`<div><dt>${name}</dt><dd lang="it">${value}</dd></div>`,
  )}</dl>`;
}

function previewTags({ item, origin, now }: ItemView, url: string): Markup {
  const posting = jobPosting(item, url, now);
  return html`<link rel="canonical" href="${url}">
<meta name="description" content="${summaryOf(item.text)}">
<meta property="og:type" content="article">
<meta property="og:locale" content="it_IT">
<meta property="og:site_name" content="${authority.name} – ${authority.department}">
<meta property="og:title" content="${item.title}">
<meta property="og:description" content="${summaryOf(item.text)}">
<meta property="og:url" content="${url}">
<meta property="og:image" content="${origin}/immagini/${item.kind}.png">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${cardImageSize.width}">
<meta property="og:image:height" content="${cardImageSize.height}">
<meta property="og:image:alt" content="${kindNames[item.kind].it}">
${posting ? html`<script type="application/ld+json">${raw(posting)}</script>\n` : ""}`;
}
