import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Aids } from "../../src/web/desk/inbox/desk-conversation.ts";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb } from "../../src/web/server.ts";
import { expectAccessible, openBrowser, openPageOf, screenshot } from "../browser.ts";
import { commentBy, type InboxWorld, messageBy } from "../inbox-world.ts";
import type { SignedInStaff } from "../staff.ts";
import { ask, type InboxDesk, nasty, openInboxDesk } from "./inbox-cast.ts";

// What others find out about a conversation; here said by the test.
const aids: Aids = { suggestions: [], recognised: [] };
vi.mock("../../src/web/desk/inbox/read-aids.ts", () => ({ readAids: async () => aids }));

const serve = ({ database, tools, vault, clock }: InboxWorld) =>
  startWeb({ ...pretendParts(database), clock, vault, channels: tools.channels }, { port: 0 });

let browser: Browser;
let desk: InboxDesk;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  Object.assign(aids, { suggestions: [], recognised: [] });
  desk = await openInboxDesk(serve);
  return async () => {
    for (const context of browser.contexts()) await context.close();
    await desk.close();
  };
});

const pageOf = (who: SignedInStaff, path: string, options: BrowserContextOptions = {}) =>
  openPageOf(browser, who, desk.web.origin + path, options);

// A text is there before the script that listens to the keys: a key pressed in between goes nowhere.
async function expectPageWith(page: Page, text: string): Promise<void> {
  await page.locator("#end", { hasText: text }).waitFor();
  await page.waitForLoadState();
}

async function addressOf(person: string): Promise<string> {
  const found = (await desk.world.conversations()).find((one) => one.person_id === person);
  return `/desk/inbox/valdilago/${found?.id}`;
}

const replies = async () =>
  await desk.world.database.db.selectFrom("reply").select(["text", "written_by"]).orderBy("seq").execute();

describe("to the eye and to a screen reader", () => {
  test.each([
    [320, "light", "list", ""],
    [1280, "dark", "list", "?lang=en"],
    [390, "dark", "p0", "?end=too-long"],
    [1280, "light", "p0", "?end=overtaken"],
    [1280, "light", "p1", "?end=way-closed&lang=en"],
    [390, "light", "evil", "?end=empty"],
    [1280, "dark", "late", ""],
    [390, "light", "late", "?end=reason-missing"],
  ] as const)(
    "at %i px in %s, %s%s breaks no rule and fits the screen",
    async (width, colorScheme, who, query) => {
      await ask(desk, 4);
      const now = desk.world.clock.now().getTime();
      await desk.world.hear(
        messageBy("evil", "x1", nasty.slice(0, 400), new Date(now - 60_000)),
        messageBy("late", "x2", "C'è qualcuno?", new Date(now - 8 * 86_400_000)),
      );
      Object.assign(aids, {
        suggestions: [
          { id: "item/deadline", title: "Scadenza", text: "C'è tempo fino al 15.", from: "item" },
        ],
        recognised: [
          {
            ...{ messageId: "m", kind: "distress", action: "crisis", rule: null, confidence: "likely" },
            because: [{ reason: "words", words: ["non ce la faccio più"] }],
          },
        ],
      });
      const path = who === "list" ? "/desk/inbox" : await addressOf(who);
      const page = await pageOf(desk.marco, path + query, { viewport: { width, height: 844 }, colorScheme });
      await screenshot(page, `inbox-${who}-${width}`);
      await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
      await expectAccessible(page);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    },
  );
});

describe("Marco's morning", () => {
  test("by keyboard alone twelve are answered, and each leads on to the next until nobody waits", async () => {
    await ask(desk, 12);
    const page = await pageOf(desk.marco, "/desk/inbox");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/valdilago/);
    for (let left = 11; left >= 0; left--) {
      await page.keyboard.press("r");
      await page.keyboard.type(`Risposta ${left}: j e k sono lettere, non tasti.`);
      await page.keyboard.press("Control+Enter");
      const said = left === 0 ? "Nessun'altra aspetta" : left === 1 ? "1 rimasta" : `${left} rimaste`;
      await expectPageWith(page, said);
    }
    expect(new URL(page.url()).pathname).toBe("/desk/inbox");
    const sent = await replies();
    expect(sent.map(({ text }) => text)).toEqual(
      Array.from({ length: 12 }, (_, index) => `Risposta ${11 - index}: j e k sono lettere, non tasti.`),
    );
    const rows = await desk.world.database.db
      .selectFrom("reply")
      .select("conversation_id")
      .distinct()
      .execute();
    expect(rows).toHaveLength(12);
    expect(await desk.world.database.db.selectFrom("draft").selectAll().execute()).toEqual([]);
  });

  test("one is taken on, noted, put off, and closed without leaving the keyboard", async () => {
    await ask(desk, 2);
    const page = await pageOf(desk.marco, await addressOf("p0"));
    await page.keyboard.press("a");
    await page.waitForSelector(".done");
    await page.waitForLoadState();
    await page.keyboard.press("n");
    await page.keyboard.type("Ha già telefonato.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectPageWith(page, "Nota aggiunta.");
    await page.keyboard.press("z");
    await page.locator("#reason").fill("aspetta il collega");
    await page.keyboard.press("Enter");
    await page.locator("#end", { hasText: "Rimandata." }).waitFor();
    await page.waitForLoadState();
    await page.keyboard.press("e");
    await expectPageWith(page, "Conversazione chiusa.");
    await page.keyboard.press("u");
    await page.waitForURL(/\/desk\/inbox$/);
    const acts = await desk.world.database.db
      .selectFrom("audit_entry")
      .select("act")
      .orderBy("seq")
      .execute();
    expect(acts.map(({ act }) => act)).toEqual([
      "conversation-assigned",
      "conversation-noted",
      "conversation-snoozed",
      "conversation-closed",
    ]);
  });

  test("a suggestion goes in by its number, and single keys can be switched off", async () => {
    await ask(desk, 1);
    Object.assign(aids, {
      suggestions: [{ id: "item/deadline", title: "Scadenza", text: "C'è tempo fino al 15.", from: "item" }],
    });
    const page = await pageOf(desk.marco, await addressOf("p0"));
    await page.keyboard.press("1");
    expect(await page.locator("#text").inputValue()).toBe("C'è tempo fino al 15.");
    await page.locator("#conversation").focus();
    await page.keyboard.press("?");
    await page.locator("#keys-on").uncheck();
    await page.locator("#conversation").focus();
    await page.keyboard.press("1");
    await page.keyboard.press("r");
    expect(await page.locator("#text").inputValue()).toBe("C'è tempo fino al 15.");
    expect(await page.evaluate("document.activeElement.id")).toBe("conversation");
  });
});

describe("two people on one conversation", () => {
  test("see each other, and the second keeps the text, sees the first answer, and sends in one press if still wanted", async () => {
    await ask(desk, 2);
    const path = await addressOf("p0");
    const giulia = await pageOf(desk.giulia, path);
    await giulia.locator("#text").pressSequentially("Da Giulia");
    await expect
      .poll(async () => await desk.world.database.db.selectFrom("presence").select("writing_since").execute())
      .toEqual([{ writing_since: expect.any(Date) }]);
    const marco = await pageOf(desk.marco, path);
    await marco.getByText("Giulia sta scrivendo qui").waitFor();
    await marco.locator("#text").pressSequentially("Da Marco");
    await giulia.locator("#send").click();
    await giulia.waitForURL(/valdilago/);
    await expect.poll(async () => (await replies()).length).toBe(1);
    await marco.locator("#send").click();
    await marco.locator("#end", { hasText: "Giulia ha cambiato la conversazione" }).waitFor();
    expect(await marco.locator("#text").inputValue()).toBe("Da Marco");
    expect(await marco.locator("#talk").innerText()).toContain("Da Giulia");
    await expectAccessible(marco);
    expect(await replies()).toHaveLength(1);
    await marco.locator("#send").click();
    await expect
      .poll(async () => (await replies()).map(({ text }) => text))
      .toEqual(["Da Giulia", "Da Marco"]);
  });

  test("what changes while one writes is shown beside the text, which nothing touches", async () => {
    await ask(desk, 1);
    const page = await pageOf(desk.marco, await addressOf("p0"));
    await page.locator("#text").pressSequentially("Sto scrivendo");
    const { id } = (await desk.world.conversations())[0] ?? { id: "" };
    await desk.world.database.db
      .insertInto("note")
      .values({
        ...{ authority_id: "valdilago", conversation_id: id, written_by: desk.giulia.id },
        ...{ text: "Ha telefonato.", written_at: desk.world.clock.now() },
      })
      .execute();
    await desk.world.database.db.updateTable("conversation").set({ version: 9 }).execute();
    await page.getByText("Ha telefonato.").waitFor();
    await page.getByText("Nel frattempo qualcosa è cambiato").waitFor();
    expect(await page.locator("#text").inputValue()).toBe("Sto scrivendo");
  });
});

describe("somebody who hears the page", () => {
  const heard = async (page: Page) => await page.locator("#announce p").allInnerTexts();

  test("is told once what a form came to, and once of each new message, and of nothing else that moves", async () => {
    await ask(desk, 3);
    const page = await pageOf(desk.marco, await addressOf("p1"));
    await page.locator("#text").pressSequentially("Sì, c'è posto.");
    await page.locator("#send").click();
    await page.waitForURL(/valdilago/);
    await expect.poll(() => heard(page)).toEqual([expect.stringContaining("Ecco la prossima")]);
    const now = desk.world.clock.now();
    const ofPage = desk.world.facebook.seed.page.id;
    const person = { id: "p0", name: "Rosa 1", isPage: false };
    await desk.world.hear(
      commentBy("p0", `${ofPage}_900_77`, "E per gli orari?", now, {
        ...{ person, postId: `${ofPage}_900`, parentId: `${ofPage}_900_0` },
      }),
    );
    await page.locator("#talk", { hasText: "E per gli orari?" }).waitFor();
    await expect.poll(() => heard(page)).toContain("È arrivato un messaggio nuovo: Rosa 1");
    await desk.world.hear(
      messageBy("zoe", "n1", "C'è qualcuno?", now, {
        person: { id: "zoe", name: "Zoe", isPage: false },
      }),
    );
    await page.locator("#inbox-entries", { hasText: "Zoe" }).waitFor();
    await expect.poll(() => heard(page)).toContain("È arrivato un messaggio nuovo: Zoe");
    expect(await heard(page)).toHaveLength(3);
  });
});

describe("what is typed", () => {
  const draft = async () =>
    (await desk.world.database.db.selectFrom("draft").select("text").execute())[0]?.text;

  test("is there again after the page was closed", async () => {
    await ask(desk, 1);
    const page = await pageOf(desk.marco, await addressOf("p0"));
    await page.locator("#text").pressSequentially("Una bozza");
    await page.getByText("Bozza conservata.").waitFor();
    expect(await draft()).toBe("Una bozza");
    const again = await pageOf(desk.marco, await addressOf("p0"));
    expect(await again.locator("#text").inputValue()).toBe("Una bozza");
    expect(await again.locator("#draft-state").innerText()).toContain("La vostra bozza, conservata");
  });

  test("outlives a lost connection and is kept once it is back", async () => {
    await ask(desk, 1);
    const page = await pageOf(desk.marco, await addressOf("p0"));
    await page.context().setOffline(true);
    await page.locator("#text").pressSequentially("Senza rete");
    await page.getByText("Bozza non ancora conservata").waitFor();
    await page.context().setOffline(false);
    await page.getByText("Bozza conservata.").waitFor();
    expect(await draft()).toBe("Senza rete");
  });

  test("outlives an expired session, from the press on the button to signing in again", async () => {
    await ask(desk, 1);
    const path = await addressOf("p0");
    const page = await pageOf(desk.marco, path);
    await desk.world.database.db.deleteFrom("staff_session").execute();
    await page.locator("#text").pressSequentially("Prima di entrare");
    await page.getByText("L'accesso è finito").waitFor();
    await page.locator("#send").click();
    await page.waitForURL(/sign-in\?.*to=/);
    expect(new URL(page.url()).searchParams.get("to")).toBe(path);
    const { addSession } = await import("../../src/staff/session-store.ts");
    const token = await addSession(desk.world.database.db, desk.marco.id, "Firefox", desk.world.clock.now());
    await page.context().addCookies([{ name: "bacheca-session", value: token, url: desk.web.origin }]);
    await page.goto(desk.web.origin + path);
    expect(await page.locator("#text").inputValue()).toBe("Prima di entrare");
    expect(await replies()).toEqual([]);
  });
});

test("without scripts a suggestion is filled in, a draft is kept, and an answer leaves, on a telephone", async () => {
  await ask(desk, 2);
  Object.assign(aids, {
    suggestions: [{ id: "item/deadline", title: "Scadenza", text: "C'è tempo fino al 15.", from: "item" }],
  });
  const small = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
  const page = await pageOf(desk.marco, "/desk/inbox", small);
  await page.getByRole("link", { name: /Rosa 1/ }).click();
  await page.locator("#text").fill("Buongiorno.");
  await page.locator("#suggestions-s").click();
  await page.getByRole("button", { name: /^Inserisci/ }).click();
  expect(await page.locator("#text").inputValue()).toBe("Buongiorno.\n\nC'è tempo fino al 15.");
  await page.getByRole("button", { name: "Invia e passa alla prossima" }).click();
  await page.locator("#end", { hasText: "1 rimasta" }).waitFor();
  expect(await replies()).toMatchObject([{ text: "Buongiorno.\n\nC'è tempo fino al 15." }]);
});
