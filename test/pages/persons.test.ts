// One person's data as Dr Ferri, who answers for it, and Marco, who may look and not erase, meet it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyRetention } from "../../src/conversing/retaining/apply-retention.ts";
import { silentLog } from "../../src/platform/log.ts";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { expectAccessible, openBrowser, screenshot } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { addEverything } from "../personal-rows.ts";
import { addDecision } from "../record-rows.ts";
import { addEvent, addHouse, addTalk } from "../retained-rows.ts";
import { type SignedInStaff, signIn } from "../staff.ts";

const authorityId = "valdilago";
const now = new Date("2026-11-22T09:32:00Z");
const rosa = { authorityId, channel: "facebook-page", personId: "rosa" };

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let web: Web;
let ferri: SignedInStaff;
let marco: SignedInStaff;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  database = await testDatabase();
  await addHouse(database, authorityId);
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  ferri = await signIn(database, "head", authorityId, now);
  marco = await signIn(database, "moderator", authorityId, now);
  await addEverything(database, parts.vault, rosa, now);
  await addTalk(database, authorityId, now, "rosalba");
  await addTalk(database, authorityId, new Date("2023-03-01T09:00:00Z"), "old");
  const { db } = database;
  const tools = { db, log: silentLog };
  await applyRetention({ ...tools, clock: { now: () => now } }, { authorityId });
  await addTalk(database, authorityId, new Date("2022-03-01T09:00:00Z"), "older");
  return async () => {
    await web.close();
    await database.close();
  };
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

async function onPage(
  who: SignedInStaff,
  address: string,
  options: ContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  await context.addCookies([who.cookie(web.origin)]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/42[02]|403/.test(message.text()))
      complaints.push(message.text().slice(0, 200));
  });
  await page.goto(web.origin + address);
  await look(page);
  expect(complaints).toEqual([]);
  await context.close();
}

const person = "/desk/persons/valdilago/facebook-page/rosa";

describe("to the eye and to a screen reader", () => {
  test.each([
    [320, "light", "persons", "/desk/persons"],
    [390, "light", "person", person],
    [1280, "dark", "person", `${person}?lang=en`],
    [390, "light", "erase", `${person}/erase`],
    [1280, "light", "erase", `${person}/erase`],
    [390, "dark", "retention", "/desk/retention"],
    [1280, "light", "retention", "/desk/retention?lang=en"],
  ] as const)(
    "at %i px in %s, %s (%s) breaks no rule and fits the screen",
    async (width, colorScheme, name, address) => {
      // A decision that is not final, so that there is a reason to be told.
      const hash = (await database.db.selectFrom("decision").select("person_hash").executeTakeFirstOrThrow())
        .person_hash;
      const until = new Date(now.getTime() + 20 * 86_400_000);
      await addDecision(database, authorityId, now, { person_hash: hash, review_until: until });
      await onPage(ferri, address, { viewport: { width, height: 844 }, colorScheme }, async (page) => {
        await screenshot(page, `${name}-${width}`);
        await expectAccessible(page);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      });
    },
  );

  test("the list of people found breaks no rule either, and their names stand in no address", async () => {
    await onPage(ferri, "/desk/persons", { viewport: { width: 390, height: 844 } }, async (page) => {
      await page.getByLabel("Nome o identificativo della rete").fill("nome ros");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Persone trovate: 2" }).waitFor();
      await screenshot(page, "persons-found-390");
      await expectAccessible(page);
      expect(page.url()).toBe(`${web.origin}/desk/persons`);
    });
  });
});

describe("for hands", () => {
  test("by keyboard and without scripts Dr Ferri finds Rosa, sees what stays, and erases her", async () => {
    await onPage(ferri, "/desk/persons", { javaScriptEnabled: false }, async (page) => {
      await page.locator("#q").focus();
      await page.keyboard.type("di rosa");
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: /Nome di rosa, rosa$/ }).focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("main").innerText()).toContain(
        "in attesa di risposta, ultimo giorno 19 dicembre 2026",
      );
      await page.getByRole("link", { name: "Vedi che cosa si cancellerebbe" }).focus();
      await page.keyboard.press("Enter");
      const told = await page.locator("main").innerText();
      expect(told).toContain("Niente è ancora cancellato.");
      expect(told).toContain("1 decisione nel registro pubblico");
      expect(told).toContain("1 discussione in cui hanno scritto anche altri");
      await page.getByLabel("i dati non servono più a ciò per cui sono stati raccolti").focus();
      await page.keyboard.press("Space");
      await page.getByLabel("Ho letto che cosa si cancella e che cosa resta").focus();
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: "Cancella definitivamente" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Cancellazione fatta" }).waitFor();
      const left = await database.db
        .selectFrom("message")
        .select("id")
        .where("author_id", "=", "rosa")
        .execute();
      expect(left).toEqual([]);
      const code = await page.locator("code").innerText();
      await page.goto(code);
      expect(await page.locator("main").innerText()).toContain("Ciò che avete scritto all'ente su Facebook");
    });
  });

  test("whoever confirms what has changed meanwhile is told, and nothing is erased", async () => {
    await onPage(ferri, `${person}/erase`, {}, async (page) => {
      await addEvent(database, authorityId, now, "rosa");
      await page.getByLabel("la persona ha revocato il consenso").check();
      await page.getByLabel("Ho letto che cosa si cancella e che cosa resta").check();
      await page.getByRole("button", { name: "Cancella definitivamente" }).click();
      expect(await page.getByRole("alert").innerText()).toContain("Nel frattempo qualcosa è cambiato");
      expect(await page.getByLabel("la persona ha revocato il consenso").isChecked()).toBe(true);
      expect(await page.locator("main").innerText()).toContain("4 eventi della rete");
      await expectAccessible(page);
      await page.getByLabel("Ho letto che cosa si cancella e che cosa resta").check();
      await page.getByRole("button", { name: "Cancella definitivamente" }).click();
      await page.getByRole("heading", { name: "Cancellazione fatta" }).waitFor();
      await screenshot(page, "erased-1280");
      await expectAccessible(page);
    });
  });

  test("the copy is a ZIP file with a page to read, the same as JSON, and the files", async () => {
    await database.db.updateTable("reply").set({ text: "private" }).execute();
    const answer = await fetch(`${web.origin}${person}/export`, {
      method: "POST",
      headers: { ...ferri.headers, origin: web.origin },
    });
    const folder = mkdtempSync(path.join(tmpdir(), "persona-"));
    const zip = path.join(folder, "dati.zip");
    writeFileSync(zip, Buffer.from(await answer.arrayBuffer()));
    const run = spawnSync("python3", ["-m", "zipfile", "-e", zip, folder]);
    expect([run.status, String(run.stderr)]).toEqual([0, ""]);
    const document = JSON.parse(readFileSync(path.join(folder, "dati.json"), "utf8"));
    expect(document.names).toEqual(["Nome di rosa"]);
    expect(readFileSync(path.join(folder, "allegati/001-cv-di-rosa.pdf"), "utf8")).toBe("pdf");
    await onPage(ferri, "/desk", {}, async (page) => {
      await page.goto(`file://${path.join(folder, "dati.html")}`);
      await screenshot(page, "person-file-1280");
      const text = await page.locator("main").innerText();
      for (const words of ["Nota su rosa", "Parole di rosa", "rosa@example.org", "conversazione privata"])
        expect(text).toContain(words);
      // What somebody wrote is told as they wrote it, though it be a word of ours.
      expect(text).toMatch(/Testo\s+private\s/);
      await expectAccessible(page);
    });
    rmSync(folder, { recursive: true });
  });

  test("Marco looks a person up and is told who may give and erase", async () => {
    await onPage(marco, person, { viewport: { width: 390, height: 844 } }, async (page) => {
      await screenshot(page, "person-marco-390");
      expect(await page.locator("main").innerText()).toContain("le fanno il responsabile o l'amministratore");
      expect(await page.getByRole("button", { name: "Scarica la copia" }).count()).toBe(0);
      expect((await page.goto(`${web.origin}${person}/erase`))?.status()).toBe(403);
      expect((await page.goto(`${web.origin}/desk/retention`))?.status()).toBe(403);
    });
  });

  test("the nights are a file for a spreadsheet, too", async () => {
    const answer = await fetch(`${web.origin}/desk/retention/valdilago/csv`, { headers: ferri.headers });
    const lines = (await answer.text()).split("\r\n");
    expect(lines[0]).toContain("notte;inizio;fine;conversazioni private");
    expect(lines[1]).toMatch(/^2026-11-22;2026-11-22T09:32:00\.000Z;2026-11-22T09:32:00\.000Z;1;0;1;/);
  });
});
