import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { addAccount, addAuthority } from "../../src/web/test-rows.ts";
import { expectAccessible, openBrowser, screenshot } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { valdilago } from "../people.ts";
import { type SignedInStaff, signIn } from "../staff.ts";
import { fillDecisions } from "./decisions-cast.ts";
import { now } from "./site-cast.ts";

let browser: Browser;
let database: TestDatabase;
let web: Web;
let ferri: SignedInStaff;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  database = await testDatabase();
  await addAuthority(database, valdilago.id, valdilago.name);
  await addAccount(database, valdilago.id);
  await fillDecisions(database);
  ferri = await signIn(database, "head", valdilago.id, now);
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
  return async () => {
    await web.close();
    await database.close();
  };
});

const get = (path: string, who = ferri) =>
  fetch(web.origin + path, { headers: who.headers, redirect: "manual" });

test.each([
  [360, "light", "?days=90"],
  [390, "dark", "?days=30"],
  [1280, "light", "?days=365&lang=en"],
] as const)(
  "at %i px in %s the figures%s break no rule and fit the screen",
  async (width, colorScheme, query) => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme,
      locale: "it-IT",
    });
    await context.addCookies([ferri.cookie(web.origin)]);
    const page = await context.newPage();
    await page.goto(`${web.origin}/desk/figures/valdilago${query}`);
    await screenshot(page, `figures-${width}`);
    await expectAccessible(page);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await context.close();
  },
);

test("the figures as CSV count what was decided in the period, and nothing before", async () => {
  const answer = await get("/desk/figures/valdilago/figures.csv?days=90");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="numeri-valdilago-90.csv"');
  expect(lines).toContain("decisions,7,hide,6");
  expect(lines).toContain("measures,,,10");
  expect(lines).toContain("reviews-asked,,,2");
  expect(lines).toContain("reviews-overturned,,,1");
  expect(lines).toContain("hidden-by-itself,,,2");
  const month = (await (await get("/desk/figures/valdilago/figures.csv?days=30")).text()).split("\r\n");
  expect(month).toContain("measures,,,8");
});

test("statements of reasons name the rule and what it came to, and neither a person nor a text", async () => {
  const answer = await get("/desk/figures/valdilago/statements.jsonl?days=365");
  const text = await answer.text();
  const statements = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  // Ten measures, of which one is a warning: that takes nothing away.
  expect(statements).toHaveLength(9);
  expect(statements.at(-1)).toMatchObject({
    decision_visibility: ["DECISION_VISIBILITY_CONTENT_DISABLED"],
    category: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED",
    decision_ground_reference_url: expect.stringMatching(/\/valdilago\/regole$/),
  });
  expect(statements.filter((one) => one.automated_decision === "AUTOMATED_DECISION_FULLY")).toHaveLength(2);
  expect(text).not.toMatch(/segret|Segret|marco|operatori/);
  const csv = await (await get("/desk/figures/valdilago/statements.csv?days=365")).text();
  expect(csv.trim().split("\r\n")).toHaveLength(10);
});

test("whoever only moderates sees no figures", async () => {
  const marco = await signIn(database, "moderator", valdilago.id, now);
  expect((await get("/desk/figures/valdilago", marco)).status).toBe(403);
});
