// The hub, with real subscribers over loopback: they find it in a feed, subscribe, are asked back and told.
import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { client, closing, serve } from "../../../test/loopback.ts";
import { announceBoards } from "../../noticeboard/hub/announce-boards.ts";
import { isHubDue } from "../../noticeboard/hub/announced-store.ts";
import { busyMs } from "../../noticeboard/hub/delivery.ts";
import type { HubMode, HubTools } from "../../noticeboard/hub/hub-tools.ts";
import { takeDelivery } from "../../noticeboard/hub/subscription-store.ts";
import { tellSubscribers } from "../../noticeboard/hub/tell-subscribers.ts";
import { silentLog } from "../../platform/log.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAuthority, addItem, addSource } from "../test-rows.ts";
import { openFeedWriter } from "./feed-writer.ts";

const origin = "https://bacheca.provincia.example";
const start = new Date("2026-11-20T09:32:20.000Z");
const minute = 60_000;

let database: TestDatabase;
let parts: PretendParts;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  await addAuthority(database, "valdilago", "Provincia di Valdilago", {});
  await addSource(database, "valdilago");
  parts = pretendParts(database, {}, start);
  web = await startWeb(parts, { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
});

beforeEach(() => parts.setNow(start));
afterEach(async () => {
  await database.db.deleteFrom("hub_subscription").execute();
});

const later = (ms: number) => parts.setNow(new Date(parts.clock.now().getTime() + ms));

/** A worker that may call loopback as if it were a public machine. */
function tools(mode: HubMode = { kind: "own" }): HubTools {
  return {
    db: database.db,
    http: client({ isPublic: () => true }),
    vault: parts.vault,
    clock: parts.clock,
    log: silentLog,
    stopping: new AbortController().signal,
    hub: { mode, feeds: openFeedWriter(parts) },
  };
}

interface Told {
  signature: string | undefined;
  link: string | undefined;
  type: string | undefined;
  body: string;
}

interface Subscriber {
  callback: string;
  asked: URLSearchParams[];
  told: Told[];
  /** What it answers: to the asking back, and to what it is told. */
  answers: { asked?: (challenge: string) => [number, string]; told?: number };
}

async function subscriber(): Promise<Subscriber> {
  const one: Subscriber = { callback: "", asked: [], told: [], answers: {} };
  const address = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "GET") {
        const { searchParams } = new URL(request.url ?? "", "http://x.example");
        one.asked.push(searchParams);
        const challenge = searchParams.get("hub.challenge") ?? "";
        const [status, body] = one.answers.asked?.(challenge) ?? [200, challenge];
        response.writeHead(status).end(body);
        return;
      }
      const { "x-hub-signature": signature, link, "content-type": type } = request.headers;
      one.told.push({
        signature: signature?.toString(),
        link: link?.toString(),
        type,
        body: Buffer.concat(chunks).toString(),
      });
      response.writeHead(one.answers.told ?? 204).end();
    });
  });
  one.callback = `${address}/told?reader=7`;
  return one;
}

const ask = (fields: Record<string, string>, at = web.origin) =>
  fetch(`${at}/valdilago/hub`, { method: "POST", body: new URLSearchParams(fields) });

const topicOf = (query = "", file = "rss.xml") => `${origin}/valdilago/notizie/${file}${query}`;

async function subscribe(one: Subscriber, more: Record<string, string> = {}): Promise<void> {
  const fields = { "hub.mode": "subscribe", "hub.topic": topicOf(), "hub.callback": one.callback, ...more };
  expect((await ask(fields)).status).toBe(202);
  await tellSubscribers(tools());
}

const news = (title: string, kind: "offer" | "course" = "offer") =>
  addItem(database, "valdilago", { title, kind, seenAt: parts.clock.now() });

describe("a subscriber", () => {
  test("finds the hub in a feed, is asked back, and is told what changes, signed, once", async () => {
    const feed = await fetch(`${web.origin}/valdilago/notizie/rss.xml`);
    const links = feed.headers.get("link") ?? "";
    const hub = /<([^>]*)>; rel="hub"/.exec(links)?.[1];
    const topic = /<([^>]*)>; rel="self"/.exec(links)?.[1] ?? "";
    expect({ hub, topic }).toEqual({ hub: `${origin}/valdilago/hub`, topic: topicOf() });
    expect(await feed.text()).toContain(`<atom:link rel="hub" href="${hub}"/>`);

    const one = await subscriber();
    await subscribe(one, { "hub.secret": "segreto", "hub.lease_seconds": "7200" });
    const asked = one.asked[0];
    expect(asked?.get("reader")).toBe("7");
    expect(asked?.get("hub.mode")).toBe("subscribe");
    expect(asked?.get("hub.topic")).toBe(topic);
    expect(asked?.get("hub.lease_seconds")).toBe("7200");
    expect(one.told).toEqual([]);

    await news("Saldatore");
    expect(await isHubDue(database.db, parts.clock.now(), { kind: "own" })).toBe(true);
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(1);
    const [told] = one.told;
    expect(told?.body).toContain("<title>Saldatore</title>");
    expect(told?.body).toBe(await (await fetch(`${web.origin}/valdilago/notizie/rss.xml`)).text());
    expect(told?.type).toBe("application/rss+xml; charset=utf-8");
    expect(told?.link).toBe(`<${hub}>; rel="hub", <${topic}>; rel="self"`);
    expect(told?.signature).toBe(
      `sha256=${createHmac("sha256", "segreto")
        .update(told?.body ?? "")
        .digest("hex")}`,
    );
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(1);
    expect(await isHubDue(database.db, parts.clock.now(), { kind: "own" })).toBe(false);
  });

  test("who did not mean it is told nothing, and nothing of it is kept", async () => {
    for (const answer of [
      () => [200, "another word"],
      () => [404, ""],
      (challenge: string) => [302, challenge],
    ] as ((challenge: string) => [number, string])[]) {
      const one = await subscriber();
      one.answers.asked = answer;
      await subscribe(one);
      await news("Per nessuno");
      await tellSubscribers(tools());
      expect(one.asked).toHaveLength(1);
      expect(one.told).toEqual([]);
    }
    expect(await database.db.selectFrom("hub_subscription").selectAll().execute()).toEqual([]);
  });

  test("of a filter is told only what passes it", async () => {
    const one = await subscriber();
    const topic = topicOf("?tipo=course", "atom.xml");
    await subscribe(one, { "hub.topic": topic });
    await news("Muratore");
    await tellSubscribers(tools());
    expect(one.told).toEqual([]);
    await news("Corso di saldatura", "course");
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(1);
    expect(one.told[0]?.type).toBe("application/atom+xml; charset=utf-8");
    expect(one.told[0]?.body).toContain("Corso di saldatura");
    expect(one.told[0]?.body).not.toContain("Muratore");
    expect(one.told[0]?.signature).toBeUndefined();
  });

  test("that does not take it gets it again after growing pauses, then only the next state", async () => {
    const one = await subscriber();
    await subscribe(one, { "hub.lease_seconds": "2592000" });
    one.answers.told = 500;
    await news("Ripetuto");
    await tellSubscribers(tools());
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(1);
    const pauses = [10_000, minute, 5 * minute, 30 * minute, 120 * minute, 360 * minute];
    for (const [index, pause] of pauses.entries()) {
      later(pause - 1000);
      await tellSubscribers(tools());
      expect(one.told).toHaveLength(index + 1);
      later(1000);
      await tellSubscribers(tools());
      expect(one.told).toHaveLength(index + 2);
    }
    later(24 * 60 * minute);
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(pauses.length + 1);
    one.answers.told = 200;
    await news("Il prossimo");
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(pauses.length + 2);
  });

  test("that is gone, that takes it back, or whose lease is over is told no more", async () => {
    const [gone, left, over, there] = await Promise.all([
      subscriber(),
      subscriber(),
      subscriber(),
      subscriber(),
    ]);
    for (const one of [gone, left, there]) await subscribe(one);
    await subscribe(over, { "hub.lease_seconds": "1" });
    expect(over.asked[0]?.get("hub.lease_seconds")).toBe("300");
    gone.answers.told = 410;
    await news("A quattro");
    await tellSubscribers(tools());
    await ask({ "hub.mode": "unsubscribe", "hub.topic": topicOf(), "hub.callback": left.callback });
    await tellSubscribers(tools());
    expect(left.asked.map((each) => each.get("hub.mode"))).toEqual(["subscribe", "unsubscribe"]);
    later(6 * minute);
    await news("A uno");
    await tellSubscribers(tools());
    expect([gone, left, over, there].map(({ told }) => told.length)).toEqual([1, 1, 1, 2]);
    const rows = await database.db.selectFrom("hub_subscription").select("callback").execute();
    expect(rows).toEqual([{ callback: there.callback }]);
  });

  test("cannot be unsubscribed by somebody else", async () => {
    const one = await subscriber();
    await subscribe(one);
    one.answers.asked = () => [404, ""];
    await ask({ "hub.mode": "unsubscribe", "hub.topic": topicOf(), "hub.callback": one.callback });
    await tellSubscribers(tools());
    await news("Ancora");
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(1);
  });

  test("is told once by two workers that begin at the same moment", async () => {
    const readers = await Promise.all(Array.from({ length: 7 }, () => subscriber()));
    for (const one of readers) await subscribe(one);
    await news("Insieme");
    await announceBoards(tools());
    await Promise.all([tellSubscribers(tools()), tellSubscribers(tools())]);
    expect(readers.map(({ told }) => told.length)).toEqual(readers.map(() => 1));
  });

  test("gets it once more, after the term, where a worker died before the answer was kept", async () => {
    const one = await subscriber();
    await subscribe(one);
    await news("Interrotto");
    await announceBoards(tools());
    // The worker took it, delivered it, and died.
    expect(await takeDelivery(database.db, parts.clock.now())).toMatchObject({ topic: topicOf() });
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(0);
    later(busyMs);
    await tellSubscribers(tools());
    later(busyMs);
    await tellSubscribers(tools());
    expect(one.told).toHaveLength(1);
  });

  test("is told although others asked for much whose callbacks are slow; they are asked later", async () => {
    const one = await subscriber();
    await subscribe(one);
    const slow = await Promise.all(Array.from({ length: 12 }, () => subscriber()));
    for (const each of slow) {
      each.answers.asked = (challenge) => {
        later(15_000);
        return [200, challenge];
      };
      await ask({ "hub.mode": "subscribe", "hub.topic": topicOf(), "hub.callback": each.callback });
    }
    await news("In tempo");
    await tellSubscribers(tools());
    const asked = () => slow.filter((each) => each.asked.length > 0).length;
    expect(one.told).toHaveLength(1);
    expect(asked()).toBeLessThan(slow.length);
    for (let rounds = 0; rounds < 6; rounds += 1) await tellSubscribers(tools());
    expect(asked()).toBe(slow.length);
  });

  test("inside a private network is not called", async () => {
    const one = await subscriber();
    await ask({ "hub.mode": "subscribe", "hub.topic": topicOf(), "hub.callback": one.callback });
    await tellSubscribers({ ...tools(), http: client() });
    expect(one.asked).toEqual([]);
    expect(await database.db.selectFrom("hub_subscription").selectAll().execute()).toEqual([]);
  });
});

test.each([
  [{}, 400, "mode-unknown"],
  [{ "hub.mode": "publish" }, 400, "mode-unknown"],
  [{ "hub.topic": "" }, 400, "topic-missing"],
  [{ "hub.topic": "https://altrove.example/feed" }, 404, "topic-unknown"],
  [{ "hub.topic": topicOf("?pagina=2") }, 404, "topic-unknown"],
  [{ "hub.topic": topicOf("?tipo=nonesuch") }, 404, "topic-unknown"],
  [{ "hub.topic": topicOf().replace("valdilago", "altocolle") }, 404, "topic-unknown"],
  [{ "hub.callback": "javascript:alert(1)" }, 400, "callback-unusable"],
  [{ "hub.callback": "https://nome:parola@x.example/" }, 400, "callback-unusable"],
  [{ "hub.callback": "" }, 400, "callback-unusable"],
  [{ "hub.callback": `https://x.example/${"a".repeat(1000)}` }, 400, "callback-unusable"],
  [{ "hub.lease_seconds": "-1" }, 400, "lease-unusable"],
  [{ "hub.lease_seconds": "<script>" }, 400, "lease-unusable"],
  [{ "hub.secret": "è".repeat(100) }, 400, "secret-too-long"],
])("what asks for %j is refused with %i", async (fields, status, reason) => {
  const usual = { "hub.mode": "subscribe", "hub.topic": topicOf(), "hub.callback": "https://x.example/" };
  const sent = Object.keys(fields).length === 0 ? {} : { ...usual, ...fields };
  const answer = await ask(sent as Record<string, string>);
  expect([answer.status, await answer.text()]).toEqual([status, `${reason}\n`]);
  expect(await database.db.selectFrom("hub_subscription").selectAll().execute()).toEqual([]);
});

test("one host has no more than its share of subscriptions", async () => {
  await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      database.db
        .insertInto("hub_subscription")
        .values({
          authority_id: "valdilago",
          topic: topicOf(),
          callback: `https://x.example/${index}`,
          host: "x.example",
          wanted: null,
          wanted_secret: null,
          wanted_seconds: null,
          wanted_at: null,
          secret: null,
          until: new Date(start.getTime() + minute),
          told: null,
          due_at: null,
          busy_until: null,
        })
        .execute(),
    ),
  );
  const fields = { "hub.mode": "subscribe", "hub.topic": topicOf() };
  later(minute);
  expect((await ask({ ...fields, "hub.callback": "https://x.example/other" })).status).toBe(503);
  expect((await ask({ ...fields, "hub.callback": "https://x.example/7" })).status).toBe(202);
  expect((await ask({ ...fields, "hub.callback": "https://y.example/" })).status).toBe(202);
});

test("without a hub nothing names one, and nobody is asked for anything", async () => {
  const off = await startWeb(pretendParts(database, { BACHECA_HUB: "off" }, start), { port: 0 });
  closing.push(() => off.close());
  const feed = await fetch(`${off.origin}/valdilago/notizie/atom.xml`);
  expect(feed.headers.get("link")).toBe(`<${topicOf("", "atom.xml")}>; rel="self"`);
  expect(await feed.text()).not.toContain('rel="hub"');
  const asked = { "hub.mode": "subscribe", "hub.topic": topicOf(), "hub.callback": "https://x.example/" };
  expect((await ask(asked, off.origin)).status).toBe(404);
  expect(await isHubDue(database.db, start, { kind: "off" })).toBe(false);
});

test("a hub of others is named in the feeds and told of what changed, again until it takes it", async () => {
  const taken: string[] = [];
  let status = 503;
  const address = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      taken.push(Buffer.concat(chunks).toString());
      response.writeHead(status).end();
    });
  });
  const own = pretendParts(database, { BACHECA_HUB: `${address}/hub` }, start);
  const named = await startWeb(own, { port: 0 });
  closing.push(() => named.close());
  const feed = (await (await fetch(`${named.origin}/valdilago/notizie/feed.json`)).json()) as {
    hubs: unknown;
  };
  expect(feed.hubs).toEqual([{ type: "WebSub", url: `${address}/hub` }]);
  const mode = { kind: "external" as const, url: `${address}/hub` };
  const external = { ...tools(mode), hub: { mode, feeds: openFeedWriter(own) } };
  await news("Per l'altro");
  await tellSubscribers(external);
  await tellSubscribers(external);
  expect(taken).toHaveLength(1);
  const sent = new URLSearchParams(taken[0]);
  expect(sent.get("hub.mode")).toBe("publish");
  expect(sent.getAll("hub.url")).toEqual(
    ["rss.xml", "atom.xml", "feed.json"].map((file) => topicOf("", file)),
  );
  status = 204;
  later(10_000);
  await tellSubscribers(external);
  await tellSubscribers(external);
  expect(taken).toHaveLength(2);
});
