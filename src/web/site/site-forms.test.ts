import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { fillSite, now } from "../../../test/pages/site-cast.ts";
import { localDate } from "../../authority/calendar/local-date.ts";
import { clicksOf } from "../../noticeboard/click-store.ts";
import { type PretendParts, pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addItem, addPublication } from "../test-rows.ts";
import { findFeedback } from "./feedback-store.ts";

let database: TestDatabase;
let parts: PretendParts;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  await fillSite(database);
});

// Each test has a process of its own, since addresses are counted in its memory.
beforeEach(async () => {
  await web?.close();
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  await database.db.deleteFrom("feedback").execute();
});

afterAll(async () => {
  await web.close();
  await database.close();
});

const shownAt = () => String(now.getTime() - 60_000);

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${web.origin}/valdilago/segnala`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin", origin: web.origin, ...headers },
    body: new URLSearchParams({
      "shown-at": shownAt(),
      website: "",
      page: "",
      contact: "",
      text: "",
      ...fields,
    }),
  });
}

const kept = () => findFeedback(database.db, "valdilago", 10);

describe("what somebody says who cannot use a page", () => {
  test("is kept for the staff, under the number that is told", async () => {
    const answer = await post({
      text: "Il lettore salta i filtri",
      page: "/notizie",
      contact: "luca@posta.example",
    });
    expect(answer.status).toBe(201);
    const [code] = /[A-Z2-9]{8}/.exec(await answer.text()) ?? [];
    expect(await kept()).toMatchObject([
      {
        code,
        text: "Il lettore salta i filtri",
        page: "/notizie",
        contact: "luca@posta.example",
        seenAt: null,
      },
    ]);
  });

  test.each<[string, Record<string, string>, number, RegExp]>([
    ["without a word", { text: "  " }, 422, /Scrivi che cosa non funziona/],
    ["too long", { text: "a".repeat(4001) }, 422, /al massimo 4000 caratteri/],
    ["sent in no time", { text: "x", "shown-at": String(now.getTime()) }, 422, /troppo poco/],
    ["of a page nobody was shown", { text: "x", "shown-at": "yesterday" }, 422, /troppo poco/],
  ])(
    "is not kept when it is %s, and nothing that was written is lost",
    async (_what, fields, status, words) => {
      const answer = await post({ contact: "0301 <b>", ...fields });
      const page = await answer.text();
      expect([answer.status, await kept()]).toEqual([status, []]);
      expect(page).toMatch(words);
      expect(page).toContain('value="0301 &lt;b&gt;"');
    },
  );

  test("is not kept from a program that fills in every field, which is told nothing of it", async () => {
    const answer = await post({ text: "Cheap pills", website: "https://pills.example" });
    expect([answer.status, await kept()]).toEqual([201, []]);
  });

  test("is not taken from a form on another site", async () => {
    const answer = await post(
      { text: "x" },
      { "sec-fetch-site": "cross-site", origin: "https://else.example" },
    );
    expect([answer.status, await kept()]).toEqual([403, []]);
  });

  test("is slowed down when one address sends many, and taken again later", async () => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 12; sent++) statuses.push((await post({ text: `n. ${sent}` })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});

describe("a short link", () => {
  const browser = { "user-agent": "Mozilla/5.0 (Linux; Android 13) Firefox/132.0" };
  const days = { from: localDate("2026-11-01"), until: localDate("2026-11-30") };

  test("counts people who follow it by day, in one writing, and no programs", async () => {
    const item = await addItem(database, "valdilago", { title: "Contata", seenAt: now });
    const { id, marker } = await addPublication(database, "valdilago", item, {
      state: "due",
      next_step_at: now,
    });
    const follow = (headers: Record<string, string>, method = "GET") =>
      fetch(`${web.origin}/v/${marker}`, { method, headers, redirect: "manual" });
    for (let times = 0; times < 3; times++) expect((await follow(browser)).status).toBe(302);
    for (const agent of ["facebookexternalhit/1.1", "curl/8.5", "Googlebot/2.1", ""]) {
      await follow({ "user-agent": agent });
    }
    await follow(browser, "HEAD");
    // Half past midnight in Rome: the next day there, still the same in Greenwich.
    parts.setNow(new Date("2026-11-20T23:30:00Z"));
    await follow(browser);
    expect(await clicksOf(database.db, "valdilago", days)).toEqual([]);
    await web.close();
    expect(await clicksOf(database.db, "valdilago", days)).toEqual([
      { publicationId: id, day: "2026-11-20", clicks: 3 },
      { publicationId: id, day: "2026-11-21", clicks: 1 },
    ]);
    expect(await clicksOf(database.db, "altocolle", days)).toEqual([]);
  });
});
