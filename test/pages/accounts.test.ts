import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AccountsWorld, openAccountsWorld } from "../accounts-world.ts";
import { expectAccessible, openBrowser } from "../browser.ts";
import { fillHealth } from "./accounts-cast.ts";

let browser: Browser;
let world: AccountsWorld;
let login: string;

beforeAll(async () => {
  browser = await openBrowser();
  world = await openAccountsWorld();
});

afterAll(async () => {
  await browser.close();
  await world.close();
});

beforeEach(async () => {
  await world.startOver();
  await fillHealth(world);
  const { page, secondPage } = world.facebook.seed;
  const granted = ["pages_show_list", "pages_read_engagement", "pages_manage_posts"];
  login = (await world.visit().logIn({ pages: [page.id, secondPage.id], granted })).path;
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

/** Opens a page, gives it to `look`, and fails on anything the browser complained about. */
async function onPage(
  path: string,
  options: ContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  await context.addCookies([world.sara.cookie(world.web.origin)]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text().slice(0, 200));
  });
  await page.goto(world.web.origin + path);
  await look(page);
  expect(complaints).toEqual([]);
  await context.close();
}

describe("to the eye and to a screen reader", () => {
  test.each([
    [320, "light", "it", "accounts"],
    [390, "dark", "en", "accounts"],
    [1280, "light", "en", "accounts"],
    [390, "light", "it", "choice"],
    [1280, "dark", "en", "choice"],
  ] as const)(
    "at %i px in %s and %s, the page of %s breaks no rule and fits the screen",
    async (width, colorScheme, lang, which) => {
      const path = which === "accounts" ? "/desk/accounts" : login;
      await onPage(
        `${path}?lang=${lang}`,
        { viewport: { width, height: 800 }, colorScheme },
        async (page) => {
          await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
          await expectAccessible(page);
          expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        },
      );
    },
  );

  test("every target can be hit with a thumb", async () => {
    await onPage("/desk/accounts", { viewport: { width: 360, height: 800 } }, async (page) => {
      const heights = await page
        .locator("button:visible, .desk-pages a:visible")
        .evaluateAll((all) => all.map((one) => (one as unknown as { offsetHeight: number }).offsetHeight));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    });
  });
});

describe("for hands", () => {
  test("without scripts and without a mouse a Page is connected, through Facebook's window and back", async () => {
    await world.database.db.deleteFrom("login").execute();
    await onPage("/desk?lang=en", { javaScriptEnabled: false }, async (page) => {
      await page.getByRole("link", { name: "Accounts" }).first().click();
      await press(page, page.getByRole("button", { name: /^Connect with Facebook ?: La Pagina/ }));
      await page.waitForURL(/connect$/);
      await press(page, page.getByRole("link", { name: "Go on to Facebook" }));
      await page.waitForURL(/dialog\/oauth/);
      await page.locator('button[value="continue"]').click();
      await page.waitForURL(/logins/);
      // The language asked for before the window is that after it.
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Which Pages to connect");
      const box = page.getByRole("checkbox", { name: /Provincia di Valdilago/ });
      expect(await box.isChecked()).toBe(true);
      await press(page, page.getByRole("button", { name: "Connect" }));
      await page.waitForURL(/done=connected/);
      expect(await page.getByRole("status").innerText()).toContain("Done: the account is connected.");
    });
  });
});

async function press(page: Page, target: ReturnType<Page["getByRole"]>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element.matches(":focus"))) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}
