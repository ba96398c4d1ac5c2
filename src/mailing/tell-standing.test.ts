import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commentBy, type InboxWorld, openInboxWorld } from "../../test/inbox-world.ts";
import { openMailServers, subjectOf, type TestMailServer, textOf } from "../../test/mail-servers.ts";
import { offer } from "../../test/publishing-world.ts";
import { type SignedInStaff, signIn } from "../../test/staff.ts";
import type { MailTools } from "./mail-tools.ts";
import { openMailSender } from "./open-mail-sender.ts";
import { sendMail } from "./send-mail.ts";
import { tellStanding } from "./tell-standing.ts";
import { usualChoice } from "./telling/audience.ts";
import { writeChoice } from "./telling/people-store.ts";

const { startServer, closeServers } = openMailServers();
let world: InboxWorld;
let server: TestMailServer;
let marco: SignedInStaff;
let giulia: SignedInStaff;
let bruno: SignedInStaff;
let present: Date;

const rome = (text: string) => new Date(`${text}+01:00`);

beforeAll(async () => {
  world = await openInboxWorld();
  await world.database.db.insertInto("authority").values({ id: "altrove", name: "Altrove" }).execute();
  marco = await signIn(world.database, "moderator", "valdilago");
  giulia = await signIn(world.database, "editor", "valdilago");
  bruno = await signIn(world.database, "administrator", "valdilago");
  await signIn(world.database, "moderator", "altrove");
  await signIn(world.database, "installation");
});
beforeEach(async () => {
  for (const table of ["event", "conversation", "mail", "telling", "mail_choice", "trouble_told"] as const)
    await world.database.db.deleteFrom(table).execute();
  await world.database.db
    .updateTable("mail_server")
    .set({ next_look_at: new Date(0) })
    .execute();
  server = await startServer();
});
afterEach(closeServers);
afterAll(() => world.close());

const tools = (): MailTools => ({
  ...{ db: world.database.db, clock: { now: () => present }, log: world.tools.log, vault: world.vault },
  ...{ publicUrl: "https://bacheca.example", sender: openMailSender(server.server), chance: () => 0 },
  stopping: new AbortController().signal,
});

/** What the worker does when it looks, at a moment. */
async function lookAt(at: string): Promise<string[]> {
  present = rome(at);
  const before = server.taken.length;
  await tellStanding(tools());
  await sendMail(tools());
  return server.taken.slice(before).map((mail) => `${mail.to}: ${subjectOf(mail)}`);
}

describe("the digest", () => {
  const monday = "[Provincia di Valdilago] La giornata: lunedì 30 novembre";
  const waits = () => world.hear(commentBy("anna", "c1", "Scade quando?", rome("2026-11-26T10:00:00")));

  test("comes once at its hour to whom it says something, with figures and no words of anybody", async () => {
    await waits();
    expect(await lookAt("2026-11-30T07:59:00")).toEqual([]);
    expect(await lookAt("2026-11-30T08:00:00")).toEqual([`${marco.email}: ${monday}`]);
    expect(await lookAt("2026-11-30T08:01:00")).toEqual([]);
    const [mail] = server.taken;
    const text = mail ? textOf(mail) : "";
    expect(text).toContain("- Risposte che scadono oggi: 1\n- In attesa di una risposta: 1\n");
    expect(text).not.toMatch(/anna|scade quando/i);
  });

  test("comes at the hour one chose, or not at all", async () => {
    await waits();
    const { db } = world.database;
    await writeChoice(db, marco.id, { ...usualChoice, digestHour: 7 });
    expect(await lookAt("2026-11-30T07:00:00")).toEqual([`${marco.email}: ${monday}`]);
    await writeChoice(db, marco.id, { ...usualChoice, digest: false });
    expect(await lookAt("2026-12-01T08:00:00")).toEqual([]);
  });

  test("that has nothing to say at its hour is not made up for later", async () => {
    expect(await lookAt("2026-11-30T08:00:00")).toEqual([]);
    await waits();
    expect(await lookAt("2026-11-30T09:00:00")).toEqual([]);
  });

  test("is written once by several processes that look at once", async () => {
    await waits();
    present = rome("2026-11-30T08:00:00");
    await Promise.all([1, 2, 3].map(() => tellStanding(tools())));
    expect(await world.database.db.selectFrom("mail").select("id").execute()).toHaveLength(1);
  });

  test("of two authorities is one letter", async () => {
    const { db } = world.database;
    const both = { authority_id: "altrove", member_id: marco.id, given_at: rome("2026-11-01T08:00:00") };
    await db
      .insertInto("staff_role")
      .values({ ...both, role: "moderator" })
      .execute();
    await waits();
    const raised = { kind: "threat", subject: "1", raised_at: rome("2026-11-29T10:00:00") };
    await db
      .insertInto("alert")
      .values({ authority_id: "altrove", ...raised })
      .execute();
    const told = await lookAt("2026-11-30T08:00:00");
    expect(told).toContain(`${marco.email}: [Bacheca] La giornata: lunedì 30 novembre`);
    expect(told.filter((one) => one.startsWith(marco.email))).toHaveLength(1);
    const mail = server.taken.find(({ to }) => to.includes(marco.email));
    const text = mail ? textOf(mail) : "";
    expect(text).toMatch(
      /Altrove\n\n- Avvisi da prendere in carico: 1[\s\S]*Provincia di Valdilago\n\n- Risposte/,
    );
    await db
      .deleteFrom("staff_role")
      .where("authority_id", "=", "altrove")
      .where("member_id", "=", marco.id)
      .execute();
    await db.deleteFrom("alert").execute();
  });
});

describe("trouble", () => {
  const subject = (what: string) => `[Provincia di Valdilago] ${what}`;

  test("of an account is told once to those who can connect it, and once that it is well again", async () => {
    const { db } = world.database;
    const gone = {
      state: "disconnected",
      reason: "token-expired",
      since: rome("2026-11-28T10:00:00"),
    } as const;
    await db
      .updateTable("account")
      .set({ ...gone, name: "CPI di Como" })
      .execute();
    const what = "Il profilo «CPI di Como» è scollegato: finché qualcuno non lo ricollega non esce nulla";
    expect(await lookAt("2026-11-28T10:01:00")).toEqual([`${bruno.email}: ${subject(what)}`]);
    expect(await lookAt("2026-11-28T10:02:00")).toEqual([]);
    await db.updateTable("account").set({ state: "active", reason: null, since: null }).execute();
    expect(await lookAt("2026-11-28T11:00:00")).toEqual([
      `${bruno.email}: ${subject("Di nuovo a posto: il profilo «CPI di Como»")}`,
    ]);
    expect(await lookAt("2026-11-28T11:01:00")).toEqual([]);
  });

  test("of a portal is told when it has been silent for an hour", async () => {
    const { db } = world.database;
    const fault = { fault: "unreachable", fault_since: rome("2026-11-28T10:00:00"), faults: 3 };
    await db.updateTable("source").set(fault).execute();
    expect(await lookAt("2026-11-28T10:59:00")).toEqual([]);
    expect(await lookAt("2026-11-28T11:00:00")).toEqual([
      `${bruno.email}: ${subject("Il portale «portale» non si legge da più di un'ora")}`,
    ]);
    await db.updateTable("source").set({ fault: null, fault_since: null, faults: 0 }).execute();
    expect(await lookAt("2026-11-28T11:30:00")).toHaveLength(1);
  });

  test("that waits for a yes is told to those who publish, by how many and without a title", async () => {
    await world.publish([offer("cuoco")]);
    await world.database.db
      .updateTable("publication")
      .set({ state: "held", reason: "flood", next_step_at: null })
      .execute();
    expect((await lookAt("2026-11-28T10:00:00")).sort()).toEqual(
      [giulia, bruno]
        .map(
          ({ email }) =>
            `${email}: ${subject("Una pubblicazione è trattenuta e aspetta il sì di una persona")}`,
        )
        .sort(),
    );
    expect(server.taken.map(({ raw }) => raw).join()).not.toContain("cuoco");
    expect(await lookAt("2026-11-28T10:01:00")).toEqual([]);
  });
});
