import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findTotpSecret } from "../../src/staff/credentials-store.ts";
import { linkAddress } from "../../src/staff/link.ts";
import { findMemberByEmail } from "../../src/staff/member-store.ts";
import { offerFirstLink } from "../../src/staff/offer-first-link.ts";
import { codeAt } from "../../src/staff/one-time-code.ts";
import { resetMember } from "../../src/staff/reset-member.ts";
import { type PretendParts, pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb, type Web } from "../../src/web/server.ts";
import { addAuthority } from "../../src/web/test-rows.ts";
import { expectAccessible, openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../databases.ts";
import { pietrachiara, valdilago } from "../people.ts";
import { signIn } from "../staff.ts";

// How people come in: Sara by the link of the first start, Marco by an invitation, everybody by the form.

let browser: Browser;
let database: TestDatabase;
let parts: PretendParts;
let web: Web;

const now = new Date("2026-11-27T09:00:00Z");
const password = "tre parole a caso";

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  database = await testDatabase();
  for (const { id, name } of [valdilago, pietrachiara]) await addAuthority(database, id, name);
  parts = pretendParts(database, {}, now);
  web = await startWeb(parts, { port: 0 });
  return async () => {
    await web.close();
    await database.close();
  };
});

type ContextOptions = Parameters<Browser["newContext"]>[0];

/** A browser of somebody's own, without scripts unless told otherwise, that complains of nothing. */
async function inBrowser(
  look: (page: Page, context: BrowserContext) => Promise<void>,
  options: ContextOptions = { javaScriptEnabled: false },
): Promise<void> {
  const context = await browser.newContext({ locale: "it-IT", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser says so of every answer that is rightly none.
    if (message.type() === "error" && !/4\d\d/.test(message.text())) complaints.push(message.text());
  });
  await look(page, context);
  expect(complaints).toEqual([]);
  await context.close();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

/** The address of a new link for an installation without administrator. */
async function firstLink(): Promise<string> {
  const token = await offerFirstLink({ db: database.db, clock: parts.clock });
  return linkAddress(web.origin, token ?? "");
}

async function pressEnter(page: Page): Promise<void> {
  const loaded = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await loaded;
}

async function follow(page: Page, target: Locator): Promise<void> {
  const loaded = page.waitForEvent("load");
  await target.click();
  await loaded;
}

/** Types into the fields in their order, by keyboard alone, and sends with Enter. */
async function typeInto(page: Page, first: string, texts: readonly string[]): Promise<void> {
  await page.getByLabel(first, { exact: true }).focus();
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press("Tab");
    await page.keyboard.type(text);
  }
  await pressEnter(page);
}

async function codeOf(email: string): Promise<string> {
  const member = await findMemberByEmail(database.db, email);
  const secret = member && (await findTotpSecret(database.db, parts.vault, member.id));
  return codeAt(secret ?? "", parts.clock.now());
}

/** Sara as she is after her first day. */
async function saraIsThere(): Promise<void> {
  const address = await firstLink();
  await inBrowser(async (page) => {
    await page.goto(address);
    await typeInto(page, "Nome e cognome", ["Sara Conti", "sara@centro.example", password, password]);
    const key = (await page.locator(".set-up code").innerText()).replaceAll(" ", "");
    await page.getByLabel(/^Scrivete il codice/).fill(codeAt(key, now));
    await pressEnter(page);
    expect(await heading(page)).toBe("I codici di riserva");
  });
  parts.setNow(new Date(parts.clock.now().getTime() + 60_000));
}

describe("the first day", () => {
  test("Sara comes in by the link of the first start, and is not asked twice who she is", async () => {
    await inBrowser(async (page) => {
      await page.goto(`${web.origin}/desk`);
      expect(await page.locator("main").innerText()).toContain("Nessuno può ancora entrare");
      await page.goto(await firstLink());
      expect(await heading(page)).toBe("Benvenuti in Bacheca");
      await typeInto(page, "Nome e cognome", ["Sara Conti", "sara@centro", "corta", "corto"]);
      const alert = await page.getByRole("alert").innerText();
      expect(alert).toContain("La password è troppo corta");
      expect(alert).toContain("Le due password non sono uguali");
      expect(alert).toContain("L'e-mail non è scritta bene");
      expect(await page.title()).toMatch(/^Da correggere: /);
      expect(await page.getByLabel("Nome e cognome").inputValue()).toBe("Sara Conti");
      await page.getByLabel("E-mail").fill("sara@centro.example");
      await typeInto(page, "Password", [password, password]);

      expect(await heading(page)).toBe("Secondo fattore");
      expect(await page.locator("main").innerText()).toContain("è obbligatorio");
      // Nothing else opens before it is set up.
      await follow(page, page.getByRole("link", { name: "Oggi" }));
      expect(await heading(page)).toBe("Secondo fattore");
      const key = (await page.locator(".set-up code").innerText()).replaceAll(" ", "");
      const code = page.getByLabel(/^Scrivete il codice/);
      await code.fill("000000");
      await pressEnter(page);
      expect(await page.getByRole("alert").innerText()).toContain("non è quello di adesso");
      expect((await page.locator(".set-up code").innerText()).replaceAll(" ", "")).toBe(key);
      await code.fill(codeAt(key, now));
      await pressEnter(page);
      expect(await page.locator(".codes li").count()).toBe(8);
      await follow(page, page.getByRole("link", { name: "Li ho conservati: vai alla scrivania" }));
      expect(await heading(page)).toBe("Oggi");
    });
    await inBrowser(async (page) => {
      await page.goto(`${web.origin}/desk/welcome/nonesuch`);
      expect(await heading(page)).toBe("Questo link non vale più");
    });
  });

  test("Sara invites Marco, who comes in with what she gave him and sees his own authority only", async () => {
    await saraIsThere();
    let link = "";
    await inBrowser(async (page) => {
      await page.goto(`${web.origin}/desk/people`);
      expect(await heading(page)).toBe("Entrate nella scrivania");
      await typeInto(page, "E-mail", ["Sara@Centro.example", password]);
      expect(await heading(page)).toBe("Il codice");
      await typeInto(page, "Codice", [await codeOf("sara@centro.example")]);
      expect(await heading(page)).toBe("Persone");
      await page.getByLabel("Nome e cognome").fill("Marco Bianchi");
      await page.getByLabel("E-mail").fill("marco@valdilago.example");
      await page.getByLabel("Dove").selectOption(valdilago.id);
      await follow(page, page.getByRole("button", { name: "Crea il link" }));
      expect(await page.getByRole("alert").innerText()).toBe("Scegliete almeno un ruolo.");
      await page.getByLabel("Moderazione").check();
      await follow(page, page.getByRole("button", { name: "Crea il link" }));
      expect(await heading(page)).toBe("Il link è pronto");
      link = await page.getByLabel("Link").inputValue();
    });
    await inBrowser(async (page) => {
      await page.goto(link);
      expect(await heading(page)).toBe("Benvenuti, Marco Bianchi");
      await typeInto(page, "Password", ["marcobianchi26", "marcobianchi26"]);
      expect(await page.getByRole("alert").innerText()).toContain("fatta del vostro nome");
      await typeInto(page, "Password", [password, password]);
      expect(await heading(page)).toBe("Oggi");
      expect(await page.locator("main").innerText()).toContain(valdilago.name);
      expect(await page.locator("body").innerText()).not.toContain(pietrachiara.name);
      const pages = page.getByRole("navigation", { name: "Scrivania" }).getByRole("link");
      expect(await pages.allInnerTexts()).toEqual(["Oggi", "Posta in arrivo", "Moderazione", "Bacheca"]);
      await page.goto(`${web.origin}/desk/people`);
      expect(await heading(page)).toBe("Il vostro ruolo non lo permette");
    });
    await inBrowser(async (page) => {
      await page.goto(link);
      expect(await heading(page)).toBe("Questo link non vale più");
    });
  });
});

describe("signing in", () => {
  test("leads to where one wanted to go, and out again", async () => {
    await saraIsThere();
    await inBrowser(async (page, context) => {
      await page.goto(`${web.origin}/desk/accounts?lang=en`);
      expect(await heading(page)).toBe("Sign in to the desk");
      await typeInto(page, "E-mail address", ["sara@centro.example", "wrong wrong wrong"]);
      expect(await page.getByRole("alert").innerText()).toContain("is not right");
      await page.getByLabel("Your password").fill(password);
      await pressEnter(page);
      await typeInto(page, "Your code", [await codeOf("sara@centro.example")]);
      expect(page.url()).toBe(`${web.origin}/desk/accounts?lang=en`);
      const cookies = await context.cookies();
      const session = cookies.find(({ name }) => name === "bacheca-session");
      expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
      await follow(page, page.getByRole("button", { name: "Sign out" }));
      expect(await heading(page)).toBe("Entrate nella scrivania");
      expect(await database.db.selectFrom("staff_session").selectAll().execute()).toHaveLength(1);
      await page.goto(`${web.origin}/desk`);
      expect(await heading(page)).toBe("Entrate nella scrivania");
    });
  });

  test("after many wrong tries one is told how long to wait", async () => {
    await saraIsThere();
    await inBrowser(async (page) => {
      await page.goto(`${web.origin}/desk/sign-in`);
      for (let tries = 0; tries < 11; tries += 1) {
        await page.getByLabel("E-mail").fill("sara@centro.example");
        await page.getByLabel("Password").fill(`wrong ${tries}`);
        await pressEnter(page);
      }
      expect(await page.getByRole("alert").innerText()).toBe(
        "Ci sono stati troppi tentativi sbagliati. Riprovate fra 60 secondi.",
      );
    });
  });

  test("Sara who lost her phone gets in with a link of the command line, and with nothing of before", async () => {
    await saraIsThere();
    const sara = await findMemberByEmail(database.db, "sara@centro.example");
    const tools = { db: database.db, clock: parts.clock, log: parts.log };
    const token = await resetMember(tools, sara?.id ?? "", null);
    await inBrowser(async (page) => {
      await page.goto(linkAddress(web.origin, token ?? ""));
      expect(await heading(page)).toBe("Una nuova password");
      await typeInto(page, "Password", ["altre parole a caso", "altre parole a caso"]);
      expect(await heading(page)).toBe("Secondo fattore");
    });
  });
});

describe("what is one's own", () => {
  test("Giulia changes language, password and where she is signed in", async () => {
    await saraIsThere();
    const giulia = await signIn(database, "editor", valdilago.id, parts.clock.now());
    await inBrowser(async (page, context) => {
      await context.addCookies([giulia.cookie(web.origin)]);
      await page.goto(`${web.origin}/desk`);
      await follow(page, page.getByRole("link", { name: "Il mio accesso" }));
      expect(await page.locator("main").innerText()).toContain("Redazione");
      await page.getByLabel("Nome e cognome").fill("Giulia Neri");
      await page.getByLabel("Lingua della scrivania").selectOption("en");
      await follow(page, page.getByRole("button", { name: "Salva", exact: true }));
      expect(await page.getByRole("status").innerText()).toBe("Done: your details are changed.");
      expect(await page.locator(".desk-person").innerText()).toContain("Giulia Neri");
      await page.getByLabel("The present password").fill("x");
      await page.getByLabel("The new password", { exact: true }).fill(password);
      await page.getByLabel("The new password once more").fill(password);
      await follow(page, page.getByRole("button", { name: "Change the password" }));
      expect(await page.getByRole("alert").innerText()).toBe("The present password is not right.");
      expect(await page.locator("#sessions ~ ul li").innerText()).toContain("Firefox on Linux");
    });
  });
});

describe("to the eye and to a screen reader", () => {
  const pages = [
    "sign-in",
    "sign-in refused",
    "code",
    "welcome",
    "welcome refused",
    "second factor",
    "spare codes",
    "me",
    "people",
    "person",
    "link",
  ] as const;

  async function open(which: (typeof pages)[number], page: Page, context: BrowserContext): Promise<void> {
    const go = (path: string) => page.goto(`${web.origin}${path}`);
    const as = async (role: "installation" | "head") => {
      const who = await signIn(database, role, valdilago.id, parts.clock.now());
      await context.addCookies([who.cookie(web.origin)]);
      return who;
    };
    switch (which) {
      case "sign-in":
        await go("/desk/sign-in?over=yes");
        return;
      case "sign-in refused":
        await go("/desk/sign-in");
        await page.getByLabel("E-mail").fill("x@y.example");
        await page.getByLabel("Password").fill("x");
        await pressEnter(page);
        return;
      case "code":
        await context.addCookies([{ name: "bacheca-ticket", value: "x", url: `${web.origin}/desk/sign-in` }]);
        await go("/desk/sign-in/code");
        return;
      case "welcome":
        await page.goto(await firstLink());
        return;
      case "welcome refused":
        await page.goto(await firstLink());
        await typeInto(page, "Nome e cognome", ["Sara", "sara@x.example", "corta", "corto"]);
        return;
      case "second factor":
      case "spare codes": {
        const who = await as("head");
        await database.db
          .updateTable("staff_member")
          .set({ totp_secret: null })
          .where("id", "=", who.id)
          .execute();
        await go("/desk/me/second-factor");
        if (which === "second factor") return;
        const key = (await page.locator(".set-up code").innerText()).replaceAll(" ", "");
        await page.getByLabel(/^Scrivete il codice/).fill(codeAt(key, parts.clock.now()));
        await pressEnter(page);
        return;
      }
      case "me":
        await as("head");
        await signIn(database, "editor", valdilago.id, parts.clock.now());
        await go("/desk/me");
        return;
      case "people":
      case "person":
      case "link": {
        await as("installation");
        const marco = await signIn(database, "moderator", valdilago.id, parts.clock.now());
        await go(which === "people" ? "/desk/people" : `/desk/people/${marco.id}`);
        if (which === "link") await follow(page, page.getByRole("button", { name: /^Fai un nuovo link/ }));
        return;
      }
    }
  }

  test.each(pages.flatMap((which) => [[which, 320, "dark"] as const, [which, 1280, "light"] as const]))(
    "the page %s at %i px in %s breaks no rule and fits the screen",
    async (which, width, colorScheme) => {
      await inBrowser(
        async (page, context) => {
          await open(which, page, context);
          await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
          await expectAccessible(page);
          expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
          const heights = await page
            .locator(
              "button:visible, .desk-pages a:visible, .desk-person a:visible, input[type=text]:visible",
            )
            .evaluateAll((all) =>
              all.map((one) => (one as unknown as { offsetHeight: number }).offsetHeight),
            );
          expect(Math.min(...heights, 44)).toBeGreaterThanOrEqual(44);
        },
        { viewport: { width, height: 800 }, colorScheme },
      );
    },
  );
});
