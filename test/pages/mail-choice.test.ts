import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChoice } from "../../src/mailing/telling/people-store.ts";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { addAuthority } from "../../src/web/test-rows.ts";
import { expectAccessible, openBrowser, screenshot } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { signIn } from "../staff.ts";

// Marco does not want to be written to at eight any more.

let database: TestDatabase;
let web: Web;
let browser: Browser;

beforeAll(async () => {
  database = await testDatabase();
  await addAuthority(database, "valdilago", "Provincia di Valdilago");
  web = await startWeb(pretendParts(database), { port: 0 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await web.close();
  await database.close();
});

test.each([
  ["telephone", { width: 390, height: 844 }],
  ["desk", { width: 1280, height: 900 }],
])(
  "the mail one gets is chosen by keyboard, without scripts, and the page is for everyone, on a %s",
  async (name, viewport) => {
    const ferri = await signIn(database, "head", "valdilago");
    const context = await browser.newContext({ locale: "it-IT", viewport, javaScriptEnabled: false });
    await context.addCookies([ferri.cookie(web.origin)]);
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(`${web.origin}/desk/me#mail`);
    await page.getByLabel("Avvisi", { exact: true }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.getByLabel("Ora del riepilogo").selectOption("7:00");
    await page.getByRole("button", { name: "Salva (Posta che ricevete)" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    expect(await page.getByRole("status").innerText()).toContain("da adesso vi scriviamo così");
    expect(await findChoice(database.db, ferri.id)).toEqual({
      ...{ alerts: true, warnings: false, digest: true, digestHour: 7 },
    });
    await context.close();
    // The rules of accessibility are scripts themselves.
    const looking = await browser.newContext({ locale: "it-IT", viewport });
    await looking.addCookies([ferri.cookie(web.origin)]);
    const seen = await looking.newPage();
    await seen.goto(`${web.origin}/desk/me`);
    expect(await seen.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await expectAccessible(seen);
    await screenshot(seen, `mail-choice-${name}`);
    await looking.close();
  },
  60_000,
);
