import { beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/databases.ts";
import { type SignedInStaff, signIn } from "../../../../test/staff.ts";
import { pretendParts } from "../../pretend-parts.ts";
import { startWeb, type Web } from "../../server.ts";
import { addFeedback } from "../../site/feedback-store.ts";
import { addAuthority } from "../../test-rows.ts";

const now = new Date("2026-11-23T09:00:00Z");
const own = "valdilago";
let database: TestDatabase;
let web: Web;
let head: SignedInStaff;

beforeEach(async () => {
  database = await testDatabase();
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
  await addAuthority(database, own, "Provincia di Valdilago");
  head = await signIn(database, "head", own, now);
  const said = { page: "/valdilago", text: "Il <b>menù</b> non si legge.", contact: "luca@posta.example" };
  await addFeedback(database.db, own, said, { code: "ABCD2345", language: "it", at: now });
  return async () => {
    await web.close();
    await database.close();
  };
});

const page = async (who = head) => await fetch(`${web.origin}/desk/feedback`, { headers: who.headers });
const press = async (who = head) =>
  await fetch(`${web.origin}/desk/feedback/${own}/ABCD2345/seen`, {
    ...{ method: "POST", redirect: "manual" },
    headers: { ...who.headers, origin: web.origin },
  });

test("what somebody could not use is read at the desk, as text, with the contact they left", async () => {
  const text = await (await page()).text();
  expect(text).toContain("Il &lt;b&gt;menù&lt;/b&gt; non si legge.");
  expect(text).toContain("luca@posta.example");
});

test("whoever sees to it says so, once, and it is in the trail", async () => {
  expect((await press()).status).toBe(303);
  expect((await press()).status).toBe(303);
  expect(await (await page()).text()).not.toContain("Segna come vista");
  const acts = await database.db.selectFrom("audit_entry").select(["act", "subject"]).execute();
  expect(acts).toEqual([{ act: "feedback-seen", subject: "ABCD2345" }]);
});

test("an editor, who sees no reports, is told so and changes nothing", async () => {
  const editor = await signIn(database, "editor", own, now);
  expect((await page(editor)).status).toBe(403);
  expect((await press(editor)).status).toBe(403);
  expect(await (await page()).text()).toContain("Segna come vista");
});
