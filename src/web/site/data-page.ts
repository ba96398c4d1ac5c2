import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames, wholeAddress } from "./addresses.ts";
import { dataFields } from "./data-fields.ts";
import { feedNames } from "./feed-names.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

/** Every way in which programs can read the noticeboard, and what the fields mean. */
export function dataPage(site: Site): Html {
  const { words, place, said } = site;
  const { data } = words;
  const address = (page: string, name: keyof typeof data.names) =>
    html`<li>${data.names[name]}: <a class="address" href="${pageAddress(place, page)}">${wholeAddress(place, page)}</a></li>`;
  return siteLayout(
    site,
    {
      title: data.title,
      description: data.lead,
      addressIn: (other) => pageAddress(other, "dati"),
      current: "data",
      trail: [{ label: data.title }],
    },
    html`<div class="prose"><h1>${data.title}</h1><p class="lead">${data.lead}</p>
    <h2>${data.feeds}</h2><p>${data.feedsText}</p>
    <ul>${feedNames.map(({ file, name }) => address(`notizie/${file}`, name))}${address("scadenze.ics", "ics")}</ul>
    <h2>${data.files}</h2><p>${data.filesText}</p>
    <ul>${address("dati/notizie.csv", "csv")}${address("dati/notizie.json", "data")}${address("sitemap.xml", "sitemap")}</ul>
    <p>${data.licence}: ${said.licence ? html`<a href="${said.licence.url}" rel="license">${said.licence.name}</a>` : data.noLicence}</p>
    <h2 id="fields">${data.fields}</h2>
    <table class="fields" aria-labelledby="fields"><thead><tr><th scope="col">${data.field}</th><th scope="col">${data.meaning}</th></tr></thead>
      <tbody>${dataFields.map((field) => html`<tr><th scope="row"><code>${field}</code></th><td>${data.fieldMeanings[field]}</td></tr>`)}</tbody></table>
    <h2>${data.described}</h2><p>${data.describedText}</p>
    <ul>${address(pageNames.schema, "schema")}${address("openapi.json", "openApi")}${address("dati/catalogo.jsonld", "catalogue")}</ul>
    <h2>${data.changes}</h2><p>${data.changesText}</p>
    <ul>${address("changes", "changes")}</ul>
    <h2 id="embed">${data.embed}</h2><p>${data.embedText}</p>
    <pre tabindex="0"><code>${embedSnippet(site)}</code></pre></div>`,
  );
}

/** The lines another site copies to show the newest items. */
export function embedSnippet({ place, words, authority }: Site): string {
  const title = words.embed.title(authority.name).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${wholeAddress(place, "riquadro")}" title="${title}" width="100%" height="480" loading="lazy"></iframe>`;
}
