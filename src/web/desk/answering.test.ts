import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { fillBusy, now } from "../../../test/pages/today-cast.ts";
import { fillWaiting } from "../../../test/pages/waiting-cast.ts";
import { type SignedInStaff, signIn } from "../../../test/staff.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority } from "../test-rows.ts";
import { countAnswering, findOpenAlerts } from "./answering-store.ts";

let database: TestDatabase;
let web: Web;
let distress: string;
let talk: string;
let marco: SignedInStaff;

beforeEach(async () => {
  database = await testDatabase();
  await fillBusy(database);
  ({ distress, talk } = await fillWaiting(database));
  await addAuthority(database, "altrove", "Comune di Altrove");
  await addAccount(database, "altrove");
  web = await startWeb(pretendParts(database, {}, now), { port: 0 });
  marco = await signIn(database, "moderator", "valdilago", now);
  return async () => await web.close();
});

afterEach(async () => await database.close());

const page = async (who: SignedInStaff, query = "") =>
  (await (await fetch(`${web.origin}/desk${query}`, { headers: who.headers })).text()).replace(/\s+/g, " ");

async function takeOn(
  who: SignedInStaff,
  id = distress,
): Promise<{ status: number; location: string | null }> {
  const { status, headers } = await fetch(`${web.origin}/desk/alerts/valdilago/${id}/take-on`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: web.origin, ...who.headers },
    body: "authority=valdilago",
  });
  return { status, location: headers.get("location") };
}

const trail = () =>
  database.db.selectFrom("audit_entry").selectAll().where("act", "=", "alert-taken-on").execute();

describe("what is found", () => {
  test("alerts come the gravest first, then the oldest, with how many there are", async () => {
    const { alerts, openAlerts } = await findOpenAlerts(database.db, "valdilago", 2);
    expect(alerts.map(({ kind }) => kind)).toEqual(["distress", "review-asked"]);
    expect(alerts[0]).toMatchObject({ conversationId: talk, personName: "Anna Ferri" });
    expect(openAlerts).toBe(3);
    expect(await findOpenAlerts(database.db, "altrove", 2)).toEqual({ alerts: [], openAlerts: 0 });
  });

  test("of those that wait, whoever was put off is not counted until then", async () => {
    const dayEndsAt = new Date("2026-11-20T23:00:00.000Z");
    const at = (moment: Date) => countAnswering(database.db, "valdilago", { now: moment, dayEndsAt });
    expect(await at(now)).toEqual({ waiting: 3, overdue: 1, dueToday: 1, unassigned: 2 });
    const later = new Date(now.getTime() + 60 * 3_600_000);
    expect(await at(later)).toMatchObject({ waiting: 4, overdue: 3, unassigned: 3 });
  });

  test("what ends with the day ends today", async () => {
    const dayEndsAt = new Date(now.getTime() + 4 * 3_600_000);
    expect(await countAnswering(database.db, "valdilago", { now, dayEndsAt })).toMatchObject({ dueToday: 1 });
    const before = new Date(dayEndsAt.getTime() - 1);
    const counts = await countAnswering(database.db, "valdilago", { now, dayEndsAt: before });
    expect(counts.dueToday).toBe(0);
  });
});

describe("the Today page", () => {
  test("tells whoever answers whom to see to, before what a post needs", async () => {
    const text = await page(marco);
    const inOrder = [
      "Da prendere in carico subito",
      "Qualcuno sembra in grave difficoltà",
      "Qualcuno chiede di rivedere una decisione",
      "Qualcuno chiede dei propri dati personali",
      "Chi aspetta una risposta",
      // In distress before the one whose promise is over.
      "Non ce la faccio più",
      "Bruno Conti",
      "scaduta ieri",
      "la finestra di Facebook si chiude alle 14:32",
      "Da vedere",
    ];
    const places = inOrder.map((sentence) => text.indexOf(sentence));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain(`href="/desk/inbox/valdilago/${talk}"`);
    for (const name of ["Dario Poli", "Elsa Riva"]) expect(text).not.toContain(name);
  });

  test("tells an editor nothing of it", async () => {
    const text = await page(await signIn(database, "editor", "valdilago", now));
    for (const word of [
      "Anna Ferri",
      "grave difficoltà",
      "Chi aspetta una risposta",
      "/desk/inbox/valdilago",
    ]) {
      expect(text).not.toContain(word);
    }
  });

  test("leads from what was passed on to the comment in moderation, and from all else to the conversation", async () => {
    const message = await database.db
      .selectFrom("message")
      .select("id")
      .where("conversation_id", "=", talk)
      .executeTakeFirstOrThrow();
    const raised = {
      authority_id: "valdilago",
      conversation_id: talk,
      message_id: message.id,
      raised_at: now,
    };
    await database.db
      .insertInto("alert")
      .values([
        { ...raised, kind: "escalation", subject: "1" },
        { ...raised, kind: "threat", subject: "2" },
      ])
      .execute();
    const text = await page(marco);
    expect(text).toContain(`href="/desk/moderation/valdilago/${message.id}">Apri il commento in moderazione`);
    expect(text.match(new RegExp(`href="/desk/moderation/valdilago/${message.id}"`, "g"))).toHaveLength(1);
  });

  test("folds what is of a kind but for the first, and never what is gravest", async () => {
    const raise = (kind: string) =>
      Array.from({ length: 4 }, (_, at) => ({
        ...{ authority_id: "valdilago", kind, subject: `${kind} ${at}`, raised_at: now },
      }));
    await database.db
      .insertInto("alert")
      .values([...raise("scam"), ...raise("distress")])
      .execute();
    const text = await page(marco);
    const [open = "", folded = ""] = text.split('<details class="alike" id="alike-valdilago-scam">');
    expect(folded).toContain("2 altri avvisi: è arrivata una possibile truffa");
    expect(open.match(/<span>Qualcuno sembra in grave difficoltà/g)).toHaveLength(5);
    expect(open.match(/<span>È arrivata una possibile truffa/g)).toHaveLength(2);
    expect(folded.match(/<span>È arrivata una possibile truffa/g)).toHaveLength(2);
  });

  test("tells administrators quietly that no letter can leave, and nobody else", async () => {
    const sentence = "Nessuno riceve avvisi per posta";
    const administrator = await signIn(database, "administrator", "valdilago", now);
    expect(await page(administrator)).toContain(sentence);
    expect(await page(marco)).not.toContain(sentence);
    const mailUrl = {
      BACHECA_MAIL_URL: "smtp://127.0.0.1:2525",
      BACHECA_MAIL_FROM: "bacheca@valdilago.example",
    };
    const withMail = await startWeb(pretendParts(database, mailUrl, now), { port: 0 });
    const answer = await fetch(`${withMail.origin}/desk`, { headers: administrator.headers });
    expect(await answer.text()).not.toContain(sentence);
    await withMail.close();
  });

  test("says so in English", async () => {
    const text = await page(marco, "?lang=en");
    expect(text).toContain("To be taken on at once");
    expect(text).toContain(`href="/desk/inbox/valdilago/${talk}?lang=en"`);
  });
});

describe("an alert taken on", () => {
  test("is gone from the page, and the trail says who did it", async () => {
    expect(await takeOn(marco)).toEqual({
      status: 303,
      location: "/desk?authority=valdilago&done=taken-on",
    });
    expect(await page(marco)).not.toContain("Qualcuno sembra in grave difficoltà");
    const [entry, ...others] = await trail();
    expect(entry).toMatchObject({ authority_id: "valdilago", by: marco.id, subject: distress });
    expect(entry?.detail).toEqual({ kind: "distress" });
    expect(others).toEqual([]);
  });

  test("by two at once is one person's", async () => {
    const lucia = await signIn(database, "head", "valdilago", now);
    const ends = await Promise.all([takeOn(marco), takeOn(lucia)]);
    expect(ends.map(({ location }) => location?.split("done=")[1]).sort()).toEqual(["nothing", "taken-on"]);
    expect(await trail()).toHaveLength(1);
  });

  test("is nobody's who may not answer, nor what is no id", async () => {
    expect((await takeOn(await signIn(database, "editor", "valdilago", now))).status).toBe(403);
    expect((await takeOn(marco, "nonesuch")).status).toBe(404);
    expect(await trail()).toEqual([]);
  });
});
