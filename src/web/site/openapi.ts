import { contracts } from "../../noticeboard/contract.ts";
import { professions } from "../../noticeboard/profession.ts";
import { parameterNames, searchCharactersMax, stateWords } from "../../noticeboard/question.ts";
import { itemKinds } from "../../watching/found-item.ts";
import { pageNames } from "./addresses.ts";
import { dataSchemas, reference } from "./data-schemas.ts";
import { feedNames } from "./feed-names.ts";
import { hubOperation } from "./hub-operation.ts";
import type { Site } from "./site.ts";

/** All that programs can read of an authority's pages, as OpenAPI 3.1, in the language of the page. */
export function siteOpenApi(site: Site): object {
  const { words, place, authority, said } = site;
  const { api } = words.schema;
  return {
    openapi: "3.1.0",
    info: {
      title: api.title(authority.name),
      // Of these addresses, not of the program: it stays while clients need not change.
      version: "1.0.0",
      description: api.description,
      ...(said.licence && { license: { name: said.licence.name, url: said.licence.url } }),
    },
    servers: [{ url: place.home }],
    paths: {
      ...itemPaths(site),
      ...feedPaths(site),
      ...otherPaths(site),
      ...(site.hub?.startsWith(place.home) && { "/hub": { post: hubOperation(site) } }),
    },
    components: { schemas: dataSchemas(site) },
  };
}

type Content = Record<string, { schema: object }>;
interface Operation {
  id: string;
  summary: string;
  content: Content;
  parameters?: object[];
  /** What it answers besides the data. */
  refusals?: Record<string, object>;
}

function operation({ words }: Site, { id, summary, content, parameters = [], refusals = {} }: Operation) {
  const { api } = words.schema;
  return {
    get: {
      operationId: id,
      summary,
      parameters,
      responses: {
        "200": { description: api.fine, content },
        "304": { description: api.fresh },
        ...refusals,
      },
    },
  };
}

const textOf = (type: string): Content => ({ [type]: { schema: { type: "string" } } });
const page = textOf("text/html");

function itemPaths(site: Site): object {
  const { api } = site.words.schema;
  const file = (id: string, content: Content) => operation(site, { id, summary: api.items, content });
  return {
    "/dati/notizie.json": file("itemsAsJson", { "application/json": { schema: reference("Items") } }),
    "/dati/notizie.csv": file("itemsAsCsv", textOf("text/csv")),
  };
}

function feedPaths(site: Site): object {
  const { api } = site.words.schema;
  const parameters = boardParameters(site);
  const refusals = { "400": { description: api.refused, content: page } };
  const contents = {
    "rss.xml": textOf("application/rss+xml"),
    "atom.xml": textOf("application/atom+xml"),
    "feed.json": { "application/feed+json": { schema: reference("JsonFeed") } },
  };
  const feeds = feedNames.map(({ file, name }) => [
    `/notizie/${file}`,
    operation(site, { id: `${name}Feed`, summary: api.feed, content: contents[file], parameters, refusals }),
  ]);
  const calendar = { id: "calendar", summary: api.calendar, content: textOf("text/calendar") };
  return {
    ...Object.fromEntries(feeds),
    "/scadenze.ics": operation(site, { ...calendar, parameters, refusals }),
  };
}

function otherPaths(site: Site): object {
  const { api } = site.words.schema;
  const { parameters: told } = api;
  const query = (name: string, description: string, schema: object) => inQuery(name, description, schema);
  return {
    "/changes": operation(site, {
      id: "changes",
      summary: api.changes,
      content: { "application/json": { schema: reference("Changes") } },
      parameters: [
        query("since", told.since, { type: "string", examples: ["2026-11-20T09:00:00Z"] }),
        query("after", told.after, { type: "string", pattern: "^[1-9]\\d{0,17}$" }),
      ],
      refusals: { "400": { description: api.refused, content: page } },
    }),
    [`/${pageNames.register}.csv`]: operation(site, {
      id: "register",
      summary: api.register,
      content: textOf("text/csv"),
      parameters: [
        query("regola", told.rule, { type: "integer", minimum: 1, maximum: 99 }),
        query("misura", told.action, { type: "string", pattern: "^[a-z]{0,12}$" }),
        query("mese", told.period, { type: "string", pattern: "^\\d{4}-\\d{2}$" }),
      ],
      refusals: { "404": { description: api.notThere, content: page } },
    }),
    "/sitemap.xml": operation(site, {
      id: "siteMap",
      summary: api.sitemap,
      content: textOf("application/xml"),
    }),
    "/dati/catalogo.jsonld": operation(site, {
      id: "catalogue",
      summary: api.catalogue,
      content: { "application/ld+json": { schema: { type: "object", required: ["@context", "@graph"] } } },
    }),
    "/openapi.json": operation(site, {
      id: "description",
      summary: api.self,
      content: { "application/json": { schema: { type: "object", required: ["openapi", "paths"] } } },
      parameters: [query("lang", told.lang, { type: "string", enum: ["it", "en"] })],
    }),
  };
}

function inQuery(name: string, description: string, schema: object): object {
  return { name, in: "query", required: false, description, schema };
}

/** The filters of the noticeboard. */
function boardParameters({ words }: Site): object[] {
  const { parameters: told } = words.schema.api;
  const names = parameterNames;
  return [
    inQuery(names.search, told.search, { type: "string", maxLength: searchCharactersMax }),
    inQuery(names.kind, told.kind, { type: "string", enum: itemKinds }),
    inQuery(names.place, told.place, { type: "string", maxLength: 120 }),
    inQuery(names.contract, told.contract, { type: "string", enum: contracts }),
    inQuery(names.office, told.office, { type: "string", maxLength: 120 }),
    inQuery(names.profession, told.profession, { type: "string", enum: professions }),
    inQuery(names.state, told.state, { type: "string", enum: Object.values(stateWords) }),
    inQuery("lang", told.lang, { type: "string", enum: ["it", "en"] }),
  ];
}
