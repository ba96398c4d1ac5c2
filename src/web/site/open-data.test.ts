// What is described of the public data is true: the description is a valid one, and every address in it answers as it says.
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { fillSite, now } from "../../../test/pages/site-cast.ts";
import { readItems } from "../../noticeboard/read-items.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { dataFields } from "./data-fields.ts";

let database: TestDatabase;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  await fillSite(database);
  await readItems({ db: database.db });
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
});

const origin = "https://bacheca.provincia.example";
const get = (address: string) => fetch(web.origin + address.replace(origin, ""), { redirect: "manual" });
// biome-ignore lint/suspicious/noExplicitAny: documents are walked by path here, and a wrong path fails the test.
const json = async (address: string): Promise<any> => await (await get(address)).json();

describe.each(["it", "en"])("the description in %s", (language) => {
  const description = () => json(`/valdilago/openapi.json?lang=${language}`);

  test("is a valid OpenAPI document of 3.1", async () => {
    const validator = new Validator();
    const result = await validator.validate(await description());
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  test("is true of every address in it: status, type, and the shape of what is JSON", async () => {
    const document = await description();
    const base = document.servers[0].url;
    const checks = new Ajv2020({ strict: false, allErrors: true });
    (formats as unknown as typeof formats.default)(checks);
    checks.addSchema(document, "api");
    const checked: string[] = [];
    for (const [path, operations] of Object.entries<Record<string, Operation>>(document.paths)) {
      const { get: operation } = operations;
      if (!operation) continue;
      const answer = await get(`${base}${path}`);
      expect(answer.status, path).toBe(200);
      const [[type, { schema }] = ["", { schema: {} }]] = Object.entries(
        operation.responses["200"]?.content ?? {},
      );
      expect(answer.headers.get("content-type"), path).toMatch(new RegExp(`^${type.replace("+", "\\+")}`));
      const body = await answer.text();
      if (/json$/.test(type)) {
        const within = `api#/paths/${path.replaceAll("/", "~1")}/get/responses/200/content/${type.replace("/", "~1")}/schema`;
        const isRight = checks.validate(encodeURI(within).replace("+", "%2B"), JSON.parse(body));
        expect(checks.errorsText(), path).toBe("No errors");
        expect(isRight).toBe(true);
        expect(schema).not.toEqual({});
      }
      for (const { name, schema: of } of operation.parameters) {
        const good = of.enum?.[0] ?? of.examples?.[0] ?? of.minimum ?? (of.pattern ? goodFor[name] : "Como");
        const taken = await get(`${base}${path}?${name}=${encodeURIComponent(String(good))}`);
        expect(taken.status, `${path} ${name}=${good}`).toBe(200);
        if (!of.enum || name === "lang") continue;
        const refused = await get(`${base}${path}?${name}=nonesuch`);
        expect(Object.keys(operation.responses), `${path} ${name}`).toContain(String(refused.status));
        expect(refused.status).toBe(400);
      }
      checked.push(path);
    }
    expect(checked.sort()).toEqual([
      "/changes",
      "/dati/catalogo.jsonld",
      "/dati/notizie.csv",
      "/dati/notizie.json",
      "/notizie/atom.xml",
      "/notizie/feed.json",
      "/notizie/rss.xml",
      "/openapi.json",
      "/registro.csv",
      "/scadenze.ics",
      "/sitemap.xml",
    ]);
  });

  test("is refused what it does not describe", async () => {
    const document = await description();
    const checks = new Ajv2020({ strict: false });
    (formats as unknown as typeof formats.default)(checks);
    checks.addSchema(document, "api");
    const { items } = await json("/valdilago/dati/notizie.json");
    const isItem = (item: object) => checks.validate("api#/components/schemas/Item", item);
    expect(isItem(items[0])).toBe(true);
    expect(isItem({ ...items[0], other: "x" })).toBe(false);
    expect(isItem({ ...items[0], state: "half open" })).toBe(false);
    expect(isItem({ ...items[0], title: null })).toBe(false);
    expect(isItem({ ...items[0], professions: "logistics sleeping" })).toBe(false);
  });
});

const goodFor: Record<string, string> = { after: "7", misura: "hide", mese: "2026-11" };

interface Operation {
  parameters: {
    name: string;
    schema: { enum?: string[]; examples?: string[]; pattern?: string; minimum?: number };
  }[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

test("the hub it describes answers as it says", async () => {
  const { paths } = await json("/valdilago/openapi.json");
  const { responses } = paths["/hub"].post;
  const answer = await fetch(`${web.origin}/valdilago/hub`, { method: "POST", body: new URLSearchParams() });
  expect(Object.keys(responses)).toContain(String(answer.status));
  expect(answer.headers.get("content-type")).toContain(Object.keys(responses["400"].content)[0]);
});

describe("the catalogue", () => {
  test("has what DCAT-AP_IT asks of a catalogue, a dataset, a distribution and an agent", async () => {
    const { "@graph": graph, "@context": context } = await json("/valdilago/dati/catalogo.jsonld");
    const of = (type: string) =>
      graph.filter((node: Record<string, string[]>) => node["@type"]?.includes(type));
    const required: Record<string, string[]> = {
      "dcatapit:Catalog": ["dct:title", "dct:description", "dct:publisher", "dct:modified", "dcat:dataset"],
      "dcatapit:Dataset": [
        "dct:identifier",
        "dct:title",
        "dct:description",
        "dct:modified",
        "dcat:theme",
        "dct:rightsHolder",
        "dct:accrualPeriodicity",
        "dcat:distribution",
      ],
      "dcatapit:Distribution": ["dct:format", "dcat:accessURL", "dct:license"],
      "dcatapit:Agent": ["dct:identifier", "foaf:name"],
      "dcatapit:LicenseDocument": ["foaf:name"],
    };
    for (const [type, properties] of Object.entries(required)) {
      expect(of(type).length, type).toBeGreaterThan(0);
      for (const node of of(type)) expect(Object.keys(node)).toEqual(expect.arrayContaining(properties));
    }
    // Every node that is named is there, or is of somebody else.
    const ids = graph.map((node: Record<string, string>) => node["@id"]);
    const named = [...JSON.stringify(graph).matchAll(/"@id":"([^"]*)"/g)].map(([, id]) => id ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of named.filter((each) => each.startsWith(`${origin}/valdilago#`)))
      expect(ids).toContain(id);
    const prefixes = [...JSON.stringify(graph).matchAll(/"([a-z]+):[A-Za-z]+"/g)].map(([, prefix]) => prefix);
    for (const prefix of prefixes) expect(Object.keys(context)).toContain(prefix);
  });

  test("leads to files that are there, of the kind it says", async () => {
    const { "@graph": graph } = await json("/valdilago/dati/catalogo.jsonld?lang=en");
    let files = 0;
    for (const node of graph.filter((each: object) => "dcat:downloadURL" in each)) {
      const answer = await get(node["dcat:downloadURL"]["@id"]);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain(node["dcat:mediaType"]);
      files++;
    }
    expect(files).toBe(5);
  });

  test("names no licence where the authority has not decided on one", async () => {
    const text = JSON.stringify(await json("/altocolle/dati/catalogo.jsonld"));
    expect(text).not.toContain("license");
    expect((await json("/altocolle/openapi.json")).info.license).toBeUndefined();
  });
});

test("the page about the schema tells every field there is, in both languages", async () => {
  const [header] = (await (await get("/valdilago/dati/notizie.csv")).text()).split("\r\n");
  const [register] = (await (await get("/valdilago/registro.csv")).text()).split("\r\n");
  for (const language of ["it", "en"]) {
    const page = await (await get(`/valdilago/dati/schema?lang=${language}`)).text();
    const told = [...page.matchAll(/<dt><code>([^<]*)<\/code><\/dt>/g)].map(([, name]) => name);
    expect(told).toEqual([
      ...(header ?? "").replace("\uFEFF", "").split(","),
      ...(register ?? "").split(","),
      "id",
      "url",
      "what",
      "at",
      "next",
      "hasMore",
    ]);
    expect(told).toEqual(expect.arrayContaining([...dataFields]));
    expect(page).toContain("CC BY 4.0");
  }
});
