import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { signIn } from "../../../test/staff.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority } from "../test-rows.ts";

const now = new Date("2026-11-22T09:32:00.000Z");
const authorityId = "valdilago";
let database: TestDatabase;
let web: Web;

beforeEach(async () => {
  database = await testDatabase();
  await addAuthority(database, authorityId, "Provincia di Valdilago");
  await addAccount(database, authorityId);
  const { db } = database;
  const raid = randomUUID();
  const began = new Date(now.getTime() - 4 * 60_000);
  await db
    .insertInto("raid")
    .values({ authority_id: authorityId, id: raid, began_at: began, breaches: 20 })
    .execute();
  const alert = { authority_id: authorityId, raised_at: began };
  await db
    .insertInto("alert")
    .values([
      { ...alert, kind: "raid", subject: raid },
      { ...alert, kind: "review-asked", subject: "1" },
      { ...alert, kind: "review-due", subject: "1" },
    ])
    .execute();
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
});

afterEach(async () => {
  await web.close();
  await database.close();
});

async function today(query = "", path = "/desk") {
  const marco = await signIn(database, "moderator", authorityId, now);
  const answer = await fetch(`${web.origin}${path}${query}`, { headers: marco.headers });
  return (await answer.text()).replace(/\s+/g, " ");
}

test("Today tells of a raid that goes on with the steps there are, and where to go", async () => {
  const text = await today();
  expect(text).toContain("È in corso un'ondata di violazioni".replace("'", "&#39;"));
  expect(text).toContain("Ricordare le regole con un commento pubblico");
  // Told once: the alert about it is the button below the steps, and what the button is called aloud.
  expect(text.match(/Molte probabili violazioni in pochi minuti/g)).toHaveLength(1);
  expect(text).not.toContain("<span>Molte probabili violazioni in pochi minuti</span>");
  expect(text).toContain('href="/desk/moderation"');
  expect(text.match(/href="\/desk\/reviews"/g)).toHaveLength(2);
  expect(text).toContain("Il termine per decidere un riesame è vicino");
});

test("what is calm again is told no more, and the alert stays until somebody takes it on", async () => {
  await database.db.updateTable("raid").set({ ended_at: now }).execute();
  const text = await today("?lang=en");
  expect(text).not.toContain("A raid is going on");
  expect(text).toContain("Many probable breaches within minutes");
  expect(text).toContain('href="/desk/reviews?lang=en"');
});

test("the queue of moderation offers the same steps while it goes on, and says nothing of it afterwards", async () => {
  const during = await today("?lang=en", "/desk/moderation");
  expect(during).toContain("A raid is going on");
  expect(during).toContain('<ul class="raid-steps">');
  await database.db.updateTable("raid").set({ ended_at: now }).execute();
  expect(await today("?lang=en", "/desk/moderation")).not.toContain("A raid is going on");
});
