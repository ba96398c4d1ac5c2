import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFeed } from "./read.ts";

const now = new Date("2026-11-18T12:00:00Z");
const address = "https://feed.example/rss.xml";

/** Words that steer a reader of feeds into its corners. */
const token = fc.constantFrom(
  ...[
    "<?xml version='1.0'?>",
    "<rss>",
    "<rss version='2.0'>",
    "</rss>",
    "<channel>",
    "</channel>",
    "<item>",
    "</item>",
  ],
  ...[
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "</feed>",
    "<entry>",
    "</entry>",
    "<rdf:RDF>",
    "<title>",
    "</title>",
  ],
  ...[
    "<link>",
    "</link>",
    "<link href='/x'/>",
    "<guid>",
    "</guid>",
    "<description>",
    "</description>",
    "<pubDate>",
  ],
  ...[
    "</pubDate>",
    "<content type='xhtml'>",
    "</content>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE rss [",
    "]>",
  ],
  ...[
    "<!ENTITY a 'b'>",
    "&a;",
    "&amp;",
    "&",
    "<",
    ">",
    "&egrave;",
    "&#0;",
    "&#x110000;",
    "\u0000",
    "\u000b",
    "\ufeff",
  ],
  ...[
    "<p>",
    "<li>",
    "<ol>",
    "</ol>",
    "<br>",
    "<a href='x.pdf'>",
    "</a>",
    "<script>",
    "</script>",
    "'",
    '"',
    "=",
  ],
  ...[
    "18 Nov 2026",
    "25:00",
    "www.x.example",
    "javascript:x",
    "{",
    "}",
    '{"version":"https://jsonfeed.org/version/1",',
  ],
  ...['"items":[', "]", ",", " ", "\n", "testo", "\ud800", "xml:base='/b/'", "<x:y>", "<item", "</"],
);
const soup = fc.array(token, { maxLength: 60 }).map((words) => words.join(""));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  soup.map((text) => Buffer.from(text)),
  soup.map((text) => Buffer.from(`<rss><channel><item>${text}</item></channel></rss>`)),
  soup.map((text) => Buffer.from(text, "utf16le")),
  fc.json().map((text) => Buffer.from(text)),
  fc.json().map((text) => Buffer.from(`{"version":"https://jsonfeed.org/version/1","items":[${text}]}`)),
  fc
    .record({
      id: fc.string({ unit: "binary" }),
      title: soup,
      content_text: fc.string({ unit: "binary" }),
      content_html: soup,
      tags: fc.array(soup),
    })
    .map((one) => Buffer.from(JSON.stringify({ version: "https://jsonfeed.org/version/1", items: [one] }))),
);
const contentType = fc.option(
  fc.constantFrom("text/xml; charset=iso-8859-1", "x; charset=utf-16", "charset=", ""),
  {
    nil: undefined,
  },
);

describe("whatever arrives", () => {
  it("is read or is a fault, soon, and what is found is clean", () => {
    fc.assert(
      fc.property(bytes, contentType, (body, type) => {
        const startedAt = performance.now();
        const result = readFeed(body, type, address, now);
        expect(performance.now() - startedAt).toBeLessThan(5_000);
        if (result.kind === "fault") return;
        for (const item of result.items) {
          expect(item.title).not.toBe("");
          expect(item.title).toBe(item.title.trim());
          expect(item.title).not.toContain("\n");
          expect(JSON.stringify(item)).not.toMatch(/\\u00(?:0[0-8bcef]|1.|7f)/i);
          expect(item.title).not.toMatch(/<script|<p>|<br>|<li>/i);
          if (!body.includes("content_text")) expect(item.text).not.toMatch(/<script|<p>|<br>|<li>/i);
          expect(`${item.title}${item.text}`.isWellFormed()).toBe(true);
          if (item.link) expect(item.link).toMatch(/^https?:\/\//);
          for (const { url } of item.attachments ?? []) expect(url).toMatch(/^https?:\/\//);
          for (const date of [item.publishedAt, item.updatedAt]) expect(date?.getTime()).not.toBeNaN();
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Text as people write it: no signs of markup, no blanks at the ends or in a row. */
const words = fc
  .array(fc.stringMatching(/^[a-zA-Zàèéìòù0-9€–'"’.,:()/!-]{1,12}$/), { minLength: 1, maxLength: 12 })
  .map((list) => list.join(" "))
  .filter((text) => !/L['’]articolo|The post/i.test(text));
const item = fc.record({
  id: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
  path: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
  title: words,
  text: words,
  at: fc.date({ min: new Date("2000-01-01"), max: new Date("2050-01-01"), noInvalidDate: true }),
});
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const toSecond = (date: Date) => new Date(Math.floor(date.getTime() / 1_000) * 1_000);

describe("a feed made of any items gives those items back", () => {
  type Format = (items: ReturnType<typeof make>) => string;
  const formats: Record<string, Format> = {
    rss: (items) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items
        .map(
          ({ id, link, title, text, publishedAt }) =>
            `<item><title>${escaped(title)}</title><link>${link}</link><guid isPermaLink="false">${id}</guid><description><![CDATA[<p>${text}</p>]]></description><pubDate>${publishedAt.toUTCString()}</pubDate></item>`,
        )
        .join("\n")}</channel></rss>`,
    atom: (items) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${items
        .map(
          ({ id, link, title, text, publishedAt }) =>
            `<entry><id>${id}</id><title>${escaped(title)}</title><link href="${link}"/><published>${publishedAt.toISOString()}</published><content type="html">${escaped(`<div>${text}</div>`)}</content></entry>`,
        )
        .join("")}</feed>`,
    json: (items) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "T",
        items: items.map(({ id, link, title, text, publishedAt }) => ({
          ...{ id, url: link, title, content_text: text, date_published: publishedAt.toISOString() },
        })),
      }),
  };
  function make(raw: { id: string; path: string; title: string; text: string; at: Date }[]) {
    return raw.map(({ id, path, title, text, at }) => ({
      ...{ id, link: `https://portale.example/${path}`, title, text, publishedAt: toSecond(at) },
    }));
  }

  it.each(Object.keys(formats))("%s", (format) => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (raw) => {
        const items = make(raw);
        const result = readFeed(Buffer.from((formats[format] as Format)(items)), undefined, address, now);
        expect(result).toEqual({ kind: "found", items, title: "T", mended: [] });
      }),
      { numRuns: 150 },
    );
  });
});
