import { afterEach, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { headerOf, openMailServers } from "../../test/mail-servers.ts";
import { signIn } from "../../test/staff.ts";
import { addMail } from "../mailing/mail-store.ts";
import { openMailSender } from "../mailing/open-mail-sender.ts";
import { systemClock } from "../platform/clock.ts";
import { silentLog } from "../platform/log.ts";
import { openVault } from "../platform/vault.ts";
import { startMailRunners } from "./mail-runners.ts";
import { openQueue } from "./queue.ts";
import { startSchedule } from "./schedule.ts";

const { startServer, closeServers } = openMailServers();
const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  await closeServers();
});

async function work(database: TestDatabase, server: Parameters<typeof openMailSender>[0]): Promise<void> {
  const queue = await openQueue({ connection: database.connection, log: () => {} });
  const stopping = new AbortController();
  const tools = {
    ...{ db: database.db, clock: systemClock, log: silentLog, vault: openVault(Buffer.alloc(32, 7)) },
    ...{ publicUrl: "https://bacheca.example", chance: Math.random, stopping: stopping.signal },
    sender: openMailSender(server),
  };
  const runners = await startMailRunners(tools, queue);
  const schedule = startSchedule({ ...tools, queue, hasMail: true }, 50);
  open.push(async () => {
    stopping.abort();
    await schedule.stop();
    for (const runner of runners) await runner.close();
    await queue.close();
  });
}

it("what is written is found by the clock, and of two workers one sends it", async () => {
  const database = await testDatabase();
  open.push(() => database.close());
  await database.db.insertInto("authority").values({ id: "valdilago", name: "Valdilago" }).execute();
  const { id, email } = await signIn(database, "moderator", "valdilago");
  const mails = await startServer();
  await work(database, mails.server);
  await work(database, mails.server);
  const subjects = Array.from({ length: 30 }, (_, index) => `avviso ${index + 10}`);
  for (const subject of subjects) {
    const content = { body: { text: subject, html: `<p>${subject}</p>` } };
    const mail = { authorityId: "valdilago", why: "alert", isUrgent: false, subject, content } as const;
    await addMail(database.db, { ...mail, member: { id, name: "Marco", email } }, new Date());
  }
  const sent = () => database.db.selectFrom("mail").select("id").where("state", "=", "sent").execute();
  await expect.poll(sent, { timeout: 20_000 }).toHaveLength(subjects.length);
  expect(mails.taken.map((mail) => headerOf(mail, "Subject")).sort()).toEqual(subjects);
});
