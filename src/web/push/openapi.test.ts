import { describe, expect, test } from "vitest";
import { openApi } from "./openapi.ts";
import { readPush } from "./pushed-items.ts";
import { openTokenBuckets } from "./token-buckets.ts";

type Json = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: a document is walked by path here, and a wrong path fails the test.
const document = openApi("https://bacheca.example") as any;

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "$ref" in value ? [String(value.$ref)] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

describe("the OpenAPI document", () => {
  test("has what OpenAPI 3.1 requires", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: "Bacheca", version: expect.any(String) });
    expect(document.servers).toEqual([{ url: "https://bacheca.example" }]);
    const { post } = document.paths["/api/v1/authorities/{authorityId}/items"];
    expect(post.parameters.map(({ name, in: place }: Json) => `${place} ${name}`)).toEqual([
      "path authorityId",
      "query source",
      "header Idempotency-Key",
    ]);
    for (const response of Object.values<Json>(post.responses)) expect(response.description).toBeTruthy();
    expect(document.components.securitySchemes.apiKey).toMatchObject({ type: "http", scheme: "bearer" });
  });

  test("leads nowhere that is not in it", () => {
    const names = Object.keys(document.components.schemas);
    expect(names.sort()).toEqual(
      ["Answer", "Attachment", "Facts", "Item", "ItemList", "Problem", "Publication", "Result"].sort(),
    );
    for (const reference of referencesIn(document)) {
      expect(names).toContain(reference.replace("#/components/schemas/", ""));
    }
    expect(JSON.stringify(document)).not.toContain("$schema");
  });

  test("asks of an item what the address asks of it", () => {
    const { Item, ItemList } = document.components.schemas;
    expect(Item.required).toEqual(["title"]);
    expect(Item.additionalProperties).toBe(false);
    expect(Item.properties.facts).toEqual({ $ref: "#/components/schemas/Facts" });
    expect(ItemList.properties.items).toMatchObject({ minItems: 1, maxItems: 500 });
  });

  test("its example can be pushed", () => {
    const { post } = document.paths["/api/v1/authorities/{authorityId}/items"];
    const { value } = post.requestBody.content["application/json"].examples.one;
    expect(readPush(value, "it")).toMatchObject({ items: [{ title: "Magazziniere a Cantù" }], notes: [[]] });
  });
});

test.each([
  ["<p>Uno</p><p>due &amp; tre<br>quattro</p>", "Uno\n\ndue & tre\nquattro", "markup-removed"],
  ["<ul><li>a<li>b</ul><script>alert(1)</script><style>p{}</style>", "• a\n• b", "markup-removed"],
  [
    "Uno\ndue, paga <1500 e >1200 &amp; <nome cognome>",
    "Uno\ndue, paga <1500 e >1200 &amp; <nome cognome>",
    undefined,
  ],
])("of a text sent as %j people read %j", (text, read, note) => {
  const pushed = readPush({ id: "1", title: "Barista", text }, "it");
  expect(pushed).toMatchObject({ items: [{ text: read }], notes: [note === undefined ? [] : [note]] });
});

test("a key may act in bursts, then at its pace, and others are not slowed by it", () => {
  const buckets = openTokenBuckets({ perSecond: 2, burst: 3 });
  const start = new Date("2026-11-22T10:00:00Z");
  const after = (ms: number) => new Date(start.getTime() + ms);
  expect([1, 2, 3, 4].map(() => buckets.take("a", start))).toEqual([0, 0, 0, 1]);
  expect(buckets.take("b", start)).toBe(0);
  expect(buckets.take("a", after(500))).toBe(0);
  expect(buckets.take("a", after(500))).toBe(1);
  // A clock set back gives nothing away and takes nothing.
  expect(buckets.take("a", after(-60_000))).toBe(1);
  expect([1, 2, 3, 4].map(() => buckets.take("a", after(60_000)))).toEqual([0, 0, 0, 1]);
});
