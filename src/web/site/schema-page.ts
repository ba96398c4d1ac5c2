import { html } from "hono/html";
import type { Html } from "../web-parts.ts";
import { pageAddress, pageNames, wholeAddress } from "./addresses.ts";
import {
  type DataFieldForm,
  dataFields,
  itemForms,
  type RegisterColumn,
  registerForms,
} from "./data-fields.ts";
import type { Site } from "./site.ts";
import { siteLayout } from "./site-layout.ts";

/** What each field of the open data holds, in which form, under which licence. */
export function schemaPage(site: Site): Html {
  const { words, place, said } = site;
  const { schema, data } = words;
  const registerColumns = Object.keys(registerForms) as RegisterColumn[];
  return siteLayout(
    site,
    {
      title: schema.title,
      description: schema.lead,
      addressIn: (other) => pageAddress(other, pageNames.schema),
      current: "data",
      trail: [{ label: data.title, address: pageAddress(place, pageNames.data) }, { label: schema.title }],
    },
    html`<div class="prose"><h1>${schema.title}</h1><p class="lead">${schema.lead}</p>
    <p>${data.licence}: ${said.licence ? html`<a href="${said.licence.url}" rel="license">${said.licence.name}</a>` : data.noLicence}</p>
    <h2>${schema.items}</h2><p>${schema.itemsText}</p>
    ${fieldList(
      site,
      dataFields.map((name) => ({ name, form: itemForms[name], meaning: data.fieldMeanings[name] })),
    )}
    <h2>${schema.register}</h2><p>${schema.registerText}</p>
    ${fieldList(
      site,
      registerColumns.map((name) => ({
        name,
        form: registerForms[name],
        meaning: schema.registerMeanings[name],
      })),
    )}
    <h2>${schema.changes}</h2><p>${schema.changesText}</p>
    <dl>${Object.entries(schema.changeMeanings).map(
      ([name, meaning]) => html`<dt><code>${name}</code></dt><dd>${meaning}</dd>`,
    )}</dl>
    <h2>${data.described}</h2>
    <ul>${(["openapi.json", "dati/catalogo.jsonld"] as const).map((page) => {
      const name = page === "openapi.json" ? data.names.openApi : data.names.catalogue;
      return html`<li>${name}: <a class="address" href="${pageAddress(place, page)}">${wholeAddress(place, page)}</a></li>`;
    })}</ul></div>`,
  );
}

interface ToldField {
  name: string;
  form: DataFieldForm;
  meaning: string;
}

/** A list and no table: four columns have no room on a telephone. */
function fieldList({ words }: Site, fields: readonly ToldField[]): Html {
  const { schema } = words;
  return html`<dl>${fields.map(
    ({ name, form, meaning }) =>
      html`<dt><code>${name}</code></dt><dd>${meaning}<br><small>${schema.shape}: ${schema.shapes[form.shape]}; ${form.isOptional ? schema.canBeEmpty : schema.always}. ${schema.example}: <code>${form.example}</code></small></dd>`,
  )}</dl>`;
}
