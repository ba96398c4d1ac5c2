import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { expectAccessible, openBrowser, screenshot } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { correctedOffer, itemOf } from "./items-cast.ts";
import { amended, fillBusy, fillCalm, inAllFormats, now } from "./today-cast.ts";

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let offer: string;
let stopped: string;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  database = await testDatabase();
  await fillBusy(database);
  await fillCalm(database);
  await inAllFormats(database);
  ({ stopped } = await amended(database));
  offer = await correctedOffer(database);
  parts = pretendParts(database, { BACHECA_DEMO: "yes" }, now);
  web = await startWeb(parts, { port: 0 });
  return async () => {
    await web.close();
    await database.close();
  };
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

async function onPage(path: string, options: ContextOptions, look: (page: Page) => Promise<void>) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text().slice(0, 200));
  });
  await page.goto(web.origin + path);
  await look(page);
  expect(complaints).toEqual([]);
  await context.close();
}

const pages = {
  list: () => "/desk/items",
  "one item": () => `/desk/items/valdilago/${offer}`,
  "a wish that waits": async () => `/desk/items/valdilago/${await itemOf(database, stopped)}`,
};

describe("to the eye and to a screen reader", () => {
  test.each([
    [320, "light", "list", ""],
    [390, "light", "list", "?q=corso"],
    [1280, "dark", "list", "?state=held&lang=en"],
    [320, "dark", "one item", ""],
    [390, "light", "one item", ""],
    [1280, "light", "one item", "?lang=en"],
    [1280, "dark", "a wish that waits", ""],
    [390, "light", "a wish that waits", "?lang=en"],
  ] as const)(
    "at %i px in %s, %s%s breaks no rule and fits the screen",
    async (width, colorScheme, name, query) => {
      const path = `${await pages[name]()}${query}`;
      await onPage(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
        await screenshot(page, `items-${name.replaceAll(" ", "-")}-${width}`);
        await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
        await expectAccessible(page);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      });
    },
  );

  test("every target of the hand can be hit with a thumb", async () => {
    await onPage("/desk/items", { viewport: { width: 390, height: 800 } }, async (page) => {
      const heights = await page
        .locator("button:visible, .choice:visible, select:visible, input:visible")
        .evaluateAll((all) => all.map((one) => (one as unknown as { offsetHeight: number }).offsetHeight));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
    });
  });
});

describe("for hands", () => {
  test("by keyboard and without scripts an offer is found, held, and let go again, and the list is as it was", async () => {
    await onPage("/desk/items?authority=valdilago", { javaScriptEnabled: false }, async (page) => {
      await page.locator("#q").focus();
      await page.keyboard.type("bibliotecaria vdl-2026");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=bibliotecaria/);
      const rows = page.locator("#items li.news");
      expect(await rows.count()).toBe(1);
      await rows.locator("a").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(offer));
      await page.getByRole("button", { name: /^Trattieni/ }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/done=held/);
      expect(await page.getByRole("status").innerText()).toContain("resta trattenuto");
      const section = page.locator("#publications");
      expect(await section.innerText()).toContain("Una persona lo ha trattenuto.");
      await page.getByRole("button", { name: /^Pubblica/ }).click();
      await page.waitForURL(/done=released/);
      expect(await section.innerText()).not.toContain("Una persona lo ha trattenuto.");
      await page.getByRole("link", { name: "Torna all'elenco" }).click();
      expect(await page.locator("#q").inputValue()).toBe("bibliotecaria vdl-2026");
      expect(await rows.count()).toBe(1);
    });
  });

  test("what happens to a post meanwhile appears by itself", async () => {
    await onPage(`/desk/items/valdilago/${offer}`, {}, async (page) => {
      await database.db
        .updateTable("publication")
        .set({ state: "held", reason: "by-hand", next_step_at: null })
        .where("item_id", "=", offer)
        .execute();
      await page.getByText("Una persona lo ha trattenuto.").waitFor();
    });
  });
});
