import { AxeBuilder } from "@axe-core/playwright";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PortalSandbox, startPortal } from "../index.ts";

let browser: Browser;
let portal: PortalSandbox;

beforeAll(async () => {
  portal = await startPortal();
  portal.publishNext(20);
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
  });
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const addresses = () => ["/", `/offerte/${portal.items()[0]?.slug}?lang=en`, "/redazione"];

describe("on a phone", () => {
  test.each(["light", "dark"] as const)(
    "no page breaks an accessibility rule or is wider than the screen (%s)",
    async (colorScheme) => {
      // The policy of the pages forbids scripts, the checker's own included: here it is set aside.
      const context = await browser.newContext({
        viewport: { width: 360, height: 780 },
        colorScheme,
        bypassCSP: true,
      });
      const page = await context.newPage();
      for (const address of addresses()) {
        await page.goto(portal.origin + address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      }
      await context.close();
    },
  );
});

describe("without scripts and without a mouse", () => {
  test("an editor publishes, is told what to correct, corrects and withdraws", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${portal.origin}/redazione`);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Vai al contenuto");
    await page.keyboard.press("Enter");
    // Past the skipped header: kind, reference, title.
    for (let field = 0; field < 3; field++) await page.keyboard.press("Tab");
    expect(await page.locator(":focus").getAttribute("id")).toBe("title");
    await page.keyboard.type("Bibliotecario/a");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toContain("Indicare il comune");
    expect(await page.locator("#title").inputValue()).toBe("Bibliotecario/a");
    await page.locator("#place").fill("Erba");
    await page.locator("#text").fill("Apertura serale della biblioteca civica.");
    await page.locator("#text").press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("status").textContent()).toBe("Notizia pubblicata.");
    expect(portal.items()[0]?.title).toBe("Bibliotecario/a");
    await page.getByRole("link", { name: "Modifica Bibliotecario/a" }).press("Enter");
    await page.locator("summary").press("Enter");
    await page.getByRole("button", { name: "Sì, ritira dal portale" }).press("Enter");
    expect(await page.getByRole("status").textContent()).toBe("Notizia ritirata.");
    expect(portal.items()[0]?.title).not.toBe("Bibliotecario/a");
    await context.close();
  });
});
