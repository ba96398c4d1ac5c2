// The public pages as Youssef (a cheap phone), Anna (large letters, no account) and Luca (a screen reader) meet them.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { expectAccessible, openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { type Cast, fillSite, now } from "./site-cast.ts";

let browser: Browser;
let database: TestDatabase;
let web: Web;
let cast: Cast;

beforeAll(async () => {
  browser = await openBrowser();
  database = await testDatabase();
  cast = await fillSite(database);
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
});

afterAll(async () => {
  await web.close();
  await database.close();
  await browser.close();
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

/** Opens a page, gives it to `look`, and fails on anything the browser complained about or asked elsewhere. */
async function onPage(
  address: string,
  options: ContextOptions,
  look: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser says so of every page that is rightly not there.
    const isMissingPage =
      message.location().url === web.origin + address && /40[04]|410/.test(message.text());
    if (message.type() === "error" && !isMissingPage) complaints.push(message.text().slice(0, 200));
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== web.origin) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(web.origin + address);
  await look(page, context);
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

const item = (seq: string) => `/valdilago/notizie/x-${seq}`;

describe("for eyes of every kind", () => {
  test("in forced colours what is chosen is still told", async () => {
    await onPage("/valdilago/notizie?tipo=course", { forcedColors: "active" }, async (page) => {
      await expectAccessible(page);
      const chosen = page.getByRole("link", { name: /^Corsi/ });
      expect(await chosen.getAttribute("aria-current")).toBe("true");
      expect(
        await page.evaluate(
          "getComputedStyle(document.querySelector('.choice[aria-current]')).borderTopWidth",
        ),
      ).toBe("2px");
    });
  });

  test("every target of a finger is at least 24 px high", async () => {
    await onPage("/valdilago/notizie", { viewport: { width: 390, height: 800 } }, async (page) => {
      const low = await page.evaluate(
        "[...document.querySelectorAll('nav a, button, select, input:not([type=hidden]), summary')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24 && e.getBoundingClientRect().top > 0).map((e) => e.outerHTML)",
      );
      expect(low).toEqual([]);
    });
  });
});

describe("for a screen reader", () => {
  test("an offer has its landmarks, and headings in their order", async () => {
    await onPage(item(cast.warehouse), {}, async (page) => {
      for (const role of ["banner", "main", "contentinfo"] as const) {
        expect(await page.getByRole(role).count()).toBe(1);
      }
      expect(await page.getByRole("navigation").count()).toBe(2);
      const headings = await page.locator("h1, h2, h3").allInnerTexts();
      expect(headings).toEqual([
        "Magazziniere a Cascina Nuova (rif. VDL-2026-0412)",
        "Come candidarsi",
        "In breve",
        "Il testo",
        "Allegati",
        "Che cosa è cambiato",
        "Contatti",
        "Scriverci",
        "Su queste pagine",
      ]);
      const row = page.getByRole("row", { name: /Scadenza/ });
      expect(await row.getByRole("cell").innerText()).toBe("sabato 5 dicembre 2026");
      expect(await page.getByRole("rowheader", { name: "Contratto" }).count()).toBe(1);
    });
  });

  test("the noticeboard is a list of so many items, each with a heading that is a link", async () => {
    await onPage("/valdilago/notizie", {}, async (page) => {
      const list = page.locator("ol.items");
      expect(await list.getByRole("listitem").count()).toBe(20);
      expect(await list.getByRole("heading", { level: 2 }).count()).toBe(20);
      expect(await page.getByRole("status").innerText()).toMatch(/^40 notizie · Pagina 1 di 2$/);
      expect(
        await page.getByRole("search").getByRole("searchbox", { name: "Cerca tra le notizie" }).count(),
      ).toBe(1);
    });
  });

  test("what the portal wrote is read in its own language on an English page", async () => {
    await onPage(`${item(cast.warehouse)}?lang=en`, {}, async (page) => {
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(await page.getByRole("heading", { level: 1 }).getAttribute("lang")).toBe("it");
    });
  });
});

describe("with the keyboard alone and no scripts", () => {
  test("one searches, narrows, opens an offer and goes to the portal", async () => {
    await onPage("/valdilago", { javaScriptEnabled: false }, async (page) => {
      const focused = () => page.locator(":focus");
      await page.keyboard.press("Tab");
      expect(await focused().innerText()).toBe("Vai al contenuto");
      expect(await focused().isVisible()).toBe(true);
      await page.getByRole("link", { name: "Notizie e offerte", exact: true }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("searchbox").focus();
      await page.keyboard.type("magazziniere");
      await page.keyboard.press("Enter");
      await page.waitForURL(/cerca=magazziniere/);
      expect(await page.getByRole("status").innerText()).toBe("1 notizia");
      await page.getByRole("link", { name: /^Magazziniere/ }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/notizie\/magazziniere/);
      const official = page.getByRole("link", { name: "Vai alla pagina ufficiale" });
      expect(await official.getAttribute("href")).toBe("https://lavoro.valdilago.example/offerte/412");
    });
  });

  test("the filters open, are chosen and are taken away again", async () => {
    await onPage("/valdilago/notizie?lang=en", { javaScriptEnabled: false }, async (page) => {
      await page.locator("summary").focus();
      await page.keyboard.press("Enter");
      await page.getByLabel("Place of work").selectOption({ label: "Pieve Alta (12)" });
      await page.getByRole("button", { name: "Apply the filters" }).press("Enter");
      await page.waitForURL(/luogo=Pieve\+Alta/);
      expect(page.url()).toContain("lang=en");
      expect(await page.getByRole("status").innerText()).toBe("12 items");
      await page.getByRole("link", { name: "Remove the filter Pieve Alta" }).press("Enter");
      await page.waitForURL((url) => !url.href.includes("Pieve"));
      expect(await page.getByRole("status").innerText()).toContain("40 items");
    });
  });
});

describe("on a cheap phone", () => {
  test("a first visit weighs at most 150 kB, letters included, and a second page little more", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    let bytes = 0;
    network.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${web.origin}/valdilago/notizie`, { waitUntil: "networkidle" });
    const first = bytes;
    await page.goto(web.origin + item(cast.warehouse), { waitUntil: "networkidle" });
    expect(first).toBeLessThan(100_000);
    expect(bytes - first).toBeLessThan(40_000);
    await context.close();
  });
});

test("on paper an offer is what it says, not how one got there", async () => {
  await onPage(item(cast.warehouse), {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    const shown = await page.evaluate(
      "getComputedStyle(document.querySelector('.official a'), '::after').content",
    );
    expect(shown).toMatch(/lavoro\.valdilago\.example\/offerte\/412/);
  });
});
