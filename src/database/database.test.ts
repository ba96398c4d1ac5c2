import { sql } from "kysely";
import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase, testDirectory } from "../../test/databases.ts";
import { killServer } from "../../test/killable.ts";
import { type Database, DatabaseProblem, isConnectionError, openDatabase } from "./database.ts";

// Copies of databases take tens of milliseconds, but not where others keep disk and processors busy.
vi.setConfig({ testTimeout: 90_000 });

const open: Database[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** Runs `work` again and again while the database is away, as the flows do. */
async function untilBack<T>(work: () => Promise<T>): Promise<{ result: T; errors: unknown[] }> {
  const errors: unknown[] = [];
  for (;;) {
    try {
      return { result: await work(), errors };
    } catch (error) {
      errors.push(error);
      if (!isConnectionError(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

describe.each(enginesUnderTest())("a database on %s", (engine) => {
  async function ownDatabase(): Promise<TestDatabase> {
    const database = await testDatabase({ engine, poolMax: 4 });
    open.push(database);
    return database;
  }

  test("large numbers, dates and moments arrive unharmed", async () => {
    const { db } = await ownDatabase();
    const { rows } =
      await sql`select 9007199254740993::int8 as big, 0.1::numeric as exact, date '2026-03-29' as day,
      timestamptz '2026-03-29 02:30:00+01' as moment, timestamp '2026-03-29 02:30:00' as "wallClock"`.execute(
        db,
      );
    expect(rows).toEqual([
      {
        big: "9007199254740993",
        exact: "0.1",
        day: "2026-03-29",
        moment: new Date("2026-03-29T01:30:00Z"),
        wallClock: "2026-03-29 02:30:00",
      },
    ]);
  });

  test("connections say who they are, count in UTC and have limits; the bare connection has none", async () => {
    const { db, connection } = await ownDatabase();
    const question = `select current_setting('application_name') as name, current_setting('timezone') as zone,
      current_setting('statement_timeout') as limit,
      current_setting('idle_in_transaction_session_timeout') as idle`;
    const { rows } = await sql.raw(question).execute(db);
    expect(rows).toEqual([{ name: "bacheca", zone: "UTC", limit: "30s", idle: "1min" }]);
    const client = new pg.Client(connection);
    await client.connect();
    const bare = await client.query(question);
    expect(bare.rows).toEqual([{ name: "bacheca", zone: "UTC", limit: "0", idle: "0" }]);
    await client.end();
  });

  test("connections cut by the server, idle or amid a transaction, are replaced without a crash", async () => {
    const { db, connection } = await ownDatabase();
    await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.02)`.execute(db)));
    const amid = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      const killer = new pg.Client(connection);
      await killer.connect();
      await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
      await killer.end();
      // Between two statements, when nobody listens to this client.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await sql`select 2`.execute(trx);
    });
    expect(isConnectionError(await amid.catch((error: unknown) => error))).toBe(true);
    const { result } = await untilBack(() => sql`select 1 as one`.execute(db));
    expect(result.rows).toEqual([{ one: 1 }]);
  });

  test("what the database says about the work itself is no connection error", async () => {
    const { db } = await ownDatabase();
    for (const statement of ["select 1/0", "select nonsense", "selekt", "set local statement_timeout = 1"]) {
      const outcome = await sql
        .raw(statement)
        .execute(db)
        .catch((error: unknown) => error);
      expect(isConnectionError(outcome)).toBe(false);
    }
  });
});

test("the embedded database killed under running work is back by itself, with every acknowledged row", async () => {
  const events: string[] = [];
  const database = await openDatabase({ dataDir: testDirectory(), log: (event) => events.push(event) });
  open.push(database);
  await sql`create table kept (n integer primary key)`.execute(database.db);
  const { rows: places } = await sql<{
    dir: string;
  }>`select current_setting('data_directory') as dir`.execute(database.db);
  const acknowledged: number[] = [];
  let longestMs = 0;
  for (let n = 1; n <= 300; n++) {
    if (n % 100 === 50) killServer(places[0]?.dir ?? "");
    const since = Date.now();
    const insert = () => sql`insert into kept values (${n}) on conflict do nothing`.execute(database.db);
    await untilBack(insert);
    longestMs = Math.max(longestMs, Date.now() - since);
    acknowledged.push(n);
  }
  const { rows } = await sql<{ n: number }>`select n from kept order by n`.execute(database.db);
  expect(rows.map(({ n }) => n)).toEqual(acknowledged);
  expect(longestMs).toBeLessThan(30_000);
  expect(events.filter((event) => event === "embedded PostgreSQL recovered").length).toBe(3);
});

describe("an address that does not work is refused in words", () => {
  async function problemOf(url: string): Promise<DatabaseProblem> {
    const outcome = await openDatabase({ url, dataDir: "/nowhere" }).catch((error: unknown) => error);
    if (!(outcome instanceof DatabaseProblem)) throw new Error("it opened, or failed without words");
    expect(JSON.stringify(outcome.words)).not.toContain("segreto");
    return outcome;
  }

  test("not an address at all", async () => {
    expect((await problemOf("db.example:5432")).code).toBe("bad-url");
    expect((await problemOf("mysql://u:segreto@h/d")).code).toBe("bad-url");
  });

  test("nobody listens there", async () => {
    const problem = await problemOf("postgres://u:segreto@127.0.0.1:9/d");
    expect(problem.code).toBe("unreachable");
    expect(problem.words.en).toContain("127.0.0.1:9/d");
  });

  test.runIf(enginesUnderTest().includes("postgres"))("wrong password, and no such database", async () => {
    const database = await testDatabase({ engine: "postgres" });
    open.push(database);
    const url = new URL(String(database.connection.connectionString));
    url.pathname = "/no_such_database";
    expect((await problemOf(url.href)).code).toBe("login-refused");
    url.password = "segreto";
    expect((await problemOf(url.href)).code).toBe("login-refused");
  });
});

test("a missing file elsewhere, a bug or a text is no connection error; a wrapped one is", () => {
  const coded = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall });
  expect(isConnectionError(coded("ENOENT", "open"))).toBe(false);
  expect(isConnectionError(coded("ENOENT", "connect"))).toBe(true);
  expect(isConnectionError(new TypeError("x is not a function"))).toBe(false);
  expect(isConnectionError("ECONNREFUSED")).toBe(false);
  expect(isConnectionError(new Error("while polling", { cause: coded("57P01") }))).toBe(true);
  expect(isConnectionError(new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")]))).toBe(true);
  expect(isConnectionError(coded("23505"))).toBe(false);
});
