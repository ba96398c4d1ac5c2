import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { expectAccessible, openBrowser, screenshot } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import type { SignedInStaff } from "../staff.ts";
import { fillRules, now } from "./rules-cast.ts";

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
  ({ ferri } = await fillRules(database));
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
  return async () => {
    await web.close();
    await database.close();
  };
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

async function onPage(path: string, options: ContextOptions, look: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ javaScriptEnabled: true, locale: "it-IT", ...options });
  await context.addCookies([ferri.cookie(web.origin)]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text().slice(0, 200));
  });
  await page.goto(web.origin + path);
  await look(page);
  expect(complaints.filter((one) => !one.includes("422"))).toEqual([]);
  await context.close();
}

async function expectGood(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  await expectAccessible(page);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
}

const sizes = [
  [360, "light"],
  [390, "dark"],
  [1280, "light"],
] as const;

describe("to the eye and to a screen reader", () => {
  const rules = "/desk/rules/valdilago";
  test.each(
    sizes.flatMap(([width, scheme]) =>
      ["", "/6", "/2", "/new?topic=links", "/try"].map((path) => ({ width, scheme, path })),
    ),
  )("at $width px in $scheme, $path breaks no rule and fits the screen", async ({ width, scheme, path }) => {
    const options = { viewport: { width, height: 844 }, colorScheme: scheme };
    await onPage(rules + path, options, async (page) => {
      await expectGood(page, `rules${path.replaceAll(/\W/g, "-")}-${width}`);
    });
  });
});

test("by keyboard alone a rule gets a new version, seen before it is published", async () => {
  const viewport = { width: 390, height: 844 };
  await onPage("/desk/rules/valdilago", { viewport }, async (page) => {
    await page.locator("#rule-6").focus();
    await page.keyboard.press("Enter");
    await page.locator("#textIt").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Niente insulti, minacce o discriminazioni");
    await page.locator("#validFrom").fill("2026-12-20");
    await page.getByRole("button", { name: "Guarda l'anteprima" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Regola 6: anteprima" }).waitFor();
    await expectGood(page, "rules-preview-390");
    expect(await page.locator("main").innerText()).toContain(
      "Fino al 19 dicembre 2026 compreso vale ancora la versione 2.",
    );
    const versions = () =>
      database.db.selectFrom("conversation_rule").select("version").where("number", "=", 6).execute();
    expect(await versions()).toHaveLength(2);
    await page.getByRole("button", { name: "Pubblica questa versione" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    expect(await page.getByRole("status").innerText()).toBe("La nuova versione è pubblicata.");
    expect(await versions()).toHaveLength(3);
    const acts = await database.db
      .selectFrom("audit_entry")
      .select(["act", "by"])
      .where("act", "=", "rule-changed")
      .execute();
    expect(acts.at(-1)).toEqual({ act: "rule-changed", by: ferri.id });
  });
});

test("without scripts a text is tried: the words that count are marked and explained, and nothing is kept", async () => {
  await onPage(
    "/desk/rules/valdilago/try",
    { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
    async (page) => {
      await page.locator("#text").fill("Siete dei coglioni, chiamatemi al 347 1234567!");
      await page.getByRole("button", { name: "Prova", exact: true }).click();
      const result = page.locator(".tried");
      expect(await result.locator("mark").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining("coglioni"), expect.stringContaining("347 1234567")]),
      );
      expect(await result.innerText()).toContain("Regola 6.");
      for (const table of ["message", "message_triage", "audit_entry"] as const) {
        const rows = await database.db.selectFrom(table).selectAll().execute();
        expect(JSON.stringify(rows)).not.toContain("coglioni");
      }
    },
  );
  await onPage("/desk/rules/valdilago/try", { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.locator("#text").fill("Siete dei coglioni, chiamatemi al 347 1234567!");
    await page.getByRole("button", { name: "Prova", exact: true }).click();
    await expectGood(page, "rules-tried-1280");
  });
});
