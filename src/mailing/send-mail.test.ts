import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import process from "node:process";
import type { SMTPServerOptions } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import type { MailOrders } from "../../test/mail-process.ts";
import { answering, headerOf, openMailServers, type TestMailServer } from "../../test/mail-servers.ts";
import { type TestClock, testClock } from "../../test/publishing-world.ts";
import { type SignedInStaff, signIn } from "../../test/staff.ts";
import { silentLog } from "../platform/log.ts";
import { openVault } from "../platform/vault.ts";
import { givenUpAfterMs } from "./mail.ts";
import { addMail, dropRestoredMail, isMailDue, type NewMail, sealedContext } from "./mail-store.ts";
import type { MailMoment, MailTools } from "./mail-tools.ts";
import { openMailSender } from "./open-mail-sender.ts";
import { sendMail } from "./send-mail.ts";
import { readServer } from "./server-store.ts";

const { startServer, closeServers } = openMailServers();
const vault = openVault(Buffer.alloc(32, 7));
const minuteMs = 60_000;

let database: TestDatabase;
let person: SignedInStaff;
let clock: TestClock;

beforeAll(async () => {
  database = await testDatabase();
  await database.db.insertInto("authority").values({ id: "valdilago", name: "Valdilago" }).execute();
  person = await signIn(database, "moderator", "valdilago");
});
beforeEach(async () => {
  clock = testClock();
  await database.db.deleteFrom("mail").execute();
  const well = { failures: 0, rest_until: null, reason: null, detail: null, since: null };
  await database.db.updateTable("mail_server").set(well).execute();
});
afterEach(closeServers);
afterAll(() => database.close());

function tools({ server }: Pick<TestMailServer, "server">, timeoutMs = 5_000): MailTools {
  return {
    ...{ db: database.db, clock, log: silentLog, vault, publicUrl: "https://bacheca.example" },
    ...{ sender: openMailSender(server, { timeoutMs }), chance: () => 0 },
    stopping: new AbortController().signal,
  };
}

async function write(subject: string, more: Partial<NewMail> = {}): Promise<string> {
  const mail: NewMail = {
    ...{ authorityId: "valdilago", member: { id: person.id, name: "Marco", email: person.email } },
    ...{ why: "alert", isUrgent: false, subject, content: { body: { text: subject, html: "" } } },
    ...more,
  };
  return await addMail(database.db, mail, clock.now());
}

const states = async () =>
  (await database.db.selectFrom("mail").selectAll().orderBy("seq").execute()).map(
    ({ state, attempts, doubts, settled_at }) => [state, attempts, doubts, settled_at !== null],
  );
const subjects = ({ taken }: TestMailServer) => taken.map((mail) => headerOf(mail, "Subject"));

/** The term of whoever was killed, over at once. */
const endTerms = () =>
  database.db
    .updateTable("mail")
    .set({ lease_until: new Date(0) })
    .where("state", "=", "sending")
    .execute();

describe("what is due", () => {
  test("goes out in its order, what is urgent first, and is forgotten but for its subject", async () => {
    const server = await startServer();
    for (const subject of ["uno", "due"]) await write(subject);
    await write("tre", { isUrgent: true });
    await sendMail(tools(server));
    expect(subjects(server)).toEqual(["tre", "uno", "due"]);
    const rows = await database.db.selectFrom("mail").select(["state", "body"]).execute();
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ state: "sent", body: null })));
    expect(await isMailDue(database.db, clock.now())).toBe(false);
  });

  test("is sent once by several processes at once", async () => {
    const server = await startServer();
    for (let i = 0; i < 12; i += 1) await write(`${i}`);
    await Promise.all([1, 2, 3, 4].map(() => sendMail(tools(server))));
    expect(subjects(server).sort()).toEqual(Array.from({ length: 12 }, (_, i) => `${i}`).sort());
  });

  test("that lets somebody in is sealed until it leaves", async () => {
    const server = await startServer();
    const text = "https://bacheca.example/desk/welcome/abc";
    const sealed = (id: string) => vault.seal(JSON.stringify({ text, html: "" }), sealedContext(id));
    await write("invito", { why: "invitation", content: { sealed } });
    const [row] = await database.db.selectFrom("mail").selectAll().execute();
    expect(JSON.stringify(row)).not.toContain("welcome");
    await sendMail(tools(server));
    expect(server.taken[0]?.raw).toContain("welcome/abc");
    expect(await database.db.selectFrom("mail").select("sealed").execute()).toEqual([{ sealed: null }]);
  });

  test("when a backup is put in, is not sent again", async () => {
    const server = await startServer();
    await write("vecchia");
    await database.db.transaction().execute((trx) => dropRestoredMail(trx, clock.now()));
    await sendMail(tools(server));
    expect([server.taken, await states()]).toEqual([[], [["unknown", 0, 0, true]]]);
  });
});

describe("a server", () => {
  test("that is away for an hour gets all of it afterwards, in order", async () => {
    const server = await startServer();
    await server.close();
    for (const subject of ["uno", "due", "tre"]) await write(subject);
    for (let passed = 0; passed < 60; passed += 1) {
      await sendMail(tools(server));
      clock.moveBy(minuteMs);
    }
    expect(await readServer(database.db)).toMatchObject({ reason: "unreachable" });
    expect(await states()).toEqual(Array.from({ length: 3 }, () => ["due", 0, 0, false]));
    const back = await startServer({}, server.port);
    clock.moveBy(10 * minuteMs);
    await sendMail(tools(back));
    expect(subjects(back)).toEqual(["uno", "due", "tre"]);
    expect(await readServer(database.db)).toMatchObject({ failures: 0, reason: null, since: null });
  });

  test("that rests is not asked before its time", async () => {
    const server = await startServer();
    await server.close();
    await write("uno");
    await sendMail(tools(server));
    const back = await startServer({}, server.port);
    await sendMail(tools(back));
    expect([back.taken.length, await isMailDue(database.db, clock.now())]).toEqual([0, false]);
    clock.moveBy(16_000);
    expect(await isMailDue(database.db, clock.now())).toBe(true);
  });

  test("that puts one letter off gets the others now and that one later; one it refuses never again", async () => {
    let isFull = true;
    const onRcptTo: SMTPServerOptions["onRcptTo"] = ({ address }, _session, done) => {
      if (address.startsWith("piena") && isFull) return done(answering(452));
      return done(address.startsWith("nessuno") ? answering(550) : null);
    };
    const server = await startServer({ onRcptTo });
    const to = (email: string) => ({ member: { id: person.id, name: "x", email } });
    await write("piena", to("piena@v.example"));
    await write("nessuno", to("nessuno@v.example"));
    await write("altra");
    await sendMail(tools(server));
    const afterOne = [
      ["due", 1, 0, false],
      ["refused", 0, 0, true],
      ["sent", 0, 0, true],
    ];
    expect([subjects(server), await states()]).toEqual([["altra"], afterOne]);
    isFull = false;
    clock.moveBy(2 * minuteMs);
    await sendMail(tools(server));
    expect(subjects(server)).toEqual(["altra", "piena"]);
  });

  test("that never takes a letter is not asked for ever", async () => {
    const server = await startServer({ onRcptTo: (_to, _session, done) => done(answering(450)) });
    await write("uno");
    clock.moveBy(givenUpAfterMs + minuteMs);
    await sendMail(tools(server));
    expect(await states()).toEqual([["refused", 0, 0, true]]);
  });

  test("that is away does not come back by a letter that is too old to be sent", async () => {
    const server = await startServer();
    await server.close();
    await write("uno");
    await sendMail(tools(server));
    const { since } = await readServer(database.db);
    clock.moveBy(givenUpAfterMs + minuteMs);
    await sendMail(tools(server));
    expect(await states()).toEqual([["refused", 0, 0, true]]);
    expect(await readServer(database.db)).toMatchObject({ failures: 1, reason: "unreachable", since });
  });

  test("that never says whether it took a letter gets it again under the same name, twice and no more", async () => {
    const names: (string | undefined)[] = [];
    const server = await startServer({
      onData(stream) {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () =>
          names.push(headerOf({ to: [], raw: `${Buffer.concat(parts)}` }, "Message-ID")),
        );
      },
    });
    const id = await write("uno");
    for (let tries = 0; tries < 6; tries += 1) {
      await sendMail(tools(server, 200));
      clock.moveBy(3 * minuteMs);
    }
    expect(names).toEqual(Array.from({ length: 3 }, () => `<${id}@valdilago.example>`));
    expect(await states()).toEqual([["unknown", 0, 3, true]]);
  });
});

describe("a process that is killed", () => {
  test.each<[MailMoment, string, number]>([
    ["mail claimed", "has sent nothing: another sends it", 1],
    ["mail handed over", "leaves it uncertain: it comes twice, under one name", 2],
    ["mail settled", "has sent it: nobody does again", 1],
  ])("at '%s' %s", async (dieAt, _what, times) => {
    const server = await startServer();
    const id = await write("uno");
    await sendAndDie({ connection: database.connection, server: server.server, dieAt });
    await endTerms();
    for (let tries = 0; tries < 3; tries += 1) {
      await sendMail(tools(server));
      clock.moveBy(3 * minuteMs);
    }
    const names = server.taken.map((mail) => headerOf(mail, "Message-ID"));
    expect(names).toEqual(Array.from({ length: times }, () => `<${id}@valdilago.example>`));
    expect((await states()).map(([state]) => state)).toEqual(["sent"]);
  });
});

async function sendAndDie(orders: MailOrders): Promise<void> {
  const program = path.join(import.meta.dirname, "../../test/mail-process.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(orders)], { stdio: "inherit" });
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}
