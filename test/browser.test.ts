import { rmSync, statSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, openBrowser, screenshot } from "./browser.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
});

afterAll(async () => await browser?.close());

const good = `<!doctype html><html lang="it"><head><title>Bacheca</title></head>
  <body><main><h1>Offerte di lavoro</h1><p>Magazziniere a Cantù.</p></main></body></html>`;

describe("the browser of the tests", () => {
  test("an accessible page passes", async () => {
    await page.setContent(good);
    await expectAccessible(page);
  });

  test("a picture without words is reported with its rule and element", async () => {
    await page.setContent(good.replace("<p>", `<img id="logo" src="data:,"><p>`));
    await expect(expectAccessible(page)).rejects.toThrow(/image-alt .*\n.*#logo/);
  });

  test("targets too small for a finger are reported, a rule of WCAG 2.2 that is off by default", async () => {
    const small =
      `<a href="/a" style="font-size:8px;display:block;height:8px;overflow:hidden">uno</a>`.repeat(3);
    await page.setContent(good.replace("<p>", `<nav>${small}</nav><p>`));
    await expect(expectAccessible(page)).rejects.toThrow(/target-size/);
  });

  test("headings that skip a level are reported, a best practice", async () => {
    await page.setContent(good.replace("<p>", "<h4>Dettagli</h4><p>"));
    await expect(expectAccessible(page)).rejects.toThrow(/heading-order/);
  });

  test("a screenshot is a file one can open", async () => {
    await page.setContent(good);
    const file = await screenshot(page, "browser-test");
    expect(statSync(file).size).toBeGreaterThan(1000);
    rmSync(file);
  });
});
