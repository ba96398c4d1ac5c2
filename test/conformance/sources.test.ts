import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { feedSource } from "../../src/sources/feed/feed-source.ts";
import { openSources } from "../../src/sources/registry.ts";
import { client } from "../loopback.ts";
import { sourceSuite } from "./source-suite.ts";
import type { Document } from "./source-under-test.ts";

const samples = join(import.meta.dirname, "../../src/sources/feed/samples");

function sample(name: string, contentType = "application/rss+xml; charset=utf-8"): Document {
  return { body: readFileSync(join(samples, name)), contentType };
}

const refused = [
  { what: "a page in its place", document: sample("an-html-page.html", "text/html"), fault: "html-instead" },
  { what: "a page that claims to be a feed", document: sample("an-html-page.html"), fault: "html-instead" },
  { what: "another kind of XML", document: sample("a-sitemap.xml", "application/xml"), fault: "not-a-feed" },
  { what: "another kind of JSON", document: sample("other.json", "application/json"), fault: "not-a-feed" },
  { what: "a few words", document: sample("plain-text.txt", "text/plain"), fault: "not-a-feed" },
  { what: "cut before the first item", document: sample("cut-before-the-first-item.rss"), fault: "broken" },
] as const;

describe.each([
  { format: "RSS", document: sample("clean.rss"), titles: ["Barista a Lecco", "Saldatore a Erba"] },
  {
    format: "RSS in windows-1252 under a wrong label",
    document: sample("windows-1252-says-utf-8.rss"),
    titles: ["Caffè a Lecco"],
  },
  { format: "Atom", document: sample("atom.atom", "application/atom+xml"), titles: ["Camerieri – estate"] },
  {
    format: "JSON Feed",
    document: sample("feed.json", "application/feed+json"),
    titles: ["Barista & co.", "a < b seconda riga"],
  },
])("the source of kind feed, $format", ({ document, titles }) => {
  sourceSuite({
    open: (http, limits) => feedSource(http, { limits }),
    document,
    titles,
    refused: [...refused],
  });
});

it("every source of the registry stands under its own kind", () => {
  const sources = openSources(client());
  expect(Object.entries(sources).map(([kind, source]) => kind === source.kind)).toEqual([true]);
});
