import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FoundItem } from "../../watching/found-item.ts";
import type { Mend } from "./mends.ts";
import { type ReadResult, readFeed } from "./read.ts";

const now = new Date("2026-11-18T12:00:00Z");
const address = "https://feed.example/x/rss.xml";

function read(sample: string, contentType?: string): ReadResult {
  return readFeed(readFileSync(join(import.meta.dirname, "samples", sample)), contentType, address, now);
}

function found(sample: string, contentType?: string): Extract<ReadResult, { kind: "found" }> {
  const result = read(sample, contentType);
  if (result.kind !== "found") throw new Error(`${sample}: ${result.fault}, ${result.detail}`);
  return result;
}

const barista: FoundItem = {
  id: "1",
  link: "https://portale.example/1",
  title: "Barista a Lecco",
  text: "Part time, 20 ore.",
  publishedAt: new Date("2026-11-18T09:00:00Z"),
};
const saldatore: FoundItem = {
  id: "2",
  link: "https://portale.example/2",
  title: "Saldatore a Erba",
  text: "Tempo pieno.",
  publishedAt: new Date("2026-11-17T09:00:00Z"),
};
const caffe = { ...barista, title: "Caffè a Lecco" };

describe("a feed is read whole", () => {
  it.each<[string, FoundItem[], Mend[]]>([
    ["clean.rss", [barista, saldatore], []],
    ["no-items.rss", [], []],
    ["bom-and-blanks.rss", [barista, saldatore], []],
    ["php-notices.rss", [barista, saldatore], ["text-before-feed"]],
    ["unclosed-items.rss", [barista, saldatore], ["unclosed-items"]],
    ["no-root.rss", [barista, saldatore], ["no-root"]],
    ["control-characters.rss", [{ ...barista, text: "Part time , 20 ore." }], ["control-characters"]],
    ["billion-laughs.rss", [{ ...barista, text: "&j;, 20 ore." }], ["own-entities", "stray-signs"]],
    ["external-entity.rss", [{ ...barista, text: "&x;, 20 ore." }], ["own-entities", "stray-signs"]],
    ["windows-1252.rss", [{ ...caffe, text: "Località “Colà” – € 9, 20 ore." }], []],
    ["windows-1252-says-utf-8.rss", [{ ...caffe, text: "Città – € 9, 20 ore." }], ["wrong-charset-label"]],
    ["utf-8-says-latin-1.rss", [caffe], ["wrong-charset-label"]],
    ["utf-16.rss", [caffe], []],
    [
      "utf-8-broken-once.rss",
      [{ ...barista, title: "Caffè è così a Lecco", text: "lunghezza citt, 20 ore." }],
      ["broken-characters"],
    ],
  ])("%s", (sample, items, mended) => {
    const result = found(sample);
    expect(result.items).toEqual(items);
    expect(result.mended.toSorted()).toEqual(mended.toSorted());
    expect(result.title).toBe("Portale");
  });
});

describe("of a feed cut short", () => {
  it.each(["cut-in-the-second-item.rss", "cut-in-a-tag.rss", "cut-in-cdata.rss"])(
    "only the whole items count, never a half one: %s",
    (sample) => {
      const result = found(sample);
      expect(result.items).toEqual([barista]);
      expect(result.mended).toContain("truncated");
    },
  );

  it("nothing counts when not even one item is whole", () => {
    expect(read("cut-before-the-first-item.rss")).toMatchObject({ kind: "fault", fault: "broken" });
  });

  it("every cut of a feed gives whole items or a fault", () => {
    const whole = readFileSync(join(import.meta.dirname, "samples/clean.rss"));
    for (let length = 0; length < whole.length; length++) {
      const result = readFeed(whole.subarray(0, length), undefined, address, now);
      if (result.kind === "found") {
        expect([barista, saldatore].slice(0, result.items.length)).toEqual(result.items);
        // Without the last line break nothing is missing.
        if (length < whole.length - 1) expect(result.mended).toContain("truncated");
      }
    }
  });
});

describe("what is no feed says what it is", () => {
  it.each([
    ["an-html-page.html", "html-instead"],
    ["a-sitemap.xml", "not-a-feed"],
    ["plain-text.txt", "not-a-feed"],
    ["other.json", "not-a-feed"],
    ["blank.rss", "empty-body"],
  ])("%s: %s", (sample, fault) => {
    // The type of a feed changes nothing: error pages come with any.
    expect(read(sample, "application/rss+xml")).toMatchObject({ kind: "fault", fault });
  });

  it("JSON of a feed that breaks off is broken", () => {
    const result = readFeed(
      Buffer.from('{"version":"https://jsonfeed.org/version/1","items":[{'),
      undefined,
      address,
      now,
    );
    expect(result).toMatchObject({ kind: "fault", fault: "broken" });
  });

  it("elements nested without end are broken", () => {
    const result = readFeed(Buffer.from(`<rss>${"<a>".repeat(100_000)}`), undefined, address, now);
    expect(result).toMatchObject({ kind: "fault", fault: "broken" });
  });
});

describe("texts", () => {
  it("keep signs that are not markup", () => {
    expect(found("bare-signs.rss").items).toEqual([
      {
        id: "1",
        link: "https://portale.example/?a=1&copy=2&b=3",
        title: "Ricerca & selezione: orario 8<14",
        text: "lun<ven 8-14, paga > 9 € & mensa",
      },
    ]);
    expect(found("cdata.rss").items[0]).toMatchObject({
      title: "Tecnico <3 anni & co.",
      text: "Uno ]]> due",
    });
  });

  it("have their entities resolved, declared or not, once or twice escaped", () => {
    expect(found("html-entities.rss").items[0]).toMatchObject({
      title: "Attività – città",
      text: "L’orario è 8÷14",
    });
    expect(found("escaped-twice.rss").items[0]).toMatchObject({
      title: "Perché no & subito",
      text: "Prima riga\n\nSeconda è qui",
    });
  });

  it("may be HTML that nobody escaped, without harm to what follows", () => {
    const { items } = found("unescaped-html.rss");
    expect(items[0]).toMatchObject({
      title: "Corso gratuito",
      text: "120 ore\nattestato finale\n\nIscrizioni aperte bando",
      attachments: [{ url: "https://portale.example/bando.pdf", title: "bando" }],
    });
    expect(items[1]).toEqual(saldatore);
  });

  it("come from the fullest element, without scripts, pixels and the advertising of WordPress", () => {
    expect(found("wordpress.rss").items).toEqual([
      {
        id: "https://portale.example/?p=1",
        link: "https://portale.example/barista/",
        title: "Barista – Lecco",
        text: "Testo intero.",
        labels: ["Offerte", "CPI Lecco"],
        facts: { employer: "Bar & Sport", place: "Lecco", contract: "Part-time" },
      },
    ]);
  });

  it("give a title to an item without; one with nothing at all is left out", () => {
    const { items, mended } = found("no-titles.rss");
    expect(items.map((item) => item.title)).toEqual([
      "Cercasi cuoco o cuoca per la mensa della scuola primaria di Erba, contratto a tempo…",
      "https://portale.example/2",
    ]);
    expect(mended).toEqual(["empty-items"]);
  });
});

describe("links", () => {
  it("become absolute, and lead to the web or nowhere", () => {
    expect(found("links-of-all-kinds.rss").items.map((item) => item.link)).toEqual([
      "https://www.portale.example/offerta.asp?id=1",
      "https://www.portale.example/lavoro/2",
      "https://www.altro.example/3",
      "https://cdn.example/4",
      undefined,
      "https://portale.example/a%20b/6",
      "https://base.example/x/7",
    ]);
  });

  it("come from a guid that is an address, unless it says it is none", () => {
    expect(found("guid-as-link.rss").items.map(({ id, link }) => [id, link])).toEqual([
      ["https://portale.example/a", "https://portale.example/a"],
      ["https://portale.example/b", undefined],
      [undefined, undefined],
    ]);
  });

  it("to documents are attachments, once each, with what is known of them", () => {
    expect(found("attachments.rss").items[0]?.attachments).toEqual([
      {
        url: "https://portale.example/doc/avviso.pdf",
        type: "application/pdf",
        bytes: 182344,
        title: "Avviso pubblico",
      },
      { url: "https://portale.example/foto.jpg", type: "image/jpeg" },
      { url: "https://portale.example/modulo%20domanda.DOCX?v=2", title: "Modulo" },
      { url: "https://portale.example/file/7", title: "Scheda", type: "application/pdf", bytes: 54321 },
    ]);
  });
});

it("dates that cannot be are absent, and said so", () => {
  const { items, mended } = found("dirty-dates.rss");
  expect(items.map((item) => item.publishedAt?.toISOString())).toEqual([
    "2026-11-12T08:00:00.000Z",
    "2026-11-10T23:00:00.000Z",
    "2025-04-07T00:00:00.000Z",
    undefined,
    undefined,
    undefined,
  ]);
  expect(mended).toEqual(["unreadable-dates"]);
});

describe("every format says the same", () => {
  const publishedAt = new Date("2026-11-18T09:00:00Z");

  it("RSS in capitals", () => {
    expect(found("upper-case.rss").items).toEqual([
      { id: "1", link: "https://portale.example/1", title: "Barista", text: "", publishedAt },
    ]);
  });

  it("RSS with prefixes of its own", () => {
    expect(found("other-prefixes.rss").items).toEqual([
      {
        id: "1",
        title: "A",
        text: "intero",
        publishedAt,
        attachments: [{ url: "https://portale.example/x.pdf" }],
      },
    ]);
  });

  it("RDF", () => {
    const { items, title } = found("rdf.rdf");
    const link = "https://portale.example/1";
    expect(items).toEqual([
      { id: link, link, title: "Barista", text: "Part time", publishedAt, labels: ["Offerte"] },
    ]);
    expect(title).toBe("Portale");
  });

  it("Atom 1.0, with xml:base, XHTML and the source of a copied entry", () => {
    const { items, title } = found("atom.atom");
    expect(title).toBe("Annunci & avvisi");
    expect(items).toEqual([
      {
        id: "tag:portale.example,2026:1",
        link: "https://portale.example/annunci/1",
        title: "Camerieri – estate",
        text: "Bellagio & dintorni, 5 < 6\n\n• uno\n• due bando",
        publishedAt: new Date("2026-11-10T10:00:00Z"),
        updatedAt: new Date("2026-11-18T09:00:00Z"),
        labels: ["Offerte"],
        attachments: [
          {
            url: "https://portale.example/scheda.pdf",
            type: "application/pdf",
            bytes: 90211,
            title: "Scheda",
          },
          { url: "https://portale.example/annunci/bando.pdf", title: "bando" },
        ],
      },
    ]);
  });

  it("Atom with a prefix on everything", () => {
    expect(found("atom-prefixed.atom").items).toEqual([
      { id: "1", link: "https://portale.example/1", title: "Barista", text: "Testo", updatedAt: publishedAt },
    ]);
  });

  it("Atom 0.3, with a text in base64", () => {
    expect(found("atom-03.atom").items[0]).toMatchObject({
      text: "Ciao",
      publishedAt: new Date("2026-11-10T10:00:00Z"),
      updatedAt: publishedAt,
    });
  });

  it("JSON Feed, with fields of the wrong type and an item that is none", () => {
    const { items, mended } = found("feed.json");
    expect(items).toEqual([
      {
        id: "7",
        link: "https://feed.example/7",
        title: "Barista & co.",
        text: "Part time\n20 ore\n\nbando",
        publishedAt,
        labels: ["Offerte", "3"],
        attachments: [
          { url: "https://feed.example/x/a.pdf", type: "application/pdf", bytes: 12 },
          { url: "https://feed.example/b.pdf", title: "bando" },
        ],
      },
      { id: "8", title: "a < b seconda riga", text: "a < b\nseconda riga" },
    ]);
    expect(mended).toEqual(["empty-items"]);
  });
});
