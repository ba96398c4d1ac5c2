import { html } from "hono/html";
import { asset } from "../assets.ts";
import type { Html } from "../web-parts.ts";
import type { Site } from "./site.ts";

/** A page without the frame of the others, in the authority's look: a sheet to print, a box on another site. */
export function barePage(
  { place, lookVersion }: Site,
  {
    title,
    kind,
    head = "",
  }: { title: string; kind: "embed" | "poster" | "poster poster-a3" | "weekly"; head?: Html | "" },
  content: Html,
): Html {
  return html`<!doctype html>
<html lang="${place.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  ${head}
  <title>${title}</title>
  <link rel="stylesheet" href="${asset("site.css")}">
  <link rel="stylesheet" href="${place.root}/look.css?v=${lookVersion}">
</head>
<body class="${kind}">
  <main>
    ${content}
  </main>
</body>
</html>`;
}
