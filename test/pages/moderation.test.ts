import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pretendParts } from "../../src/web/pretend-parts.ts";
import { startWeb } from "../../src/web/server.ts";
import { expectAccessible, openBrowser, openPageOf, screenshot } from "../browser.ts";
import type { InboxWorld } from "../inbox-world.ts";
import type { SignedInStaff } from "../staff.ts";
import { type InboxDesk, openInboxDesk } from "./inbox-cast.ts";
import { askForReview, carryOut, decideAs, type Writer, writeBelow } from "./moderation-cast.ts";

const serve = ({ database, tools, vault, clock }: InboxWorld) =>
  startWeb({ ...pretendParts(database), clock, vault, channels: tools.channels }, { port: 0 });

let browser: Browser;
let desk: InboxDesk;
let ids: Record<Writer, string>;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  desk = await openInboxDesk(serve);
  ids = await writeBelow(desk);
  return async () => {
    for (const context of browser.contexts()) await context.close();
    await desk.close();
  };
});

const pageOf = (who: SignedInStaff, path: string, options: BrowserContextOptions = {}) =>
  openPageOf(browser, who, desk.web.origin + path, options);

// A text is there before the script that listens to the keys: a key pressed in between goes nowhere.
async function expectPageWith(page: Page, text: string): Promise<void> {
  await page.getByText(text).waitFor();
  await page.waitForLoadState();
}

const addressOf = (writer: Writer) => `/desk/moderation/valdilago/${ids[writer]}`;
const decisions = async () =>
  await desk.world.database.db
    .selectFrom("decision")
    .select(["action", "rule", "reason", "decided_by"])
    .orderBy("seq")
    .execute();

describe("to the eye and to a screen reader", () => {
  const pages = ["queue", "comment", "trouble", "reviews", "review", "own-review"] as const;
  test.each([
    { name: "comment", width: 320, colorScheme: "light" } as const,
    ...pages.flatMap((name, index) => [
      { name, width: 390, colorScheme: index % 2 === 0 ? "light" : "dark" } as const,
      { name, width: 1280, colorScheme: index % 2 === 0 ? "dark" : "light" } as const,
    ]),
  ])("at $width px in $colorScheme, $name breaks no rule and fits the screen", async (shown) => {
    const { name, width, colorScheme } = shown;
    const { code } = await decideAs(desk, desk.marco, ids.insult);
    await carryOut(desk);
    const review = await askForReview(desk, code, { contact: "bruno@example.org" });
    const paths = {
      queue: "/desk/moderation",
      comment: `${addressOf("advert")}?act=delete`,
      trouble: addressOf("data"),
      reviews: "/desk/reviews?lang=en",
      review: `/desk/reviews/valdilago/${review}`,
      "own-review": `/desk/reviews/valdilago/${review}`,
    };
    const who = name === "own-review" ? desk.marco : desk.giulia;
    const page = await pageOf(who, paths[name], { viewport: { width, height: 844 }, colorScheme });
    if (name === "trouble") {
      await page.locator("#confirm").click();
      await page.getByRole("alert").waitFor();
    }
    await screenshot(page, `moderation-${name}-${width}`);
    await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
    await expectAccessible(page);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });
});

describe("Marco's queue", () => {
  test("each comment is decided in two keys, and leads on to the next until nothing is left", async () => {
    const page = await pageOf(desk.marco, "/desk/moderation");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/valdilago/);
    for (const said of ["2 rimasti", "1 rimasto", "Nulla di altro da decidere"]) {
      await page.waitForLoadState();
      await page.keyboard.press("h");
      await page.keyboard.press("Enter");
      await expectPageWith(page, said);
    }
    expect(new URL(page.url()).pathname).toBe("/desk/moderation");
    expect((await decisions()).map(({ action, rule }) => `${action} ${rule}`)).toEqual([
      "hide 7",
      "hide 6",
      "hide 3",
    ]);
    const reasons = (await decisions()).map(({ reason }) => reason);
    expect(reasons[1]).toBe("Contiene insulti o parole che offendono altre persone.");
    // Nothing that is said to colleagues is sent to whoever wrote.
    expect(reasons.join()).not.toContain("Si può nascondere");
  });

  test("one is passed over, one is seen, one is left visible, without leaving the keyboard", async () => {
    const page = await pageOf(desk.marco, addressOf("advert"));
    await page.keyboard.press("j");
    await expectPageWith(page, "Scritto di Bruno");
    await page.keyboard.press("k");
    await expectPageWith(page, "Scritto di Offerte Facili");
    await page.keyboard.press("s");
    await expectPageWith(page, "Visto: non è più in coda.");
    await page.keyboard.press("l");
    await page.keyboard.press("Enter");
    await expectPageWith(page, "Deciso: resta visibile.");
    await page.keyboard.press("u");
    await page.waitForURL(/\/desk\/moderation\?/);
    expect(await decisions()).toMatchObject([{ action: "none", decided_by: desk.marco.id }]);
  });

  test("another key changes the rule's text, and never what somebody wrote by themselves", async () => {
    const page = await pageOf(desk.marco, addressOf("insult"));
    const why = page.locator("#why");
    await page.keyboard.press("h");
    expect(await why.inputValue()).toBe("Contiene insulti o parole che offendono altre persone.");
    await page.keyboard.press("e");
    expect(await why.inputValue()).toBe("Va valutato da chi ne risponde.");
    await why.fill("Scritto da me, con calma.");
    await page.locator("#comment").focus();
    await page.keyboard.press("h");
    expect(await why.inputValue()).toBe("Scritto da me, con calma.");
    expect(await page.locator("#chosen").innerText()).toBe(
      "Si conferma: Nascondi. 6. Nessun insulto, volgarità, offesa, minaccia, discriminazione",
    );
  });

  test("letters are letters while one writes, and single keys can be switched off", async () => {
    const page = await pageOf(desk.marco, addressOf("insult"));
    await page.locator("#why").pressSequentially("hdls");
    expect(await page.locator("#why").inputValue()).toBe("hdls");
    await page.locator("#comment").focus();
    await page.keyboard.press("?");
    await page.locator("#keys-on").uncheck();
    await page.locator("#comment").focus();
    await page.keyboard.press("s");
    await page.keyboard.press("d");
    expect(await page.evaluate("document.activeElement.id")).toBe("comment");
    expect(await page.locator("#action-hide").isChecked()).toBe(true);
  });

  test("what was typed outlives an expired session", async () => {
    const page = await pageOf(desk.marco, addressOf("insult"));
    await page.locator("#why").pressSequentially("Un insulto pesante.");
    await desk.world.database.db.deleteFrom("staff_session").execute();
    await page.locator("#confirm").click();
    await page.waitForURL(/sign-in\?.*to=/);
    const { addSession } = await import("../../src/staff/session-store.ts");
    const token = await addSession(desk.world.database.db, desk.marco.id, "Firefox", desk.world.clock.now());
    await page.context().addCookies([{ name: "bacheca-session", value: token, url: desk.web.origin }]);
    await page.goto(desk.web.origin + addressOf("insult"));
    expect(await page.locator("#why").inputValue()).toBe("Un insulto pesante.");
    expect(await decisions()).toEqual([]);
  });

  test("a comment that comes in appears in the queue by itself", async () => {
    await desk.world.database.db.updateTable("message_triage").set({ settled_at: new Date() }).execute();
    const page = await pageOf(desk.marco, "/desk/moderation");
    await page.getByText("Nulla da decidere.").waitFor();
    await desk.world.database.db
      .updateTable("message_triage")
      .set({ settled_at: null })
      .where("message_id", "=", ids.insult)
      .execute();
    await page.getByText("siete dei coglioni").waitFor();
    await page.getByText("Da decidere (1)").waitFor();
  });
});

test("a review is refused to who decided, and overturned by a second person", async () => {
  const { code } = await decideAs(desk, desk.marco, ids.insult);
  await carryOut(desk);
  await askForReview(desk, code);
  const marco = await pageOf(desk.marco, "/desk/reviews");
  await marco.getByRole("link", { name: /Nascosto · regola 6/ }).click();
  await marco.getByText("il riesame spetta a un'altra persona").waitFor();
  expect(await marco.locator("#judge-form").count()).toBe(0);
  const giulia = await pageOf(desk.giulia, "/desk/moderation");
  await giulia.getByRole("link", { name: "Riesami (1)" }).click();
  await giulia.getByRole("link", { name: /Nascosto · regola 6/ }).click();
  await giulia.getByLabel("La decisione è annullata").check();
  await giulia.getByLabel("Perché").fill("È critica aspra, non offesa.");
  await giulia.keyboard.press("Control+Enter");
  await giulia.getByText("Deciso: la decisione è annullata.").waitFor();
  await carryOut(desk);
  const hidden = [...desk.world.facebook.world.community.comments.values()].filter((one) => one.hidden);
  expect(hidden).toEqual([]);
});

test("without scripts, on a telephone, a comment is hidden with the rule's text and shown again", async () => {
  const small = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
  const page = await pageOf(desk.marco, "/desk/moderation", small);
  await page.getByRole("link", { name: /siete dei coglioni/ }).click();
  await page.getByRole("link", { name: "Nascondi, regola 6" }).click();
  await page.getByRole("button", { name: "Conferma la decisione" }).click();
  await page.getByRole("link", { name: "Rivedi o annulla" }).click();
  await page.getByRole("link", { name: "Mostra di nuovo" }).click();
  await page.getByRole("button", { name: "Conferma la decisione" }).click();
  await page.getByText("Deciso: il commento torna visibile").waitFor();
  expect((await decisions()).map(({ action }) => action)).toEqual(["hide", "unhide"]);
});
