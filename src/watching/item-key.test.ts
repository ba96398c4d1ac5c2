import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundItem } from "./found-item.ts";
import { cleanLink, contentHash, keysOf, referenceIn } from "./item-key.ts";

const rules = { sourceId: "portale", references: [] };
const keys = (item: Partial<FoundItem>) => keysOf([{ title: "T", text: "", ...item }], rules)[0];

describe("the keys of an item", () => {
  it("put the authority's reference before the id, and the id before the link", () => {
    expect(keys({ id: "415", link: "https://p.example/a", text: "Rif. VDL-2026-0412." })).toEqual([
      "ref:VDL-2026-0412",
      "id:portale:415",
      "link:p.example/a",
    ]);
  });

  it("are the source's own for a bare id, and everybody's for an address", () => {
    expect(keys({ id: "415" })).toEqual(["id:portale:415"]);
    expect(keys({ id: "https://p.example/avviso?p=12" })).toEqual(["id:p.example/avviso?p=12"]);
    expect(keys({ id: "tag:p.example,2026:12" })).toEqual(["id:tag:p.example,2026:12"]);
  });

  it("fall back to the content where there is no id, since a page may come to be shared", () => {
    const content = expect.stringMatching(/^content:portale:[0-9a-f]{64}$/);
    expect(keys({ title: "Avviso", text: "Testo" })).toEqual([content]);
    expect(keys({ link: "https://p.example/a" })).toEqual([content, "link:p.example/a"]);
    expect(keys({ id: "1", link: "https://p.example/a" })).not.toContainEqual(content);
  });

  it("leave out an id that stands on two different pages of one look", () => {
    const two = [
      { id: "same", title: "A", text: "", link: "https://p.example/a" },
      { id: "same", title: "B", text: "", link: "https://p.example/b" },
    ];
    const content = expect.stringMatching(/^content:/);
    expect(keysOf(two, rules)).toEqual([
      [content, "link:p.example/a"],
      [content, "link:p.example/b"],
    ]);
  });

  // A portal that repeats the page's address as its guid, session and all, gave a corrected item a second post.
  it("are the same for an id that is the page's address, whatever session or campaign hangs on it", () => {
    const seen = (noise: string) => keys({ id: `https://p.example/avviso-1.html${noise}` });
    expect(seen(";jsessionid=9F2C.node1")).toEqual(seen(";jsessionid=A001.node2"));
    expect(seen("?utm_source=feed&utm_campaign=1")).toEqual(seen(""));
    expect(keys({ id: "http://www.p.example/avviso-1.html" })).toEqual(seen(""));
  });

  it("differ for ids that are places on one page", () => {
    expect(keys({ id: "https://p.example/avvisi#12" })).not.toEqual(
      keys({ id: "https://p.example/avvisi#13" }),
    );
  });

  it("leave out a link that all items share", () => {
    const two = [
      { id: "1", title: "A", text: "", link: "https://p.example/avvisi" },
      { id: "2", title: "B", text: "", link: "https://p.example/avvisi" },
    ];
    expect(keysOf(two, rules)).toEqual([["id:portale:1"], ["id:portale:2"]]);
  });

  it("stay within what an index can hold, and stay different", () => {
    const long = (end: string) => keys({ link: `https://p.example/${"x".repeat(5000)}${end}` })?.[0] ?? "";
    expect(long("a").length).toBeLessThan(400);
    expect(long("a")).not.toBe(long("b"));
  });
});

describe("a cleaned link", () => {
  const same: [string, string][] = [
    ["https://p.example/a;jsessionid=9F2C?x=1", "https://p.example/a?x=1"],
    ["https://p.example/a?utm_source=rss&utm_campaign=fb", "https://p.example/a"],
    ["https://p.example/a?id=7&PHPSESSID=abc", "https://p.example/a?id=7"],
    ["http://www.p.example/a/", "https://p.example/a"],
    ["https://p.example:443/a#xtor=RSS-3", "https://p.example/a"],
    ["https://p.example/a?fbclid=1", "HTTPS://P.EXAMPLE/a"],
  ];
  it.each(same)("makes %s and %s one page", (a, b) => {
    expect(cleanLink(a)).toBe(cleanLink(b));
  });

  const different: [string, string][] = [
    ["https://p.example/offerta.asp?id=226&cpi=2", "https://p.example/offerta.asp?id=224&cpi=2"],
    ["https://p.example/#!/offerta/1", "https://p.example/#!/offerta/2"],
    ["https://p.example/avvisi#a7", "https://p.example/avvisi#a8"],
    ["https://p.example/article.php?sid=12", "https://p.example/article.php?sid=13"],
    ["https://p.example/a", "https://p.example/A"],
    ["https://a.example/x", "https://b.example/x"],
  ];
  it.each(different)("keeps %s and %s apart", (a, b) => {
    expect(cleanLink(a)).not.toBe(cleanLink(b));
  });

  it("cleans what is clean no further, whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (link) => {
          const once = cleanLink(link);
          if (/^https?:/.test(link) && URL.canParse(link)) expect(cleanLink(`https://${once}`)).toBe(once);
          else expect(once).toBe(link.trim());
        },
      ),
    );
  });
});

describe("the reference of an item", () => {
  const named: [string, string][] = [
    ["Magazziniere (Rif. VDL-2026-0412)", "VDL-2026-0412"],
    ["Codice offerta: CAL/2026/233", "CAL/2026/233"],
    ["rif vdl-2026-0412: due posti", "VDL-2026-0412"],
    ["Riferimento n. ART16-2026-029", "ART16-2026-029"],
    ["Riferimento n° ART16-2026-029", "ART16-2026-029"],
    ["Riferimento: NEWS-2026-0435", "NEWS-2026-0435"],
  ];
  it.each(named)("is found in %s", (text, reference) => {
    expect(referenceIn({ title: "", text }, [])).toBe(reference);
  });

  it.each([
    "rif. DGR 297/2024",
    "Rif. art. 16",
    "ai sensi del D.Lgs. 198/2006",
    "codice fiscale RSSMRA80A01C933X",
  ])("is not read out of a law or a number that many items name: %s", (text) => {
    expect(referenceIn({ title: "", text }, [])).toBeUndefined();
  });

  it("is none where a text names several offers", () => {
    expect(
      referenceIn({ title: "Bollettino", text: "Rif. VDL-2026-0001, rif. VDL-2026-0002" }, []),
    ).toBeUndefined();
  });

  it("is the title's where the title names exactly one", () => {
    const item = { title: "PROROGA Rif. VDL-2026-0001", text: "vedi anche rif. VDL-2026-0002" };
    expect(referenceIn(item, [])).toBe("VDL-2026-0001");
  });

  it("follows the authority's own patterns anywhere in the text", () => {
    expect(referenceIn({ title: "", text: "VDL-2026-0405 - Offerta chiusa" }, [/VDL-\d{4}-\d{4}/])).toBe(
      "VDL-2026-0405",
    );
  });
});

describe("what strangers write costs no more than its length", () => {
  const long = 100_000;
  it.each([
    ["blanks after a label", { title: "", text: `rif${"\n".repeat(long)}!` }],
    ["slashes in an address", { title: "", text: "", link: `https://p.example${"/".repeat(long)}x` }],
  ])("%s", (_what, item) => {
    const startedAt = performance.now();
    keysOf([item], rules);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it("a pattern of the authority that never ends is given up, and the item keeps its other keys", () => {
    const item = { title: `${"a".repeat(60)}!`, text: "", id: "1" };
    const other = { title: "Rif. VDL-2026-0405", text: "", id: "2" };
    const startedAt = performance.now();
    expect(keysOf([item, other], { sourceId: "portale", references: [/^(a+)+$/] })).toEqual([
      ["id:portale:1"],
      ["ref:VDL-2026-0405", "id:portale:2"],
    ]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

it("the content hash changes with what people read and with nothing else", () => {
  const item: FoundItem = { id: "1", title: "A", text: "B", link: "https://p.example/a" };
  expect(contentHash({ ...item, id: "2", publishedAt: new Date(), labels: ["x"] })).toBe(contentHash(item));
  expect(contentHash({ ...item, text: "C" })).not.toBe(contentHash(item));
  expect(contentHash({ ...item, facts: { deadline: "2026-12-04" } })).not.toBe(contentHash(item));
});
