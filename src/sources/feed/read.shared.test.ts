import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { shared, sharedIsHere, sharedMissing } from "../../../test/shared.ts";
import { plainLine } from "../../platform/plain-text.ts";
import type { FoundItem } from "../../watching/found-item.ts";
import { absoluteLink } from "./links.ts";
import { type ReadResult, readFeed } from "./read.ts";

const now = new Date("2026-11-18T12:00:00Z");
const address = "https://feed.example/a/rss.xml";

function read(path: string): ReadResult {
  return readFeed(readFileSync(shared(path)), undefined, address, now);
}

function itemsOf(path: string): FoundItem[] {
  const result = read(path);
  if (result.kind !== "found") throw new Error(`${path}: ${result.fault}, ${result.detail}`);
  return result.items;
}

function json(path: string) {
  return JSON.parse(readFileSync(shared(path), "utf8"));
}

const there = describe.skipIf(!sharedIsHere);
const title = (what: string) => (sharedIsHere ? what : `${what} (skipped: ${sharedMissing})`);

there(title("feeds as portals write them"), () => {
  const expected = sharedIsHere ? json("samples/feeds/expected.json") : {};
  const feeds = Object.keys(expected).filter((name) => name.endsWith(".xml"));

  it.each(feeds)("%s gives all its items, without markup or decorations", (name) => {
    const items = itemsOf(`samples/feeds/${name}`);
    expect(items).toHaveLength(expected[name].items);
    for (const item of items) {
      expect(`${item.title} ${item.text}`).not.toMatch(
        /<\/?(p|br|b|div|span|strong|a|li)\b|&\w+;|&#\d+;|proviene da|pixel/,
      );
      expect(`${item.title} ${item.text}`).not.toMatch(/\ufffd|[\u0080-\u009f]/);
    }
  });

  it.each(["06-elenco-tipo-sintesi.html", "08-dettaglio-jobposting.html", "10-bollettino-settimanale.html"])(
    "%s is a page, not a feed",
    (name) => {
      expect(read(`samples/feeds/${name}`)).toMatchObject({ kind: "fault", fault: "html-instead" });
    },
  );

  it("windows-1252 under the label of ISO-8859-1 is read right, with the same item twice", () => {
    const name = "05-legacy-windows1252-senza-guid.xml";
    const items = itemsOf(`samples/feeds/${name}`);
    expect([...new Set(items.map((item) => item.title))]).toEqual(expected[name].titles);
    expect(new Set(items.map((item) => item.link)).size).toBe(expected[name].unique_items);
    expect(items[0]?.text).toContain("€ 1.010");
    expect(items.map((item) => item.publishedAt?.toISOString())).toEqual([
      "2026-11-12T08:00:00.000Z",
      "2026-11-11T08:00:00.000Z",
      undefined,
      "2026-11-12T08:00:00.000Z",
    ]);
  });

  it("documents behind links and enclosures are attachments", () => {
    const of = (name: string) => itemsOf(`samples/feeds/${name}`).flatMap((item) => item.attachments ?? []);
    expect(of("01-joomla-rss20.xml").map((one) => one.url)).toEqual([
      "https://portalelavoro.cst-calanchi.example/attachments/article/411/modulo-adesione-l68.pdf",
    ]);
    expect(of("02-wordpress-rss20.xml")).toMatchObject([{ type: "application/pdf", bytes: 182344 }]);
    expect(of("03b-liferay-atom-fetch2-id-cambiato.xml")).toMatchObject([
      { type: "application/pdf", bytes: 90211 },
    ]);
    expect(of("04-drupal-rss20.xml")).toMatchObject([{ type: "application/pdf", bytes: 54321 }]);
  });

  it("an impossible hour leaves the date out, and every repair is noted", () => {
    const result = read("samples/feeds/11-malformato-bom-entita.xml");
    expect(result).toMatchObject({
      items: [
        {
          title: "Ricerca & selezione: addetti/e pulizie – università",
          text: expect.stringContaining("lun<ven 6-9."),
        },
        { title: "Corso gratuito di panificazione" },
      ],
      mended: ["control-characters", "stray-signs", "undeclared-entities", "unreadable-dates"],
    });
    const course = itemsOf("samples/feeds/11-malformato-bom-entita.xml")[1];
    expect([course?.id, course?.publishedAt]).toEqual([undefined, undefined]);
  });
});

/** The facts of an item as another project's parser returns it, by whatever names. */
interface Foreign {
  id: string | undefined;
  link: string | undefined;
  title: string;
  date: number | undefined;
}

/** The fields of other parsers that we compare; each format has some of them. */
interface Theirs {
  guid?: string | { value?: string };
  id?: string;
  rdf?: { about?: string };
  "rdf:about"?: string;
  link?: string;
  links?: { rel?: string; href?: string }[];
  title: string;
  pubDate?: string;
  published?: string;
  updated?: string;
  isoDate?: string;
  dc?: { dates?: string[] };
}

function guidOf({ guid }: Theirs): string | undefined {
  return typeof guid === "string" ? guid : guid?.value;
}

function ours(item: FoundItem): Foreign {
  return {
    id: item.id,
    link: item.link,
    title: item.title,
    date: (item.publishedAt ?? item.updatedAt)?.getTime(),
  };
}

there(title("every version of RSS, RDF and Atom, as feedsmith reads it"), () => {
  const versions = ["rss-090", "rss-091", "rss-092", "rss-093", "rss-094", "rss-20", "rss-ns"];
  it.each([...versions, "rdf-09", "rdf-10", "rdf-ns", "atom-03", "atom-10", "atom-ns"])("%s", (name) => {
    const theirs = json(`real/feeds/feedsmith/${name}.json`);
    const expected = (theirs.items ?? theirs.entries).map((item: Theirs): Foreign => {
      // These two state xml:base, which that parser leaves to its caller.
      const base = /^atom-(03|10)$/.test(name) ? "http://example.org/" : address;
      const alternate = item.links?.find((link) => (link.rel ?? "alternate") === "alternate")?.href;
      const date = item.pubDate ?? item.published ?? item.dc?.dates?.[0] ?? item.updated;
      return {
        id: guidOf(item) ?? item.id ?? item.rdf?.about,
        link: absoluteLink(item.link ?? alternate, base),
        title: plainLine(item.title),
        date: date ? Date.parse(date) : undefined,
      };
    });
    expect(itemsOf(`real/feeds/feedsmith/${name}.xml`).map(ours)).toEqual(expected);
  });
});

there(title("feeds caught in the wild, as rss-parser reads them"), () => {
  const feeds = [
    "craigslist.rss",
    "gulp-atom.atom",
    "heraldsun.rss",
    "instant-article.rss",
    "pagination-links.rss",
  ];
  it.each(feeds)("%s gives the same ids, links, titles and dates", (name) => {
    const { feed } = json(`real/feeds/rss-parser/${name.replace(/\..*/, "")}.expected.json`);
    const expected = feed.items.map(
      (item: Theirs): Foreign => ({
        id: guidOf(item) ?? item.id ?? item["rdf:about"],
        link: absoluteLink(item.link, address),
        title: plainLine(item.title),
        date: item.isoDate ? Date.parse(item.isoDate) : undefined,
      }),
    );
    expect(itemsOf(`real/feeds/rss-parser/${name}`).map(ours)).toEqual(expected);
  });

  it("entries without title, text and link are left out", () => {
    for (const name of ["missing-fields.atom", "incomplete-fields.atom"]) {
      expect(read(`real/feeds/rss-parser/${name}`)).toMatchObject({ items: [], mended: ["empty-items"] });
    }
  });

  it("a page that tells of a move is a page", () => {
    expect(read("real/feeds/rss-parser/unrecognized.rss")).toMatchObject({
      kind: "fault",
      fault: "html-instead",
    });
  });
});

there(title("months of polls of three municipal feeds"), () => {
  // Figures counted by others, in the README beside the polls; the 18 ids seen twice there are all empty ones.
  const figures = [
    { name: "venezia", distinct: 653, empty: 3, nameless: 22, dateless: 22 },
    { name: "castelbuono", distinct: 515, empty: 0, nameless: 0, dateless: 0 },
    { name: "san-giuseppe-jato", distinct: 2086, empty: 0, nameless: 0, dateless: 7522 },
  ];
  it.each(figures)("$name: every poll is read, no item is lost, none invented", ({ name, ...expected }) => {
    const lines = gunzipSync(readFileSync(shared(`real/polls/${name}.jsonl.gz`)))
      .toString("utf8")
      .trim()
      .split("\n");
    const counted = { distinct: 0, empty: 0, nameless: 0, dateless: 0 };
    const ids = new Set<string>();
    for (const line of lines) {
      const { body, contentType } = JSON.parse(line) as { body: string; contentType: string };
      const result = readFeed(Buffer.from(body), contentType, address, now);
      if (result.kind !== "found") throw new Error(`${result.fault}: ${result.detail}`);
      expect(result.items).toHaveLength(body.split("<item>").length - 1);
      if (result.items.length === 0) counted.empty++;
      for (const { id, link, publishedAt } of result.items) {
        const key = id ?? link;
        if (key) ids.add(key);
        else counted.nameless++;
        if (!publishedAt) counted.dateless++;
      }
    }
    expect({ ...counted, distinct: ids.size }).toEqual(expected);
    expect(lines).toHaveLength(300);
  });
});
