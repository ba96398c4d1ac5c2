import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commentBy, type InboxWorld, messageBy, openInboxWorld } from "../../test/inbox-world.ts";
import { openMailServers, subjectOf, type TestMailServer, textOf } from "../../test/mail-servers.ts";
import { type SignedInStaff, signIn } from "../../test/staff.ts";
import { officeCalendar } from "../authority/calendar/office-calendar.ts";
import { writeOffice } from "../authority/office-store.ts";
import { warnDeadlines } from "../conversing/warn-deadlines.ts";
import { takeOnAlert } from "../moderating/recognising/take-on-alert.ts";
import type { MailTools } from "./mail-tools.ts";
import { openMailSender } from "./open-mail-sender.ts";
import { sendMail } from "./send-mail.ts";
import { tellPeople } from "./tell-people.ts";
import { isNewsDue } from "./telling/news-store.ts";

const { startServer, closeServers } = openMailServers();
let world: InboxWorld;
let server: TestMailServer;
let marco: SignedInStaff;
let ferri: SignedInStaff;
let present: Date;

const rome = (text: string) => new Date(`${text}+01:00`);
const minuteMs = 60_000;
const desperate = "Non ce la faccio più, stasera la faccio finita";

beforeAll(async () => {
  world = await openInboxWorld();
  marco = await signIn(world.database, "moderator", "valdilago");
  ferri = await signIn(world.database, "head", "valdilago");
  await signIn(world.database, "editor", "valdilago");
  const office = { id: "como", name: "CPI di Como", isDefault: true, contacts: {} };
  await writeOffice(world.database.db, "valdilago", { ...office, calendar: officeCalendar.parse({}) });
});
beforeEach(async () => {
  for (const table of ["event", "conversation", "alert", "mail", "telling"] as const)
    await world.database.db.deleteFrom(table).execute();
  await world.database.db
    .updateTable("mail_server")
    .set({ next_round_at: new Date(0) })
    .execute();
  server = await startServer();
});
afterEach(closeServers);
afterAll(() => world.close());

const clock = { now: () => present };
const tools = (): MailTools => ({
  ...{ db: world.database.db, clock, log: world.tools.log, vault: world.vault, chance: () => 0 },
  ...{ publicUrl: "https://bacheca.example", sender: openMailSender(server.server) },
  stopping: new AbortController().signal,
});

/** What the worker does when it is woken, at a moment. */
async function tellAt(at: Date): Promise<string[]> {
  present = at;
  const before = server.taken.length;
  await tellPeople(tools());
  await sendMail(tools());
  return server.taken.slice(before).map((mail) => `${mail.to}: ${subjectOf(mail)}`);
}

async function raise(count: number, kind: string, at: Date): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ authority_id: "valdilago", kind, subject: `${kind} ${at.getTime()} ${index}`, raised_at: at },
  }));
  await world.database.db.insertInto("alert").values(rows).execute();
}

const untold = () =>
  world.database.db.selectFrom("alert").select("id").where("told_at", "is", null).execute();

describe("somebody in distress", () => {
  test("is told of at once to those who answer, without a word or a name of theirs", async () => {
    await world.hear(commentBy("anna", "c1", desperate, rome("2026-11-30T10:32:00")));
    await world.database.db
      .updateTable("alert")
      .set({ raised_at: rome("2026-11-30T10:32:01") })
      .execute();
    present = rome("2026-11-30T10:32:01");
    expect(await isNewsDue(world.database.db, present)).toBe(true);
    const what = "[Provincia di Valdilago] Subito: qualcuno sembra in grave difficoltà";
    expect((await tellAt(present)).sort()).toEqual([`${ferri.email}: ${what}`, `${marco.email}: ${what}`]);
    const [conversation] = await world.conversations();
    const text = textOf(server.taken[0] ?? { to: [], raw: "" });
    expect(text).toContain(`https://bacheca.example/desk/inbox/valdilago/${conversation?.id}`);
    expect(text).toContain("CPI di Como · da oggi alle 10:32");
    expect(server.taken.map(({ raw }) => raw).join()).not.toMatch(/anna|finita|faccio/i);
    expect(await untold()).toEqual([]);
    expect(await isNewsDue(world.database.db, present)).toBe(false);
  });

  test("is not told of by mail once somebody has seen to it", async () => {
    await world.hear(messageBy("anna", "m1", desperate, rome("2026-11-30T10:32:00")));
    const [alert] = await untold();
    const key = { authorityId: "valdilago", id: alert?.id ?? "" };
    present = rome("2026-11-30T10:33:00");
    expect(await takeOnAlert({ db: world.database.db, clock }, key, marco.id)).toBe(true);
    expect(await tellAt(present)).toEqual([]);
    expect(await untold()).toEqual([]);
  });
});

describe("many alerts", () => {
  test("of a raid come in one letter to each person, which says how many they are", async () => {
    const at = rome("2026-11-30T10:00:00");
    await raise(160, "scam", at);
    await raise(40, "threat", at);
    expect(await tellAt(new Date(at.getTime() + 11_000))).toHaveLength(2);
    const [mail] = server.taken;
    expect(mail && subjectOf(mail)).toBe("[Provincia di Valdilago] 200 cose da vedere");
    const text = mail ? textOf(mail) : "";
    expect(text).toContain("- È arrivata una possibile truffa: 160\n- È arrivata una minaccia: 40\n");
    expect(await untold()).toEqual([]);
  });

  test("one after another all day come in twelve letters an hour, the last of which says so", async () => {
    const begin = rome("2026-11-30T10:00:00");
    for (let minute = 0; minute < 30; minute += 1) {
      const at = new Date(begin.getTime() + minute * 2 * minuteMs);
      await raise(1, "scam", at);
      await tellAt(new Date(at.getTime() + 30_000));
    }
    const marcos = server.taken.filter(({ to }) => to.includes(marco.email));
    expect(marcos.map((mail) => textOf(mail).includes("Il resto è alla scrivania"))).toEqual([
      ...Array.from({ length: 11 }, () => false),
      true,
    ]);
    expect(await untold()).toEqual([]);
    await raise(1, "distress", new Date(begin.getTime() + 59 * minuteMs));
    expect(await tellAt(new Date(begin.getTime() + 59 * minuteMs))).toHaveLength(2);
  });

  test("are told once to each person by several processes", async () => {
    const at = rome("2026-11-30T10:00:00");
    await raise(20, "threat", at);
    present = new Date(at.getTime() + 11_000);
    await Promise.all([1, 2, 3, 4].map(() => tellPeople(tools())));
    const rows = await world.database.db.selectFrom("mail").select("id").execute();
    expect(rows).toHaveLength(2);
    expect(await world.database.db.selectFrom("telling").select("subject").execute()).toHaveLength(40);
  });

  test("from before there was mail are no news to anybody", async () => {
    await raise(3, "distress", rome("2026-11-28T10:00:00"));
    expect(await tellAt(rome("2026-11-30T10:00:00"))).toEqual([]);
    expect(await untold()).toEqual([]);
  });

  test("are told of whole where a process dies in the midst of it: letters and marks are one transaction", async () => {
    const at = rome("2026-11-30T10:00:00");
    await raise(1, "threat", at);
    present = new Date(at.getTime() + 11_000);
    const { db } = world.database;
    const { fn } = db;
    await sql`create function refuse_telling() returns trigger language plpgsql as
      $$ begin raise exception 'broken off'; end $$`.execute(db);
    await sql`create trigger refused before insert on telling execute function refuse_telling()`.execute(db);
    await expect(tellPeople(tools())).rejects.toThrow("broken off");
    await sql`drop trigger refused on telling`.execute(db);
    const count = fn.countAll<string>().as("count");
    expect(await db.selectFrom("mail").select(count).execute()).toEqual([{ count: "0" }]);
    expect(await untold()).toHaveLength(1);
    expect(await tellAt(present)).toHaveLength(2);
  });
});

describe("a deadline", () => {
  /** Looks at every half hour, as a clock that runs would. */
  async function live(from: Date, to: Date): Promise<string[]> {
    const told: string[] = [];
    for (let ms = from.getTime(); ms <= to.getTime(); ms += 1_800_000) {
      await warnDeadlines({ ...world.converse, clock: { now: () => new Date(ms) } });
      told.push(...(await tellAt(new Date(ms + 15_000))));
    }
    return told;
  }

  test("is warned of to those who answer, and once it is over to the head", async () => {
    await world.hear(commentBy("anna", "c1", "Scade quando?", rome("2026-12-01T10:00:00")));
    const told = await live(rome("2026-12-01T10:00:00"), rome("2026-12-05T00:00:00"));
    const last = "[Provincia di Valdilago] Una risposta scade oggi";
    const late = "[Provincia di Valdilago] Una risposta è scaduta";
    expect(told.sort()).toEqual(
      [`${ferri.email}: ${last}`, `${ferri.email}: ${late}`, `${marco.email}: ${last}`].sort(),
    );
    expect(textOf(server.taken[0] ?? { to: [], raw: "" })).toContain(
      "Una risposta scade oggi · CPI di Como · scade oggi",
    );
  });

  test("is warned of to whoever took it on, alone", async () => {
    await world.hear(commentBy("anna", "c1", "Scade quando?", rome("2026-12-01T10:00:00")));
    await world.database.db.updateTable("conversation").set({ assignee: marco.id }).execute();
    const told = await live(rome("2026-12-03T00:00:00"), rome("2026-12-03T12:00:00"));
    expect(told).toEqual([`${marco.email}: [Provincia di Valdilago] Una risposta scade oggi`]);
  });
});
