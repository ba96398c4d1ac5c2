import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "../../src/staff/rights.ts";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { expectAccessible, openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { deskAddresses } from "../desk-addresses.ts";
import { signIn } from "../staff.ts";
import { fillBusy, now } from "./today-cast.ts";
import { fillWaiting } from "./waiting-cast.ts";

// Every page of the desk that a role may open, found by itself: one that is new is judged here without being named. What
// a page needs in its address and is in none of these rows is judged where that page is tested.

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let named: Record<string, string>;

beforeAll(async () => {
  browser = await openBrowser();
  database = await testDatabase();
  const { refused } = await fillBusy(database);
  const { talk } = await fillWaiting(database);
  const { db } = database;
  const { item_id: item } = await db
    .selectFrom("publication")
    .select("item_id")
    .where("id", "=", refused)
    .executeTakeFirstOrThrow();
  const { id: message } = await db
    .selectFrom("message")
    .select("id")
    .where("conversation_id", "=", talk)
    .limit(1)
    .executeTakeFirstOrThrow();
  // These rows have no token to open. Where one answers is judged in inbox.test.ts, over a Page that is there.
  await db.updateTable("account").set({ state: "off" }).where("id", "=", "pagina").execute();
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  const { id: member } = await signIn(database, "editor", "valdilago", now);
  const nobody = crypto.randomUUID();
  named = {
    authority: "valdilago",
    account: "pagina",
    conversation: talk,
    id: refused,
    item,
    message,
    member,
  };
  for (const name of ["login", "extract", "session", "token", "channel"]) named[name] = nobody;
});

afterAll(async () => {
  await browser.close();
  await web.close();
  await database.close();
});

/** The pages that somebody gets to see; what is led elsewhere, a file, or a stream without end is none. */
async function pagesFor(headers: { cookie: string }): Promise<string[]> {
  const pages: string[] = [];
  for (const { method, path } of deskAddresses(parts)) {
    if (method !== "GET" || path === "/desk/live") continue;
    const address = path.replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? name);
    const answer = await fetch(web.origin + address, { headers, redirect: "manual" });
    await answer.body?.cancel();
    const isPage = answer.headers.get("content-type")?.startsWith("text/html") === true;
    if (answer.status === 200 && isPage) pages.push(address);
  }
  return pages;
}

const sizes = [390, 1280] as const;
/** What each role sees at least. */
const least = { editor: 5, moderator: 8, head: 8, administrator: 7 } as const;

describe.each(roles)("every page of the desk, for the role %s", (role) => {
  test.each(sizes)(
    "breaks no rule and fits at %i px, with all that is folded away",
    async (width) => {
      const who = await signIn(database, role, "valdilago", now);
      const pages = await pagesFor(who.headers);
      expect(pages.length, pages.join(" ")).toBeGreaterThanOrEqual(least[role]);
      const context = await browser.newContext({ viewport: { width, height: 844 } });
      await context.addCookies([who.cookie(web.origin)]);
      const page = await context.newPage();
      for (const address of pages) {
        await page.goto(web.origin + address);
        await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
        await expectAccessible(page);
        const isFitting = await page.evaluate("document.documentElement.scrollWidth <= innerWidth");
        expect([address, isFitting]).toEqual([address, true]);
      }
      await context.close();
    },
    180_000,
  );
});
