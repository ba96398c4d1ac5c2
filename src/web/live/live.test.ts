import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../../test/databases.ts";
import { type SignedInStaff, signIn } from "../../../test/staff.ts";
import { pretendParts } from "../pretend-parts.ts";
import { startWeb, type Web } from "../server.ts";
import { addAccount, addAuthority } from "../test-rows.ts";

interface Stream {
  /** Waits for the next event; undefined when the stream has ended. */
  next(): Promise<string | undefined>;
  headers: Headers;
  status: number;
  cancel(): Promise<void>;
}

describe.each(enginesUnderTest())("on the engine %s", (engine) => {
  let database: TestDatabase;
  let web: Web;
  let giulia: SignedInStaff;
  let marco: SignedInStaff;
  const open: Stream[] = [];

  beforeEach(async () => {
    database = await testDatabase({ engine });
    for (const id of ["valdilago", "pietrachiara"]) {
      await addAuthority(database, id, id);
      await addAccount(database, id);
    }
    giulia = await signIn(database, "editor", "valdilago");
    marco = await signIn(database, "moderator", "valdilago");
    web = await startWeb(pretendParts(database), { port: 0 });
  });

  afterEach(async () => {
    for (const stream of open.splice(0)) await stream.cancel();
    await web.close();
    await database.close();
  });

  async function listen(who: SignedInStaff): Promise<Stream> {
    const answer = await fetch(`${web.origin}/desk/live`, { headers: who.headers, redirect: "manual" });
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    let text = "";
    const stream: Stream = {
      status: answer.status,
      headers: answer.headers,
      async next() {
        for (;;) {
          const end = text.indexOf("\n\n");
          if (end >= 0) {
            const block = text.slice(0, end);
            text = text.slice(end + 2);
            const said = /^data: (.*)$/m.exec(block)?.[1];
            if (said !== undefined) return said;
            continue;
          }
          const part = await reader?.read();
          if (!part || part.done) return undefined;
          text += decoder.decode(part.value, { stream: true });
        }
      },
      cancel: async () => void (await reader?.cancel().catch(() => {})),
    };
    open.push(stream);
    return stream;
  }

  const changeAccount = (authorityId: string, name: string) =>
    database.db.updateTable("account").set({ name }).where("authority_id", "=", authorityId).execute();
  const raiseAlert = (authorityId: string, subject: string) =>
    database.db
      .insertInto("alert")
      .values({ authority_id: authorityId, kind: "distress", subject, raised_at: new Date() })
      .execute();

  test("a change is told, as the word of what changed and nothing else, and no proxy may keep it", async () => {
    const stream = await listen(giulia);
    expect(stream.status).toBe(200);
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    expect(stream.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(stream.headers.get("x-accel-buffering")).toBe("no");
    expect(stream.headers.get("content-security-policy")).not.toBe(null);
    await changeAccount("valdilago", "Lavoro Valdilago");
    expect(await stream.next()).toBe("valdilago/accounts");
  });

  test("nothing is told of another authority, nor what one's role does not see", async () => {
    const ofGiulia = await listen(giulia);
    const ofMarco = await listen(marco);
    await raiseAlert("pietrachiara", "a");
    await changeAccount("pietrachiara", "Altra");
    await raiseAlert("valdilago", "b");
    expect(await ofMarco.next()).toBe("valdilago/alerts");
    await changeAccount("valdilago", "Lavoro Valdilago");
    expect(await ofGiulia.next()).toBe("valdilago/accounts");
  });

  test("ends with the session", async () => {
    const stream = await listen(giulia);
    await database.db.deleteFrom("staff_session").where("member_id", "=", giulia.id).execute();
    expect(await stream.next()).toBe(undefined);
    expect((await listen(giulia)).status).toBe(303);
  });

  test("whoever loses a role hears no more of what it let them see", async () => {
    const stream = await listen(marco);
    await database.db
      .updateTable("staff_role")
      .set({ role: "editor" })
      .where("member_id", "=", marco.id)
      .execute();
    // Roles are looked up once the notice came; this second one is told after the first was judged.
    await changeAccount("valdilago", "Uno");
    expect(await stream.next()).toBe("valdilago/accounts");
    await raiseAlert("valdilago", "a");
    await changeAccount("valdilago", "Due");
    expect(await stream.next()).toBe("valdilago/accounts");
  });

  test("a lost connection of the database heals, and then everybody is to look again", async () => {
    const stream = await listen(giulia);
    const { rows } = await sql<{ ended: boolean }>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and application_name = 'bacheca listen'`.execute(database.db);
    expect(rows).toEqual([{ ended: true }]);
    expect(await stream.next()).toBe("*");
    await changeAccount("valdilago", "Lavoro Valdilago");
    expect(await stream.next()).toBe("valdilago/accounts");
  });

  test("a process that stops ends its streams at once, and takes no new ones", async () => {
    const stream = await listen(giulia);
    const closing = web.close();
    expect(await stream.next()).toBe(undefined);
    await closing;
  });

  test("one person has so many streams and no more, and one that is left makes room", async () => {
    const streams: Stream[] = [];
    for (let count = 0; count < 12; count++) streams.push(await listen(giulia));
    expect(streams.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect((await listen(giulia)).status).toBe(429);
    expect((await listen(marco)).status).toBe(200);
    await streams[0]?.cancel();
    await expect.poll(async () => (await listen(giulia)).status).toBe(200);
  });

  test("where nobody looks, nothing is said", async () => {
    const heard: string[] = [];
    const { default: pg } = await import("pg");
    const client = new pg.Client(database.connection);
    await client.connect();
    client.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await client.query("listen bacheca_desk");
    await changeAccount("valdilago", "Uno");
    await listen(giulia);
    await changeAccount("valdilago", "Due");
    await client.query("select pg_notify('bacheca_desk', 'last')");
    await expect.poll(() => heard).toEqual(["valdilago accounts", "last"]);
    await client.end();
  });
});
