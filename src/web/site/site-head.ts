import { html } from "hono/html";
import { asset } from "../assets.ts";
import type { Html } from "../web-parts.ts";
import { pageAddress, wholeAddress, wholeOf } from "./addresses.ts";
import type { Site } from "./site.ts";
import type { SiteFrame } from "./site-frame.ts";

/** The lines of the head that every page has. */
export function siteHead(site: Site, frame: SiteFrame): Html {
  const { authority, place, words } = site;
  const isOwnTitle = frame.title === authority.name;
  const feed = (kind: string) => pageAddress(place, `notizie/${kind}`);
  return html`  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${isOwnTitle ? frame.title : `${frame.title} – ${authority.name}`}</title>
  ${frame.description ? html`<meta name="description" content="${frame.description}">` : ""}
  ${frame.isNotIndexed ? html`<meta name="robots" content="noindex">` : ""}
  ${languages(site, frame)}
  <link rel="icon" href="${asset("icon.svg")}" type="image/svg+xml">
  <link rel="preload" href="${asset("titillium-400.woff2")}" as="font" type="font/woff2" crossorigin>
  <link rel="stylesheet" href="${asset("site.css")}">
  <link rel="stylesheet" href="${place.root}/look.css?v=${site.lookVersion}">
  <link rel="alternate" type="application/rss+xml" title="${words.data.names.rss}" href="${feed("rss.xml")}">
  <link rel="alternate" type="application/atom+xml" title="${words.data.names.atom}" href="${feed("atom.xml")}">
  <link rel="alternate" type="application/feed+json" title="${words.data.names.json}" href="${feed("feed.json")}">
  ${frame.head ?? ""}`;
}

/** One address for each language, and which of them is this page's own. */
function languages({ place, words }: Site, { addressIn, isNotIndexed }: SiteFrame): Html | string {
  if (!addressIn || isNotIndexed) return "";
  const own = wholeOf(place, addressIn(place));
  const other = { ...place, language: words.other.code };
  return html`<link rel="canonical" href="${own}">
  <link rel="alternate" hreflang="${words.code}" href="${own}">
  <link rel="alternate" hreflang="${other.language}" href="${wholeOf(place, addressIn(other))}">`;
}

/** What a preview of a page shows. `image` is the path of a picture of 1200×630. */
export function previewTags(
  { authority, place }: Site,
  preview: {
    type: "article" | "website";
    title: string;
    description: string;
    page: string;
    image: { page: string; alt: string };
  },
): Html {
  return html`<meta property="og:type" content="${preview.type}">
  <meta property="og:site_name" content="${authority.name}">
  <meta property="og:locale" content="${place.language === "it" ? "it_IT" : "en_GB"}">
  <meta property="og:title" content="${preview.title}">
  <meta property="og:description" content="${preview.description}">
  <meta property="og:url" content="${wholeAddress(place, preview.page)}">
  <meta property="og:image" content="${place.home}/${preview.image.page}">
  <meta property="og:image:type" content="image/png">
  <meta property="og:image:width" content="1200">
  <meta property="og:image:height" content="630">
  <meta property="og:image:alt" content="${preview.image.alt}">
  <meta name="twitter:card" content="summary_large_image">`;
}
