import { parseFeed } from "feedsmith";
import { afterEach, describe, expect, test } from "vitest";
import { type FeedFormat, type PortalSandbox, startPortal } from "../index.ts";
import { offerAt } from "../offers.ts";

const monday = new Date("2026-11-23T08:30:00.250Z");
let portal: PortalSandbox;
afterEach(() => portal.close());

interface ReadItem {
  title: string;
  link: string;
}

async function read(format: FeedFormat, query = ""): Promise<ReadItem[]> {
  const response = await fetch(portal.feedUrl(format) + query);
  const parsed = parseFeed(await response.text());
  expect(parsed.format).toBe(format);
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

describe.each(["rss", "rdf", "atom", "json"] as const)("the %s feed", (format) => {
  test("holds the newest items first, with their titles and links as published", async () => {
    portal = await startPortal();
    portal.publish({
      kind: "notice",
      title: "Orari: l'ufficio è chiuso dalle 13 & oltre",
      text: 'a < b > c ]]> "d"',
    });
    portal.publish({ ...offerAt(1, 0, monday), title: "Cuoco/a <capo partita> – «prima» & 'seconda'\u0007" });
    const items = await read(format);
    expect(items.map((item) => item.title)).toEqual([
      format === "json"
        ? expect.stringContaining("Cuoco/a <capo partita>")
        : "Cuoco/a <capo partita> – «prima» & 'seconda'",
      "Orari: l'ufficio è chiuso dalle 13 & oltre",
    ]);
    expect(items[0]?.link).toBe(`${portal.origin}/offerte/${portal.items()[0]?.slug}`);
  });

  test("is cut at 20 items, or where the reader asks", async () => {
    portal = await startPortal();
    for (let position = 0; position < 30; position++) portal.publish(offerAt(1, position, monday));
    expect(await read(format)).toHaveLength(20);
    expect(await read(format, "?limit=3")).toHaveLength(3);
    expect(await read(format, "?limit=tutti")).toHaveLength(20);
  });

  test("answers 304 to its own ETag until something changes", async () => {
    portal = await startPortal();
    const item = portal.publish(offerAt(1, 0, monday));
    const first = await fetch(portal.feedUrl(format));
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await fetch(portal.feedUrl(format), { headers })).status).toBe(304);
    portal.edit(item.id, { title: "Rettifica" });
    expect((await fetch(portal.feedUrl(format), { headers })).status).toBe(200);
  });
});

describe("validators", () => {
  test("the date is left out while its second still runs, so that a second change in it is not missed", async () => {
    let now = monday;
    portal = await startPortal({ now: () => now });
    portal.publish(offerAt(1, 0, now));
    expect((await fetch(portal.feedUrl())).headers.get("last-modified")).toBeNull();
    now = new Date("2026-11-23T08:30:01Z");
    const answer = await fetch(portal.feedUrl());
    expect(answer.headers.get("last-modified")).toBe("Mon, 23 Nov 2026 08:30:00 GMT");
  });

  test("If-Modified-Since is obeyed, but never against an ETag", async () => {
    let now = monday;
    portal = await startPortal({ now: () => now });
    portal.publish(offerAt(1, 0, now));
    now = new Date("2026-11-23T09:00:00Z");
    const since = "Mon, 23 Nov 2026 08:30:00 GMT";
    expect((await fetch(portal.feedUrl(), { headers: { "if-modified-since": since } })).status).toBe(304);
    const both = { "if-modified-since": since, "if-none-match": '"other"' };
    expect((await fetch(portal.feedUrl(), { headers: both })).status).toBe(200);
    const earlier = { "if-modified-since": "Mon, 23 Nov 2026 08:29:59 GMT" };
    expect((await fetch(portal.feedUrl(), { headers: earlier })).status).toBe(200);
  });

  test("HEAD gives the validators without the body", async () => {
    portal = await startPortal();
    const answer = await fetch(portal.feedUrl(), { method: "HEAD" });
    expect(answer.headers.get("etag")).toBeTruthy();
    expect(await answer.text()).toBe("");
  });
});
