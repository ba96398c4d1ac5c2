import { AxeBuilder } from "@axe-core/playwright";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FacebookSandbox, startFacebook } from "../facebook/index.ts";
import { samplePicture } from "../facebook/media/samples.ts";
import { Probe } from "../facebook/probe.ts";

let browser: Browser;
let facebook: FacebookSandbox;

function publish(message: string, link?: string): void {
  const page = facebook.world.pages.get(facebook.seed.page.id);
  if (!page) throw new Error("the seed's Page is gone");
  const preview = link === undefined ? undefined : { title: message, canonicalUrl: link, type: "website" };
  facebook.world.createPost({ page, appId: facebook.seed.app.id, message, link, preview, published: true });
}

/** An album, and more stories than a phone is wide. */
async function addMedia(): Promise<void> {
  const probe = new Probe(facebook);
  const send = async (width: number, height: number): Promise<string> => {
    const parts = { source: samplePicture(width, height), published: "false" };
    return (await probe.send(`/${probe.page}/photos`, parts)).body.id;
  };
  const ids = [await send(300, 300), await send(300, 300), await send(300, 300)];
  await probe.publish("Le foto della fiera", {
    attached_media: JSON.stringify(ids.map((media_fbid) => ({ media_fbid }))),
  });
  for (let count = 0; count < 5; count += 1)
    await probe.post(`/${probe.page}/photo_stories`, { photo_id: await send(180, 320) });
}

beforeAll(async () => {
  facebook = await startFacebook({ scrape: false });
  publish("Cuoco/a di mensa scolastica – Borgo Sereno", "https://lavoro.valdilago.example/offerte/417");
  await addMedia();
  publish("Chiusura dello sportello il 7 dicembre");
  publish("Chiusura dello sportello il 7 dicembre");
  facebook.addFault({ mode: "lost-after", times: 5 });
  facebook.addFault({ mode: "token-expired" });
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"],
  });
});
afterAll(async () => {
  await browser?.close();
  await facebook?.close();
});

describe("to the eye and to a screen reader", () => {
  test.each([
    [360, "light", "/?panel=1"],
    [360, "dark", "/?lang=en"],
    [1280, "light", "/?lang=en"],
    [1280, "dark", "/"],
  ] as const)(
    "at %i px in %s %s breaks no accessibility rule and fits the screen",
    async (width, colorScheme, path) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      await page.goto(facebook.origin + path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

test("without scripts and without a mouse a fault can be switched on and off", async () => {
  facebook.clearFaults();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(facebook.origin);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("Vai ai post");
  await page.locator("#panel > summary").press("Enter");
  await page.locator("form[data-mode=error-2-after] button").nth(1).press("Enter");
  await page.waitForURL(/panel=1/);
  expect(facebook.faults()).toMatchObject([{ mode: "error-2-after", remaining: 5 }]);
  expect(await page.locator(".active").innerText()).toContain("ancora 5 volte");
  await page.getByRole("button", { name: "Spegni" }).press("Enter");
  await expect.poll(() => facebook.faults()).toEqual([]);
  await context.close();
});

test("an open wall shows a new post by itself, marks a doubled one, and keeps its place when a fault is switched on", async () => {
  facebook.clearFaults();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(facebook.origin);
  await page.evaluate("document.body.dataset.sameDocument = 'yes'");
  publish("Arrivato adesso");
  await page.getByText("Arrivato adesso").waitFor();
  expect(await page.locator("#news").textContent()).toBe("È arrivato un nuovo post.");
  publish("Arrivato adesso");
  await page.getByText("2 doppioni").waitFor();
  expect(await page.locator(".badge").count()).toBe(2);

  await page.locator("form[data-mode=lost-after] button").first().click();
  await page.locator("form[data-mode=lost-after].is-on").waitFor();
  expect(facebook.faults()).toMatchObject([{ mode: "lost-after", remaining: 1 }]);
  expect(await page.evaluate("document.body.dataset.sameDocument")).toBe("yes");
  await context.close();
});
