// Every public page in every state, read as people with other eyes read it: wide and narrow, in light, in the dark, and
// in the colours that somebody needs.
import fastify from "fastify";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { addSite } from "../../src/web/site/add-site.ts";
import { openHostNames } from "../../src/web/site/host-names.ts";
import { expectAccessible, openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { htmlFaults } from "../html-faults.ts";
import { readerFaults } from "../reader-faults.ts";
import { codes } from "./decisions-cast.ts";
import { now } from "./site-cast.ts";
import { fillStates, type SiteStage, type SiteState, siteStates } from "./site-states.ts";

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let webs: Web[];
let stage: SiteStage;
/** One page for all: to open a context for each of some hundred looks would cost more than the looks. */
let context: BrowserContext;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  database = await testDatabase();
  const cast = await fillStates(database);
  parts = pretendParts(database, { BACHECA_CONTACT: "ced@valdilago.example" }, now);
  webs = await Promise.all([
    startWeb(parts, { port: 0 }),
    startWeb({ ...parts, clock: { now: stopped } }, { port: 0 }),
  ]);
  const [origin = "", brokenOrigin = ""] = webs.map((web) => web.origin);
  stage = { origin, brokenOrigin, cast, setNow: parts.setNow };
  context = await browser.newContext({ locale: "it-IT", reducedMotion: "reduce" });
  page = await context.newPage();
  page.on("console", (message) => {
    // The browser says so of every page that is rightly not there.
    if (message.type() === "error" && !/status of [45]\d\d/.test(message.text())) {
      complaints.push(message.text().slice(0, 200));
    }
  });
  page.on("request", (request) => {
    if (!/^http:\/\/127\.0\.0\.1:/.test(request.url())) complaints.push(`asked ${request.url()}`);
  });
});

function stopped(): never {
  throw new Error("a clock without hands");
}

afterAll(async () => {
  await browser.close();
  await Promise.all(webs.map((web) => web.close()));
  await database.close();
});

/** Brings the page into a state; gives what the server answered. */
async function open(state: SiteState): Promise<{ status: number; body: string }> {
  const origin = state.isBroken ? stage.brokenOrigin : stage.origin;
  const address = typeof state.address === "string" ? state.address : state.address(stage);
  let last = await page.goto(origin + address);
  if (state.act) [last] = await Promise.all([page.waitForNavigation(), state.act(page, stage)]);
  stage.setNow(now);
  return { status: last?.status() ?? 0, body: (await last?.text()) ?? "" };
}

const looks = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
] as const;
const widths = [320, 768, 1280];

/** What is pushed off the screen or cut when the letters are twice as large; a browser at 400 % shows 320 px. */
async function cutByLargeLetters(width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const cut = await page.evaluate(`(() => {
    document.documentElement.style.fontSize = "200%";
    const cut = [...document.querySelectorAll("body *")]
      .filter((e) => e.clientWidth > 1 && e.checkVisibility() && !e.matches(".visually-hidden-focusable, input, select, option, svg *"))
      .filter((e) => (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible") || e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => e.outerHTML.slice(0, 120));
    document.documentElement.style.fontSize = "";
    return cut;
  })()`);
  return cut as string[];
}

describe.each(siteStates)("$name", (state) => {
  test("is valid, breaks no rule of accessibility in any look, is read out in order and fits with large letters too", {
    timeout: 60_000,
  }, async () => {
    complaints = [];
    await page.emulateMedia(looks[0]);
    await page.setViewportSize({ width: 1280, height: 900 });
    const { status, body } = await open(state);
    expect(status).toBe(state.status ?? 200);
    expect(await htmlFaults(body)).toEqual([]);
    await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      for (const look of looks) {
        await page.emulateMedia(look);
        await expectAccessible(page, `${width} px, ${look.colorScheme}, forced colours ${look.forcedColors}`);
      }
    }
    await page.emulateMedia(looks[0]);
    expect(await readerFaults(page)).toEqual([]);
    for (const width of [390, 1280]) expect(await cutByLargeLetters(width)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });
});

test("no page that the server answers is left out", async () => {
  const { cast, origin } = stage;
  const routes: { method: string; path: string }[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ method, path }) => {
    for (const each of [method].flat()) if (each !== "HEAD") routes.push({ method: each, path });
  });
  addSite(app, parts, openHostNames(database.db, parts.publicUrl, Date.now));
  await app.ready();
  const looked = new Set(siteStates.map(({ route }) => route));
  const left: string[] = [];
  /** Forms; what programs send is answered in their way. */
  const posts: string[] = [];
  for (const { method, path } of routes) {
    const address = path
      .replace(":authority", "valdilago")
      .replace(":item", `x-${cast.warehouse}`)
      .replace(":code", codes.fresh);
    const { headers } = await fetch(origin + address, { method, headers: { accept: "text/html" } });
    const isPage = headers.get("content-type")?.startsWith("text/html") === true;
    if (isPage && method === "POST") posts.push(path);
    if (isPage && !looked.has(path)) left.push(`${method} ${path}`);
  }
  expect(left).toEqual([]);
  const acted = (isGood: boolean) =>
    siteStates.filter(({ act, status }) => act && (status === 201) === isGood).map(({ route }) => route);
  expect(posts.length).toBeGreaterThan(0);
  expect(posts.filter((path) => !acted(true).includes(path) || !acted(false).includes(path))).toEqual([]);
});
