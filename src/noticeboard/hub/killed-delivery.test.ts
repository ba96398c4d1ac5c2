// A real process is killed at each statement of delivering a feed; another delivers it. Every subscriber is told, once, or
// twice where it died before it could note the answer.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/databases.ts";
import { client, serve } from "../../../test/loopback.ts";
import { runDying } from "../../../test/run-dying.ts";
import { silentLog } from "../../platform/log.ts";
import { openVault } from "../../platform/vault.ts";
import { deliverFeeds } from "./deliver-feeds.ts";
import { busyMs } from "./delivery.ts";

const authorityId = "valdilago";
const topic = "https://bacheca.example/valdilago/notizie/rss.xml";
const start = new Date("2026-11-20T09:00:00Z");

test("a delivery whose process is killed, at whichever statement, is made by another once its term is over", async () => {
  const database = await testDatabase();
  const { db, connection } = database;
  await db.insertInto("authority").values({ id: authorityId, name: "Valdilago" }).execute();
  let told = 0;
  const callback = await serve((request, response) => {
    request.resume().on("end", () => {
      told += 1;
      response.writeHead(204).end();
    });
  });
  const key = randomBytes(32);
  const content = { type: "application/rss+xml", body: "<rss/>", hub: "https://bacheca.example/hub" };
  const feeds = { write: async () => content, topics: async () => [] };
  const deliverAt = async (now: Date) =>
    await deliverFeeds({
      ...{ db, clock: { now: () => now }, log: silentLog, vault: openVault(key) },
      ...{ http: client({ isPublic: () => true }), stopping: new AbortController().signal },
      hub: { mode: { kind: "own" }, feeds },
    });
  const order = { connection, work: "deliver-feeds", authorityId, key: key.toString("hex") } as const;
  const times: number[] = [];
  for (let round = 0, end = "killed"; end === "killed"; round += 1) {
    await db.deleteFrom("hub_subscription").execute();
    await db
      .insertInto("hub_subscription")
      .values({
        ...{
          authority_id: authorityId,
          topic,
          callback,
          host: "127.0.0.1",
          wanted: null,
          wanted_secret: null,
        },
        ...{ wanted_seconds: null, wanted_at: null, secret: null, told: null, busy_until: null },
        ...{ until: new Date(start.getTime() + 86_400_000), due_at: start },
      })
      .execute();
    told = 0;
    const dieAt = {
      statement: Math.floor(round / 2) + 1,
      side: round % 2 === 0 ? ("before" as const) : ("after" as const),
    };
    end = await runDying({ ...order, now: start.toISOString(), dieAt });
    const byTheDead = told;
    // Once its term is over, whoever comes first delivers; the second finds nothing to do.
    await deliverAt(new Date(start.getTime() + busyMs));
    await deliverAt(new Date(start.getTime() + 2 * busyMs));
    expect(told).toBeGreaterThanOrEqual(1);
    expect(told).toBeLessThanOrEqual(byTheDead + 1);
    const rows = await db.selectFrom("hub_subscription").select(["due_at", "busy_until"]).execute();
    expect(rows).toEqual([{ due_at: null, busy_until: null }]);
    times.push(told);
  }
  // Killed before the call, between the call and its note, and after it.
  expect(new Set(times)).toEqual(new Set([1, 2]));
  expect(times.length).toBeGreaterThan(8);
  await database.close();
}, 180_000);
