// What programs read of the public pages, judged by readers that are not ours where there are any.
import { Resvg } from "@resvg/resvg-js";
import { parseFeed } from "feedsmith";
import ICAL from "ical.js";
import jsQrModule from "jsqr";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPreview } from "../../sandbox/facebook/scrape.ts";
import { readFeed } from "../../src/sources/feed/read.ts";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { addItem } from "../../src/web/test-rows.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { type Cast, fillSite, now } from "./site-cast.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let cast: Cast;

beforeAll(async () => {
  database = await testDatabase();
  cast = await fillSite(database);
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
});

// Its types describe another module than the one Node loads.
const jsQr = jsQrModule as unknown as typeof jsQrModule.default;
const origin = "https://bacheca.provincia.example";
const bytes = async (address: string) => Buffer.from(await (await fetch(web.origin + address)).arrayBuffer());
const text = async (address: string) => (await bytes(address)).toString();
const json = async (address: string) => JSON.parse(await text(address));

const warehousePage = () =>
  `${origin}/valdilago/notizie/magazziniere-a-cascina-nuova-rif-vdl-2026-0412-${cast.warehouse}`;

interface ReadItem {
  title: string;
  link: string;
}

/** As feedsmith reads it. */
function read(body: string): ReadItem[] {
  const parsed = parseFeed(body);
  if (parsed.format === "atom") {
    return (parsed.feed.entries ?? []).map((entry) => ({
      title: String(entry.title && typeof entry.title === "object" ? entry.title.value : entry.title),
      link: entry.links?.[0]?.href ?? "",
    }));
  }
  if (parsed.format === "json") {
    return (parsed.feed.items ?? []).map((item) => ({ title: item.title ?? "", link: item.url ?? "" }));
  }
  return (parsed.feed.items ?? []).map((item) => ({ title: item.title ?? "", link: item.link ?? "" }));
}

describe.each(["rss.xml", "atom.xml", "feed.json"])("the feed %s", (file) => {
  test("says to two readers what the noticeboard says, newest first", async () => {
    const body = await bytes(`/valdilago/notizie/${file}`);
    const items = read(body.toString());
    expect(items[0]).toEqual({
      title: "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
      link: warehousePage(),
    });
    const ours = readFeed(body, undefined, `${origin}/valdilago/notizie/${file}`, now);
    expect(ours.kind).toBe("found");
    if (ours.kind !== "found") return;
    expect(ours.mended).toEqual([]);
    expect(ours.items.map(({ title, link }) => ({ title, link }))).toEqual(items);
    expect(ours.items[0]?.text).toContain("Scadenza: sabato 5 dicembre 2026");
    expect(ours.items[0]?.id).toBe(`${origin}/valdilago/notizie/${cast.warehouse}`);
  });

  test("holds what its question asks, and says so in its title", async () => {
    const body = await text(`/valdilago/notizie/${file}?tipo=course&cerca=saldatura`);
    expect(read(body).map(({ title }) => title)).toEqual(["Corso gratuito di saldatura, 120 ore"]);
    expect(body).toContain("Corsi · «saldatura»");
  });

  test("survives what no feed can hold", async () => {
    const item = await addItem(database, "valdilago", {
      title: "Cuoco/a \u0008<capo> & ]]> «sala» \uD800",
      text: "a < b &amp; c\u0001",
      facts: { place: "Nonesuch <&>" },
      seenAt: now,
    });
    const items = read(await text(`/valdilago/notizie/${file}?luogo=Nonesuch+%3C%26%3E`));
    expect(items).toHaveLength(1);
    expect(items[0]?.title).toMatch(/^Cuoco\/a .?<capo> & \]\]> «sala»/);
    await database.db.deleteFrom("item").where("seq", "=", item.seq).execute();
  });
});

describe("the calendar of deadlines", () => {
  test("is read by another program: days as days, hours as moments", async () => {
    const calendar = new ICAL.Component(ICAL.parse(await text("/valdilago/scadenze.ics")));
    const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
    const of = (summary: RegExp) => events.find((event) => summary.test(event.summary));
    const warehouse = of(/Magazziniere/);
    expect(warehouse?.startDate.isDate).toBe(true);
    expect(warehouse?.startDate.toString()).toBe("2026-12-05");
    expect(warehouse?.location).toBe("Cascina Nuova");
    const call = of(/Avviamento/);
    expect(call?.startDate.toJSDate().toISOString()).toBe("2026-11-24T11:00:00.000Z");
    expect(call?.summary).toContain("Sant'Àgata, € 1.450");
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(of(/Tirocinio/)).toBeUndefined();
  });

  test("has no line longer than 75 octets", async () => {
    const lines = (await text("/valdilago/scadenze.ics")).split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});

describe("the open data", () => {
  test("hold every item, closed ones too, in CSV and in JSON alike", async () => {
    const { items, licence } = await json("/valdilago/dati/notizie.json");
    expect(items).toHaveLength(47);
    expect(licence.name).toBe("CC BY 4.0");
    expect(items[0]).toEqual({
      id: cast.warehouse,
      url: warehousePage(),
      kind: "offer",
      title: "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
      reference: "VDL-2026-0412",
      employer: "Logistica Lariana S.r.l.",
      place: "Cascina Nuova",
      contract: "Tempo determinato, 6 mesi, full time",
      // Nobody has read the words of these items.
      office: null,
      professions: null,
      deadline: "2026-12-05",
      state: "open",
      publishedAt: "2026-11-20T09:02:20.000Z",
      changedAt: "2026-11-20T09:12:20.000Z",
      officialUrl: "https://lavoro.valdilago.example/offerte/412",
    });
    const lines = (await text("/valdilago/dati/notizie.csv")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(48);
    expect(lines[1]).toContain('"Tempo determinato, 6 mesi, full time"');
    expect(items.filter((item: { state: string }) => item.state === "closed").length).toBeGreaterThan(5);
  });

  test("the map holds each item once", async () => {
    const map = await text("/valdilago/sitemap.xml");
    expect(map.match(/<loc>/g)).toHaveLength(47 + 11);
    expect(map).toContain(`<loc>${warehousePage()}</loc>`);
  });
});

describe("the stream of changes", () => {
  test("tells each thing once to whoever follows its addresses, many at one moment too", async () => {
    const seenAt = new Date(now.getTime() - 60_000);
    const added: string[] = [];
    for (let index = 0; index < 620; index++) {
      added.push((await addItem(database, "valdilago", { title: `Insieme ${index}`, seenAt })).seq);
    }
    const told: string[] = [];
    let next = `/valdilago/changes?since=${encodeURIComponent(seenAt.toISOString())}`;
    for (let round = 0; round < 5; round++) {
      const answer = await json(next);
      told.push(...answer.changes.map(({ id, what }: { id: string; what: string }) => `${what} ${id}`));
      next = answer.next.replace(origin, "");
      if (!answer.hasMore) break;
    }
    expect(told).toEqual(added.map((seq) => `added ${seq}`));
    expect((await json(next)).changes).toEqual([]);
    await database.db.deleteFrom("item").where("seq", "in", added).execute();
    await database.db.deleteFrom("gone_item").where("seq", "in", added).execute();
  });

  test("tells what was changed, closed by its deadline, and taken down", async () => {
    const { changes } = await json("/valdilago/changes?since=2026-11-12");
    const of = (seq: string) =>
      changes.filter(({ id }: { id: string }) => id === seq).map(({ what }: { what: string }) => what);
    expect(of(cast.warehouse)).toEqual(["changed", "added", "changed"]);
    expect(of(cast.closed)).toEqual(["closed"]);
    const item = await addItem(database, "valdilago", { title: "Di passaggio", seenAt: now });
    await database.db.deleteFrom("item").where("seq", "=", item.seq).execute();
    parts.setNow(new Date(Date.now() + 3_600_000));
    const later = await json(`/valdilago/changes?since=${new Date(Date.now() - 60_000).toISOString()}`);
    expect(later.changes.map(({ id, what }: { id: string; what: string }) => `${what} ${id}`)).toContain(
      `removed ${item.seq}`,
    );
    parts.setNow(now);
  });
});

test("the pretend Facebook makes a whole preview of every item's page", async () => {
  const { items } = await json("/valdilago/dati/notizie.json");
  for (const { url, title } of items as { url: string; title: string }[]) {
    const preview = readPreview(await text(url.replace(origin, "")), url);
    expect(preview).toMatchObject({ title, canonicalUrl: url, imageWidth: 1200, imageHeight: 630 });
    expect(preview.description?.length).toBeGreaterThan(10);
    expect(preview.imageUrl).toContain("/card.png");
  }
});

describe("the code to follow the channel", () => {
  /** Reads a code out of a picture that our renderer draws. */
  function decode(svg: string): string | undefined {
    const image = new Resvg(svg, { fitTo: { mode: "width", value: 600 }, background: "#fff" }).render();
    return jsQr(new Uint8ClampedArray(image.pixels), image.width, image.height)?.data;
  }

  test("leads to the address that stands beside it, as drawing and as picture", async () => {
    const svg = await text("/valdilago/qr.svg");
    expect(decode(svg)).toBe(`${origin}/valdilago`);
    const png = (await bytes("/valdilago/qr.png")).toString("base64");
    const framed = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><image width="600" height="600" href="data:image/png;base64,${png}"/></svg>`;
    expect(decode(framed)).toBe(`${origin}/valdilago`);
    expect(await text("/valdilago/locandina")).toContain("bacheca.provincia.example/valdilago");
  });
});
