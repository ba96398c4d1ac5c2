import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { officeCalendar } from "../../src/authority/calendar/office-calendar.ts";
import { writeOffice } from "../../src/authority/office-store.ts";
import { deliverReplies } from "../../src/conversing/deliver-replies.ts";
import { handleEvents } from "../../src/conversing/handle-events.ts";
import { openBrowser, openPageOf } from "../browser.ts";
import { type ListeningWorld, openListeningWorld } from "../listening-world.ts";
import { authorityId } from "../publishing-world.ts";
import { type SignedInStaff, signIn } from "../staff.ts";

// Citizens write on the pretend Facebook, which tells our address; Marco answers all of them before the office opens,
// without touching the mouse, at his desk and on his telephone with a keyboard; they read it there.

const distress = "stasera la faccio finita tanto non serve a niente";
const aboutData = "Voglio sapere quali dati avete su di me e chi li ha visti";
const formalAct = "Con la presente presento formale istanza di accesso agli atti ai sensi della legge 241/90";
const inPrivate = [
  ["giorgio", formalAct],
  ["olena", aboutData],
  ["luca", distress],
  ["anna", "Buongiorno, il CPI di Cascina Nuova è aperto sabato?"],
  ["youssef", "Fino a quando si può mandare il curriculum?"],
  ["niccolo", "Si può fare part-time? Ho due bambini"],
] as const;
const inPublic = [
  ["anna", "Serve la patente?"],
  ["youssef", "Il posto è ancora libero? Abito a 5 km"],
  ["olena", "Quante ore sono?"],
  ["giorgio", "Scusate ma nessuno risponde mai al telefono"],
  ["niccolo", "Ghe vör el diploma?"],
  ["luca", "Chi è che assume?"],
] as const;

let browser: Browser;
let world: ListeningWorld;
let marco: SignedInStaff;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  world = await openListeningWorld();
  const { database, clock } = world;
  marco = await signIn(database, "moderator", authorityId, clock.now());
  await writeOffice(database.db, authorityId, {
    id: "cascina",
    name: "CPI di Cascina Nuova",
    isDefault: true,
    calendar: officeCalendar.parse({}),
    contacts: { telephone: "0123 456789", pec: "lavoro@pec.valdilago.example" },
  });
  return async () => await world.close();
});

const openPage = (path: string, [width, height]: readonly [number, number]) =>
  openPageOf(browser, marco, world.origin + path, { viewport: { width, height } });

/** Moves the focus by Tab alone until it is on what is wanted; fails where the keyboard does not get there. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(wanted)})`)) return;
  }
  throw new Error(`no way by Tab to ${wanted} on ${page.url()}`);
}

/** What the page says of what was done, once its scripts listen to the keys. */
async function told(page: Page, words: RegExp): Promise<void> {
  await page.locator("#end", { hasText: words }).waitFor();
  await page.waitForLoadState();
}

const has = async (page: Page, words: string) =>
  (await page.locator("#recognised").innerText()).includes(words);

/** Answers the conversation that is open as its kind asks for it; gives what was done. */
async function answer(page: Page): Promise<"distress" | "data" | "formal" | "plain"> {
  if (await has(page, "una persona in difficoltà")) {
    await tabTo(page, "[id^=seen-to-]");
    await page.keyboard.press("Enter");
    await told(page, /Confermato/);
    // The caring words with their help lines, edited by a person.
    await page.keyboard.press("1");
    await page.keyboard.type("\nSono Marco, e oggi ci sono fino alle 17.");
    await page.keyboard.press("Control+Enter");
    return "distress";
  }
  if (await has(page, "Richiesta sui dati personali")) {
    await page.keyboard.press("e");
    await told(page, /Non chiusa: c'è una richiesta sui dati personali/);
    await tabTo(page, "[id^=hand-on-]");
    await page.keyboard.press("Enter");
    await told(page, /Il termine continua/);
    await page.keyboard.press("1");
    await page.keyboard.press("Control+Enter");
    return "data";
  }
  if (await has(page, "Sembra un atto formale")) {
    await page.keyboard.press("1");
    await page.keyboard.press("Control+Enter");
    return "formal";
  }
  await page.keyboard.press("r");
  await page.keyboard.type("Buongiorno, le rispondo subito: j e k sono lettere.");
  await page.keyboard.press("Control+Enter");
  return "plain";
}

/** Everything our Page said on the pretend Facebook. */
function saidByUs(): string[] {
  const { community, messenger } = world.facebook.world;
  const { id } = world.facebook.seed.page;
  const texts = [
    ...[...community.comments.values()].filter(({ authorId }) => authorId === id).map((one) => one.message),
    ...[...messenger.messages.values()].filter(({ fromPage }) => fromPage).map(({ text }) => text),
  ];
  return texts.map((text) => text ?? "");
}

const sizes = [
  ["at the desk", [1280, 900]],
  ["on a telephone", [390, 844]],
] as const;

describe.each(sizes)("Marco's morning, %s", (_, size) => {
  test("twelve are answered by keyboard alone: one is sent to PEC, one to the data-protection officer, one is met with care", async () => {
    for (const [person, text] of inPrivate) await world.writes(person, text);
    for (const [person, text] of inPublic) await world.says(person, text);
    await world.calm();
    await handleEvents(world.converse);
    expect(await world.conversations()).toHaveLength(12);

    const page = await openPage("/desk", size);
    await page.locator(".notice-grave", { hasText: "Qualcuno sembra in grave difficoltà" }).waitFor();
    const { db } = world.database;
    const alert = await db
      .selectFrom("alert")
      .select("id")
      .where("kind", "=", "distress")
      .executeTakeFirstOrThrow();
    await tabTo(page, `form[action*="${alert.id}"] button`);
    await page.keyboard.press("Enter");
    await page.getByText("te ne occupi tu").waitFor();
    await tabTo(page, '.desk-pages a[href^="/desk/inbox"]');
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/inbox$/);
    await page.waitForLoadState();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/valdilago\//);
    await page.waitForLoadState();
    const done: string[] = [];
    for (let left = 11; left >= 0; left--) {
      done.push(await answer(page));
      await told(
        page,
        left === 0 ? /Nessun'altra aspetta/ : left === 1 ? /1 rimasta/ : new RegExp(`${left} rimaste`),
      );
    }
    expect(done.toSorted()).toEqual(["data", "distress", "formal", ...Array(9).fill("plain")]);

    await deliverReplies(world.converse, world.account);
    await world.calm();
    const said = saidByUs();
    expect(said).toHaveLength(12);
    const caring = said.filter((text) => text.includes("Sono Marco, e oggi ci sono"));
    expect(caring).toEqual([expect.stringMatching(/\d/)]);
    const pec = said.filter((text) => text.includes("lavoro@pec.valdilago.example"));
    expect(pec).toHaveLength(1);
    const [toOlena] = await db
      .selectFrom("reply as r")
      .innerJoin("data_request as d", "d.conversation_id", "r.conversation_id")
      .select(["r.text", "d.handed_by", "d.outcome"])
      .execute();
    expect(toOlena).toMatchObject({ handed_by: marco.id, outcome: null });
    expect(toOlena?.text).not.toMatch(/\bPEC\b/);
    await page.context().close();
  }, 180_000);

  test("whatever is written is on the open page a moment later", async () => {
    const page = await openPage("/desk", size);
    const opened = page.waitForResponse((response) => response.url().endsWith("/desk/live"));
    await page.goto(`${world.origin}/desk/inbox`);
    await opened;
    // The look that follows the opening of the stream is over.
    await sleep(3_000);
    let isOver = false;
    const handling = (async () => {
      while (!isOver) {
        await handleEvents(world.converse);
        await sleep(20);
      }
    })();
    const writtenAt = performance.now();
    await world.writes("anna", "Il corso di saldatura è ancora aperto?");
    await page.locator("#inbox-entries", { hasText: "corso di saldatura" }).waitFor({ timeout: 10_000 });
    console.log(`${size[0]} px: on the open Inbox after ${Math.round(performance.now() - writtenAt)} ms`);
    isOver = true;
    await handling;
    expect(await page.locator("#nav-waiting-inbox").innerText()).toContain("1");
    await page.context().close();
  }, 60_000);
});
