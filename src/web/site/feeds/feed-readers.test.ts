// The feeds are judged by three readers that other people wrote, as the programs of our subscribers read them.
import { parseFeed as readByRowan } from "@rowanmanning/feed-parser";
import { parseFeed as readByFeedsmith } from "feedsmith";
import RssParser from "rss-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/databases.ts";
import { fillSite, now } from "../../../../test/pages/site-cast.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb, type Web } from "../../server.ts";
import { addItem } from "../../test-rows.ts";

let database: TestDatabase;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  await fillSite(database);
  await addItem(database, "valdilago", {
    title: `Perché «L'Àgata» & <figli> cercano un "cuoco"`,
    text: "Prima riga\n\n<b>non grassetto</b> & ]]> 😀",
    facts: { place: "Sant'Àgata" },
    seenAt: new Date(now.getTime() - 60_000),
  });
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
});

/** What every subscriber needs of an item, in whatever way a format says it. */
interface Read {
  id: string;
  title: string;
  link: string;
  publishedAt: string;
}

const iso = (date: string | Date | null | undefined) => new Date(date ?? "").toISOString();

const feedsmith = {
  rss: (body: string): Read[] => {
    const { feed, format } = readByFeedsmith(body);
    if (format !== "rss") throw new Error(`read as ${format}`);
    return (feed.items ?? []).map(({ guid, title, link, pubDate }) => ({
      id: guid?.value ?? "",
      title: title ?? "",
      link: link ?? "",
      publishedAt: iso(pubDate),
    }));
  },
  atom: (body: string): Read[] => {
    const { feed, format } = readByFeedsmith(body);
    if (format !== "atom") throw new Error(`read as ${format}`);
    return (feed.entries ?? []).map(({ id, title, links, published }) => ({
      id: id ?? "",
      title: String(typeof title === "object" ? title.value : title),
      link: links?.[0]?.href ?? "",
      publishedAt: iso(published),
    }));
  },
  json: (body: string): Read[] => {
    const { feed, format } = readByFeedsmith(body);
    if (format !== "json") throw new Error(`read as ${format}`);
    return (feed.items ?? []).map(({ id, title, url, date_published }) => ({
      id: id ?? "",
      title: title ?? "",
      link: url ?? "",
      publishedAt: iso(date_published),
    }));
  },
};

async function rssParser(body: string): Promise<Read[]> {
  const { items } = await new RssParser().parseString(body);
  return items.map(({ guid, id, title, link, isoDate }) => ({
    id: String(guid ?? id),
    title: title ?? "",
    link: link ?? "",
    publishedAt: iso(isoDate),
  }));
}

function rowan(body: string): Read[] {
  return readByRowan(body).items.map(({ id, title, url, published }) => ({
    id: id ?? "",
    title: title ?? "",
    link: url ?? "",
    publishedAt: iso(published),
  }));
}

const body = async (file: string) => await (await fetch(`${web.origin}/valdilago/notizie/${file}`)).text();

describe("three readers of feeds", () => {
  test("read of RSS, Atom and JSON Feed the same items, in the same order, with every sign of their titles", async () => {
    const [rss, atom, json] = [await body("rss.xml"), await body("atom.xml"), await body("feed.json")];
    const first = feedsmith.json(json);
    expect(first).toHaveLength(41);
    expect(first.map(({ title }) => title)).toContain(`Perché «L'Àgata» & <figli> cercano un "cuoco"`);
    // RSS knows seconds only, and all moments here are whole ones.
    expect(feedsmith.rss(rss)).toEqual(first);
    expect(feedsmith.atom(atom)).toEqual(first);
    expect(await rssParser(rss)).toEqual(first);
    expect(await rssParser(atom)).toEqual(first);
    expect(rowan(rss)).toEqual(first);
    expect(rowan(atom)).toEqual(first);
  });

  test("read a text as text: what looks like markup in it stays visible", async () => {
    const marked = "&lt;b&gt;non grassetto&lt;/b&gt; &amp; ]]&gt; 😀";
    for (const file of ["rss.xml", "atom.xml"]) {
      const { items } = await new RssParser().parseString(await body(file));
      expect(items.find(({ title }) => title?.startsWith("Perché"))?.content).toContain(marked);
    }
  });

  test("find an empty feed empty, and still whose it is", async () => {
    const empty = await body("rss.xml?cerca=astronauta");
    const parsed = await new RssParser().parseString(empty);
    expect(parsed.items).toEqual([]);
    expect(parsed.title).toContain("«astronauta»");
    expect(readByRowan(empty).items).toEqual([]);
    expect(readByFeedsmith(empty).format).toBe("rss");
  });
});
