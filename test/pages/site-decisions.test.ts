// How Anna, whose comment was hidden, asks for another look without an account; and what everybody reads of decisions.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { codes, fillDecisions } from "./decisions-cast.ts";
import { fillSite, now } from "./site-cast.ts";

let browser: Browser;
let database: TestDatabase;
let web: Web;

beforeAll(async () => {
  browser = await openBrowser();
  database = await testDatabase();
  await fillSite(database);
  await fillDecisions(database);
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
  await browser.close();
});

async function onPage(
  address: string,
  options: Parameters<Browser["newContext"]>[0],
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) complaints.push(message.text());
  });
  await page.goto(`${web.origin}/valdilago${address}`);
  await look(page);
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

test("a review is asked for with the keyboard alone, without scripts, and its standing read afterwards", async () => {
  const options = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
  await onPage(`/riesame/${codes.fresh}`, options, async (page) => {
    await page.getByLabel("Perché la decisione è sbagliata").focus();
    await page.keyboard.type("Era uno sfogo, non un insulto.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Grazie, abbiamo ricevuto il modulo" }).waitFor();
    await page.getByRole("link", { name: "Vedi la decisione e il riesame" }).press("Enter");
    await page.getByText("Un'altra persona la sta riesaminando.").waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
  });
});
