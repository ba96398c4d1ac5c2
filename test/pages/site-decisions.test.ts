// How Anna, whose comment was hidden, asks for another look without an account; and what everybody reads of decisions.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { expectAccessible, openBrowser, screenshot } from "../browser.ts";
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

const fitsTheScreen = "document.documentElement.scrollWidth <= innerWidth";

describe.each([
  ["the form", "/riesame"],
  ["a decision", `/riesame/${codes.fresh}`],
  ["a review that is open", `/riesame/${codes.asked}?lang=en`],
  ["a review that was decided", `/riesame/${codes.overturned}`],
  ["a code of nobody's", `/riesame/${codes.nobodys}`],
  ["the register", "/registro"],
  ["the register, filtered and empty", "/registro?regola=9&lang=en"],
  ["the figures", "/numeri"],
])("%s", (name, address) => {
  test.each([
    [320, "light"],
    [390, "dark"],
    [1280, "light"],
  ] as const)(
    "at %i px in %s breaks no rule of accessibility and fits the screen",
    async (width, colorScheme) => {
      await onPage(address, { viewport: { width, height: 844 }, colorScheme }, async (page) => {
        await screenshot(page, `decisions-${name.replaceAll(" ", "-")}-${width}`);
        await expectAccessible(page);
        expect(await page.evaluate(fitsTheScreen)).toBe(true);
      });
    },
  );
});

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
