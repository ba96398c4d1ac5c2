import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../browser.ts";
import { testDirectory } from "../databases.ts";

// The whole product as `npm start` runs it, seen and used through a browser as Giulia and a citizen would.

const root = path.join(import.meta.dirname, "../..");
// A first start makes a database; on a busy machine that and a browser take their time.
const patience = { timeout: 60_000 };

let demo: ChildProcess;
let browser: Browser;
let addresses: { portal: string; wall: string; desk: string };

beforeAll(async () => {
  browser = await openBrowser();
  const ports = ["--port", "0", "--portal-port", "0", "--wall-port", "0"];
  demo = spawn(process.execPath, ["demo/start.ts", "--every", "3600", "--data", testDirectory(), ...ports], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  addresses = await addressesOf(demo);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (demo.exitCode !== null) return;
  const ended = new Promise((resolve) => demo.once("exit", resolve));
  demo.kill("SIGTERM");
  await ended;
}, 60_000);

function addressesOf(child: ChildProcess): Promise<typeof addresses> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += chunk;
      const [portal, , wall, desk] = [...text.matchAll(/http:\/\/[\d.]+:\d+/g)].map(([address]) => address);
      if (portal && wall && desk && text.includes("Ctrl-C")) resolve({ portal, wall, desk: `${desk}/desk` });
    });
    child.once("exit", (code) => reject(new Error(`the demonstration ended with ${code}:\n${text}`)));
  });
}

async function publish(page: Page, title: string): Promise<void> {
  await page.goto(`${addresses.portal}/redazione`);
  await page.fill("#title", title);
  await page.fill("#text", "Azienda della zona cerca una persona. Candidature al Centro per l'impiego.");
  await page.fill("#place", "Lomazzo");
  await page.press("#title", "Enter");
  await page.waitForLoadState();
}

/** How often the wall shows a post with these words, once it shows it at all. */
async function timesOnTheWall(page: Page, words: string): Promise<number> {
  await page.goto(addresses.wall);
  const posts = page.locator("article", { hasText: words });
  await posts.first().waitFor(patience);
  return await posts.count();
}

describe("from the portal to the wall", () => {
  it("shows on the wall, within seconds, what an editor publishes on the portal", async () => {
    const page = await browser.newPage({ locale: "it-IT" });
    await publish(page, "Falegname a Lomazzo");
    expect(await timesOnTheWall(page, "Falegname a Lomazzo")).toBe(1);
    await page.close();
  }, 90_000);

  it("shows one post, not two, when Facebook publishes and its answer is lost", async () => {
    const page = await browser.newPage({ locale: "it-IT" });
    await page.goto(`${addresses.wall}/?panel=1`);
    await page.locator('form[data-mode="lost-after"] button[value="1"]').click();
    await publish(page, "Idraulico a Cantù");
    expect(await timesOnTheWall(page, "Idraulico a Cantù")).toBe(1);
    // The desk says in words that it looked the post up instead of sending it again.
    await page.goto(addresses.desk);
    const item = page.locator("li.news", { hasText: "Idraulico a Cantù" });
    await item.getByText(/post con link\): pubblicato alle/).waitFor(patience);
    await item.locator("summary", { hasText: "Come è andata" }).first().click();
    expect(await item.innerText()).toMatch(/trovat/i);
    expect(await timesOnTheWall(page, "Idraulico a Cantù")).toBe(1);
    expect(await page.getByText("0 doppioni").count()).toBe(1);
    await page.close();
  }, 90_000);

  it("holds everything while the token is dead, says so, and lets it go by itself afterwards", async () => {
    const page = await browser.newPage({ locale: "it-IT" });
    await page.goto(`${addresses.wall}/?panel=1`);
    await page.getByRole("button", { name: "Fallo scadere" }).click();
    await publish(page, "Barista a Erba");
    await page.goto(addresses.desk);
    await expect
      .poll(
        async () => {
          await page.reload();
          return await page.locator("main").innerText();
        },
        { timeout: 30_000 },
      )
      .toMatch(/token|collegamento|ricolleg/i);
    await page.goto(addresses.wall);
    expect(await page.locator("article", { hasText: "Barista a Erba" }).count()).toBe(0);
    await page.goto(`${addresses.wall}/?panel=1`);
    await page.getByRole("button", { name: "Rinnova il token" }).click();
    expect(await timesOnTheWall(page, "Barista a Erba")).toBe(1);
    await page.close();
  }, 120_000);
});
