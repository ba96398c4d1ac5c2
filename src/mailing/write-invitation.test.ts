import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/databases.ts";
import { openMailServers, subjectOf, textOf } from "../../test/mail-servers.ts";
import { testClock } from "../../test/publishing-world.ts";
import { silentLog } from "../platform/log.ts";
import { openVault } from "../platform/vault.ts";
import { inviteMember } from "../staff/invite-member.ts";
import { openLink } from "../staff/open-link.ts";
import { openMailSender } from "./open-mail-sender.ts";
import { sendMail } from "./send-mail.ts";
import { writeInvitation } from "./write-invitation.ts";

const { startServer, closeServers } = openMailServers();
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.db.insertInto("authority").values({ id: "valdilago", name: "Valdilago" }).execute();
});
afterEach(closeServers);
afterAll(() => database.close());

test("an invitation leaves with the link that was shown, and lies nowhere in the open", async () => {
  const { taken, server } = await startServer();
  const { db } = database;
  const [clock, log, vault] = [testClock(), silentLog, openVault(Buffer.alloc(32, 7))];
  const tools = { db, clock, log, vault, publicUrl: "https://bacheca.example" };
  const invitation = { name: "Marco", email: "marco@v.example", authorityId: "valdilago" };
  const end = await inviteMember(
    { ...tools, writeTo: (trx, invited, now) => writeInvitation(tools, trx, invited, now) },
    "command-line",
    { ...invitation, roles: ["moderator"] },
  );
  const token = end.kind === "invited" ? end.token : "";
  expect(await openLink(db, token, clock.now())).toMatchObject({ purpose: "invitation" });
  const before = await db.selectFrom("mail").selectAll().execute();
  expect(before).toHaveLength(1);
  expect(JSON.stringify(before)).not.toContain(token);
  expect(before[0]?.sealed?.includes(token)).toBe(false);
  const rest = { chance: () => 0, stopping: new AbortController().signal, sender: openMailSender(server) };
  await sendMail({ ...tools, ...rest });
  expect(taken.map(subjectOf)).toEqual(["[Valdilago] Il vostro accesso alla scrivania"]);
  expect(taken[0] && textOf(taken[0])).toContain(`https://bacheca.example/desk/welcome/${token}\n`);
  const after = await db.selectFrom("mail").select(["state", "sealed", "body"]).execute();
  expect(after).toEqual([{ state: "sent", sealed: null, body: null }]);
});

test("whoever is here already is written no link", async () => {
  const { db } = database;
  const tools = { db, clock: testClock(), log: silentLog };
  await db.updateTable("staff_member").set({ confirmed_at: new Date() }).execute();
  const writeTo = () => Promise.reject(new Error("a letter"));
  const again = {
    name: "Marco",
    email: "marco@v.example",
    authorityId: "valdilago",
    roles: ["head" as const],
  };
  expect(await inviteMember({ ...tools, writeTo }, "command-line", again)).toMatchObject({ kind: "added" });
});
