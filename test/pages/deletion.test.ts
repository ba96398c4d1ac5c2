import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askDeletion } from "../../src/conversing/ask-deletion.ts";
import { carryOutDeletions } from "../../src/conversing/carry-out-deletions.ts";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { addAuthority } from "../../src/web/test-rows.ts";
import { expectAccessible, openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { valdilago } from "../people.ts";

// The page to which Facebook sends a person who wanted their data deleted.

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let web: Web;

beforeAll(async () => {
  browser = await openBrowser();
  database = await testDatabase();
  parts = pretendParts(database);
  web = await startWeb(parts, { port: 0 });
  await addAuthority(database, valdilago.id, valdilago.name);
});

afterAll(async () => {
  await browser.close();
  await web.close();
  await database.close();
});

async function ask(personId: string): Promise<string> {
  const tools = { ...parts, db: database.db, queue: await parts.queue() };
  const code = await askDeletion(tools, { authorityId: valdilago.id, channel: "facebook-page" }, personId);
  return `${web.origin}/hooks/deletions/${code}`;
}

async function onPage(
  address: string,
  how: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: "it-IT", ...how });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await look(page);
  } finally {
    await context.close();
  }
}

describe("the page about a deletion", () => {
  test.each([
    { state: "under way", width: 1280 },
    { state: "under way", width: 320 },
    { state: "done", width: 1280 },
    { state: "done", width: 320 },
  ])("is accessible and does not scroll sideways: $state, $width pixels wide", async ({ state, width }) => {
    const address = await ask("218471");
    if (state === "done") await carryOutDeletions({ ...parts, db: database.db });
    await onPage(address, { viewport: { width, height: 800 } }, async (page) => {
      await expectAccessible(page);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    });
  });

  test("is read, and changes its language, without scripts", async () => {
    await onPage(await ask("218471"), { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("h1").innerText()).toBe("Cancellazione dei dati");
      await page.getByRole("link", { name: "English" }).click();
      expect(await page.locator("h1").innerText()).toBe("Deletion of data");
      expect(await page.locator("main").innerText()).toContain(valdilago.name);
    });
  });
});
