import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { expectAccessible, openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { signIn } from "../staff.ts";
import {
  amended,
  blockedForADay,
  fillBusy,
  fillCalm,
  heldAfterRestore,
  inAllFormats,
  now,
} from "./today-cast.ts";
import { fillWaiting } from "./waiting-cast.ts";

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let web: Web;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  database = await testDatabase();
  await fillBusy(database);
  parts = pretendParts(database, { BACHECA_DEMO: "yes" }, now);
  web = await startWeb(parts, { port: 0 });
  return async () => {
    await web.close();
    await database.close();
  };
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

/** Opens a page, gives it to `look`, and fails on anything the browser complained about. */
async function onPage(
  path: string,
  options: ContextOptions,
  look: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser says so of every page that is rightly not there.
    const isMissingPage = message.location().url === web.origin + path && /404/.test(message.text());
    if (message.type() !== "error" || isMissingPage) return;
    complaints.push(message.text().slice(0, 200));
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== web.origin) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(web.origin + path);
  await look(page, context);
  expect(complaints).toEqual([]);
  await context.close();
}

describe("to the eye and to a screen reader", () => {
  test.each([
    [320, "light", "/desk"],
    [360, "dark", "/desk?lang=en"],
    [1280, "light", "/desk?lang=en"],
    [1280, "dark", "/desk"],
    [360, "light", "/v/nonesuch22222"],
  ] as const)("at %i px in %s, %s breaks no rule and fits the screen", async (width, colorScheme, path) => {
    await fillCalm(database);
    await heldAfterRestore(database);
    await blockedForADay(database);
    await inAllFormats(database);
    await amended(database);
    await onPage(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
      // Everything folded away is to be read as well.
      await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
      await expectAccessible(page);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    });
  });

  test("the letters are Titillium Web, from here", async () => {
    await onPage("/desk", {}, async (page) => {
      await page.evaluate("document.fonts.ready");
      expect(await page.evaluate("document.fonts.check('16px \"Titillium Web\"')")).toBe(true);
      expect(
        await page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').length"),
      ).toBeGreaterThan(0);
    });
  });

  test("says that it is a demonstration", async () => {
    await onPage("/desk", {}, async (page) => {
      expect(await page.getByRole("complementary", { name: "Dimostrazione" }).isVisible()).toBe(true);
    });
  });

  test("headings tell the page in order", async () => {
    await onPage("/desk?lang=en", {}, async (page) => {
      const headings = await page.locator("h1, h2, h3").allInnerTexts();
      expect(headings.map((text) => text.split("  ")[0]?.trim())).toEqual([
        "Today",
        expect.stringContaining("Provincia di Valdilago"),
        "Who waits for an answer",
        "To look at",
        "Latest items",
        "Posts in numbers",
        "Portals and accounts",
      ]);
    });
  });
});

describe("for hands", () => {
  test("without scripts and without a mouse the flood is let go", async () => {
    await onPage("/desk", { javaScriptEnabled: false }, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.locator(":focus").innerText()).toBe("Vai al contenuto");
      const button = page.getByRole("button", { name: "Pubblica tutte (3)" });
      for (let presses = 0; presses < 30; presses++) {
        if (await button.evaluate((element) => element.matches(":focus"))) break;
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await page.waitForURL(/done=all-released/);
      expect(await page.getByRole("status").innerText()).toContain("uno dopo l'altro");
      expect(await button.count()).toBe(0);
      expect(parts.jobs).toEqual(["advance-account valdilago/pagina"]);
    });
  });

  test("one held item is published, and the page stays in its language", async () => {
    await onPage("/desk?lang=en", {}, async (page) => {
      await page.getByText("Show the items (3)").click();
      await page.getByRole("button", { name: /^Publish ?: Corso HACCP/ }).click();
      await page.waitForURL(/lang=en/);
      expect(await page.getByRole("status").innerText()).toBe("Done: the post is about to leave.");
      expect(await page.getByRole("button", { name: "Publish all (2)" }).isVisible()).toBe(true);
      // Said once: a reload does not say it again.
      expect(page.url()).not.toContain("done=");
    });
  });

  test("what a restored backup held is dismissed at once, without scripts, and told so in its history", async () => {
    await heldAfterRestore(database);
    await onPage("/desk", { javaScriptEnabled: false }, async (page) => {
      await page.getByRole("button", { name: "Lascia perdere tutte (2)" }).click();
      await page.waitForURL(/done=all-discarded/);
      expect(await page.getByRole("status").innerText()).toBe(
        "Fatto: nessuno di questi post verrà pubblicato.",
      );
      expect(await page.locator(".part-waiting").getByText("Barista a Lagofreddo").count()).toBe(0);
      const item = page.locator("li.news", { hasText: "Barista a Lagofreddo" });
      expect(await item.innerText()).toMatch(/lasciato perdere alle 10:32.*È stata ripristinata una copia/s);
    });
  });

  test("a post is taken off the Page by keyboard and without scripts, but not by one press", async () => {
    await inAllFormats(database);
    await onPage("/desk", { javaScriptEnabled: false }, async (page) => {
      const album = page.locator("li.news", { hasText: "Corso di panificazione" });
      const yes = album.getByRole("button", { name: "Sì, togli il post" });
      expect(await yes.isVisible()).toBe(false);
      await album.locator("summary", { hasText: "Togli dalla Pagina" }).focus();
      await page.keyboard.press("Enter");
      expect(await album.innerText()).toContain("non si può rimettere");
      await page.keyboard.press("Tab");
      expect(await yes.evaluate((button) => button.matches(":focus"))).toBe(true);
      await page.keyboard.press("Enter");
      await page.waitForURL(/done=removing/);
      expect(await page.getByRole("status").innerText()).toBe(
        "Fatto: il post viene tolto dalla Pagina adesso.",
      );
      expect(await album.innerText()).toContain("Viene tolto appena è il suo turno.");
    });
  });

  test("a question that was opened stays open while the page is brought up to date", async () => {
    const { reel } = await inAllFormats(database);
    await onPage("/desk", {}, async (page) => {
      const summary = page.locator(`#remove-${reel}-s`);
      await summary.click();
      await database.db
        .updateTable("publication")
        .set({ state: "published", external_id: "1_9", next_step_at: null, settled_at: now, reason: null })
        .where("state", "=", "unknown")
        .execute();
      await page.getByText("pubblicato alle 10:32 al primo tentativo").waitFor();
      expect(await page.locator(`#remove-${reel}-yes`).isVisible()).toBe(true);
    });
  });

  test("every target can be hit with a thumb", async () => {
    await onPage("/desk", { viewport: { width: 360, height: 800 } }, async (page) => {
      const heights = await page
        .locator("button:visible")
        .evaluateAll((all) => all.map((one) => (one as unknown as { offsetHeight: number }).offsetHeight));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    });
  });
});

describe("while one looks", () => {
  test("news appear by themselves; what is open stays open and the keyboard keeps its place", async () => {
    await onPage("/desk", {}, async (page) => {
      const steps = page.locator(".steps summary", { hasText: "Magazziniere a Cascina Nuova" });
      await steps.click();
      await steps.focus();
      const id = await steps.getAttribute("id");
      await database.db
        .updateTable("publication")
        .set({ state: "published", external_id: "1_9", next_step_at: null, settled_at: now, reason: null })
        .where("state", "=", "unknown")
        .execute();
      await page.getByText("pubblicato alle 10:32 al primo tentativo").waitFor();
      expect(await page.evaluate("document.activeElement.id")).toBe(id);
      expect(await page.locator(`details:has(#${id})`).getAttribute("open")).toBe("");
    });
  });

  test("a distance of time moves on without the page being built anew", async () => {
    await onPage("/desk", {}, async (page) => {
      await page.evaluate(
        "document.querySelector('#places-valdilago').firstElementChild.dataset.same = 'yes'",
      );
      parts.setNow(new Date(now.getTime() + 20_000));
      // Something else changes, of which this page shows nothing.
      await database.db.updateTable("source").set({ last_new_at: null }).where("id", "=", "corsi").execute();
      await database.db.updateTable("source").set({ faults: 6 }).where("id", "=", "corsi").execute();
      await page.getByText("(1 minuto fa)").waitFor();
      expect(await page.locator("#places-valdilago [data-same]").count()).toBe(1);
    });
  });

  test("says so when it cannot be brought up to date", async () => {
    await onPage("/desk", {}, async (page) => {
      await page.route("**/desk*", (route) => route.fulfill({ status: 204 }));
      await page.getByText("Non riesco ad aggiornare la pagina").waitFor();
    });
  });
});

describe("for whoever answers people", () => {
  /** As onPage, for a moderator. */
  const asModerator: typeof onPage = async (path, options, look) => {
    const marco = await signIn(database, "moderator", "valdilago", now);
    await onPage("/v/nonesuch22222", options, async (page, context) => {
      await context.addCookies([marco.cookie(web.origin)]);
      await page.goto(web.origin + path);
      await look(page, context);
    });
  };

  test.each([
    [320, "light", "/desk"],
    [360, "dark", "/desk?lang=en"],
    [1280, "light", "/desk"],
  ] as const)(
    "at %i px in %s, %s with people who wait breaks no rule and fits",
    async (width, colorScheme, path) => {
      await fillWaiting(database);
      await asModerator(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
        await page.locator(".part-alerts .notice").first().waitFor();
        await expectAccessible(page);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      });
    },
  );

  test("where nothing is to be taken on, nothing is shown of it", async () => {
    await asModerator("/desk", {}, async (page) => {
      expect(await page.locator(".part-alerts").isVisible()).toBe(false);
      expect(await page.locator(".part-waiters").innerText()).toContain("Nessuno aspetta una risposta.");
    });
  });

  test("somebody in distress is taken on by keyboard, without scripts", async () => {
    const { distress } = await fillWaiting(database);
    await asModerator("/desk", { javaScriptEnabled: false }, async (page) => {
      await page.locator(`#take-on-${distress}`).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/done=taken-on/);
      expect(await page.getByRole("status").innerText()).toContain("te ne occupi tu");
      expect(await page.locator(`#take-on-${distress}`).count()).toBe(0);
    });
  });

  test("an alert appears on an open page by itself", async () => {
    await asModerator("/desk", {}, async (page) => {
      expect(await page.locator(".part-alerts").isVisible()).toBe(false);
      await fillWaiting(database);
      await page.getByRole("heading", { name: "Qualcuno sembra in grave difficoltà" }).waitFor();
      expect(await page.locator(".part-alerts").isVisible()).toBe(true);
    });
  });
});
