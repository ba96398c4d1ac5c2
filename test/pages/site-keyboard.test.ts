// With Tab, letters and Enter alone, without scripts: what people come for, from the first page to the end.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { codes, fillDecisions } from "./decisions-cast.ts";
import { fillSite, now } from "./site-cast.ts";

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let web: Web;

beforeAll(async () => {
  browser = await openBrowser();
  database = await testDatabase();
  await fillSite(database);
  await fillDecisions(database);
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
  await browser.close();
});

async function onPage(address: string, go: (page: Page) => Promise<void>): Promise<void> {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: "it-IT" });
  try {
    const page = await context.newPage();
    await page.goto(web.origin + address);
    await go(page);
  } finally {
    await context.close();
  }
}

const stopsMost = 150;
const howFocusIsSeen = `[
  getComputedStyle(document.activeElement).outlineStyle,
  document.activeElement.getBoundingClientRect().height > 0,
  document.activeElement.outerHTML.slice(0, 120),
]`;

/** Presses Tab until the focus is there; wherever it stops on its way it is to be seen. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < stopsMost; stop++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0) continue;
    expect(await page.evaluate(howFocusIsSeen)).toEqual(["solid", true, expect.anything()]);
    if ((await wanted.and(focused).count()) === 1) return;
  }
  throw new Error(`the focus never comes to ${wanted}`);
}

test("somebody finds an offer, narrows the list, opens one and takes the list along as a feed", async () => {
  await onPage("/valdilago", async (page) => {
    await tabTo(page, page.getByRole("searchbox"));
    await page.keyboard.type("elettricista");
    await page.keyboard.press("Enter");
    await page.waitForURL(/cerca=elettricista/);
    await tabTo(page, page.locator("summary"));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByLabel("Luogo di lavoro"));
    await page.keyboard.type("Pieve");
    await tabTo(page, page.getByRole("button", { name: "Applica i filtri" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/luogo=Pieve\+Alta/);
    expect(await page.getByRole("link", { name: /^Elettricista a Pieve Alta/ }).count()).toBeGreaterThan(0);
    await tabTo(page, page.getByRole("link", { name: "RSS", exact: true }));
    const feed = await page.locator(":focus").getAttribute("href");
    const answer = await fetch(web.origin + feed);
    expect(await answer.text()).toContain("Elettricista a Pieve Alta");
    await page.keyboard.press("Home");
    await page.reload();
    await tabTo(page, page.getByRole("link", { name: /^Elettricista a Pieve Alta/ }).first());
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Elettricista a Pieve Alta/ }).waitFor();
    await tabTo(page, page.getByRole("link", { name: "Vai alla pagina ufficiale" }));
  });
});

test("whoever lost a comment asks for a review from the foot of the page", async () => {
  await onPage("/valdilago/privacy", async (page) => {
    await tabTo(page, page.getByRole("link", { name: "Chiedi un riesame" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/riesame/);
    await tabTo(page, page.locator("#code"));
    await page.keyboard.type(codes.late.toLowerCase());
    await tabTo(page, page.getByLabel("Perché la decisione è sbagliata"));
    await page.keyboard.type("Era uno sfogo, non un insulto.");
    await tabTo(page, page.getByRole("button", { name: "Chiedi il riesame" }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Grazie, abbiamo ricevuto il modulo" }).waitFor();
  });
});

test("what cannot be used is reported, and what is missing in the report is said first", async () => {
  await onPage("/valdilago", async (page) => {
    await tabTo(page, page.getByRole("link", { name: "Segnala un problema di accessibilità" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/segnala/);
    parts.setNow(new Date(now.getTime() + 60_000));
    const text = page.getByLabel("Che cosa non funziona");
    await tabTo(page, text);
    await page.keyboard.type(" ");
    await tabTo(page, page.getByRole("button", { name: "Invia la segnalazione" }));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    expect(await text.getAttribute("aria-invalid")).toBe("true");
    parts.setNow(new Date(now.getTime() + 120_000));
    await tabTo(page, text);
    await page.keyboard.type("Il menu non si apre con la tastiera.");
    await tabTo(page, page.getByRole("button", { name: "Invia la segnalazione" }));
    await page.keyboard.press("Enter");
    await page.getByRole("status").waitFor();
    parts.setNow(now);
  });
  const [sent] = await database.db.selectFrom("feedback").selectAll().execute();
  expect(sent?.text).toBe("Il menu non si apre con la tastiera.");
});
