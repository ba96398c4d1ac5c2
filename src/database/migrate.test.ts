import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { type Kysely, sql } from "kysely";
import { afterEach, describe, expect, test, vi } from "vitest";
import { enginesUnderTest, type TestDatabase, testDatabase } from "../../test/databases.ts";
import { DatabaseProblem } from "./database-problem.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";

// Copies of databases take tens of milliseconds, but not where others keep disk and processors busy.
vi.setConfig({ testTimeout: 90_000 });

const open: TestDatabase[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function step(name: string, statement: string): Migration {
  const up = async (db: Kysely<unknown>) => {
    await sql.raw(statement).execute(db);
  };
  return { name, hash: `hash of ${statement}`, up };
}

const first = step("0001-first", "create table first (n integer)");
const second = step("0002-second", "create table second (n integer)");

describe.each(enginesUnderTest())("migrations on %s", (engine) => {
  async function emptyDatabase(): Promise<TestDatabase> {
    const database = await testDatabase({ engine, empty: true });
    open.push(database);
    return database;
  }

  test("the product's own migrations apply once, in order, and are then no longer pending", async () => {
    const database = await emptyDatabase();
    const names = migrations.map(({ name }) => name);
    expect(await pendingMigrations(database)).toEqual(names);
    expect(await migrate(database)).toEqual({ applied: names });
    expect(await migrate(database)).toEqual({ applied: [] });
    expect(await pendingMigrations(database)).toEqual([]);
    expect(await database.db.selectFrom("publication").selectAll().execute()).toEqual([]);
  });

  test("a logo among an authority's settings moves to a table of its own, and nothing else of them changes", async () => {
    const database = await emptyDatabase();
    await migrate(database, migrations.slice(0, 1));
    const picture = Buffer.from("<svg viewBox='0 0 90.25 30'/>");
    const logo = { type: "image/svg+xml", width: 90.25, height: 30, data: picture.toString("base64") };
    const plain = { language: "it", look: { primary: "#06C" } };
    const look = { primary: "#7A1F3D", accent: "#F3DDB3" };
    await database.db
      .insertInto("authority")
      .values([
        { id: "como", name: "Provincia di Como", settings: JSON.stringify(plain) },
        { id: "matera", name: "Provincia di Matera", settings: "{}" },
        { id: "valdilago", name: "Valdilago", settings: JSON.stringify({ look: { ...look, logo } }) },
      ])
      .execute();
    await migrate(database);
    const authorities = await database.db.selectFrom("authority").selectAll().orderBy("id").execute();
    expect(authorities.map(({ settings }) => settings)).toEqual([plain, {}, { look }]);
    expect(await database.db.selectFrom("authority_logo").selectAll().execute()).toEqual([
      { authority_id: "valdilago", type: "image/svg+xml", width: 90.25, height: 30, data: picture },
    ]);
  });

  test("a migration that fails leaves nothing of itself, and those before it stay", async () => {
    const database = await emptyDatabase();
    const broken = step("0002-broken", "create table half (n integer); select 1/0");
    await expect(migrate(database, [first, broken])).rejects.toThrow("division by zero");
    const { rows } = await sql<{ half: unknown }>`select to_regclass('half') as half`.execute(database.db);
    expect(rows).toEqual([{ half: null }]);
    expect(await migrate(database, [first, second])).toEqual({ applied: ["0002-second"] });
  });

  test("a database written by a newer program is refused by the name of what it knows, untouched", async () => {
    const database = await emptyDatabase();
    await migrate(database, [first, second]);
    const refusal = await migrate(database, [first]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseProblem);
    expect(refusal).toMatchObject({
      code: "newer-database",
      words: {
        it: expect.stringContaining("0002-second"),
        en: "This database was written by a newer Bacheca: it knows migration 0002-second. Upgrade the program or restore a backup.",
      },
    });
    await expect(pendingMigrations(database, [first])).rejects.toMatchObject({ code: "newer-database" });
  });

  test("a migration whose text changed after it was applied is refused by name", async () => {
    const database = await emptyDatabase();
    await migrate(database, [first]);
    const edited = { ...first, hash: "another" };
    await expect(migrate(database, [edited, second])).rejects.toMatchObject({
      code: "changed-migration",
      message: expect.stringContaining("0001-first"),
    });
  });

  test("a migration slipped in before one already applied is refused", async () => {
    const database = await emptyDatabase();
    await migrate(database, [second]);
    await expect(migrate(database, [first, second])).rejects.toMatchObject({ code: "migration-gap" });
  });

  test("of three processes at once one migrates and the others find the work done", async () => {
    const database = await emptyDatabase();
    const program = path.join(import.meta.dirname, "../../test/migrate-once.ts");
    const run = () => promisify(execFile)(process.execPath, [program, JSON.stringify(database.connection)]);
    const said = await Promise.all([run(), run(), run()]);
    const applied = said.map(({ stdout }) => (JSON.parse(stdout) as { applied: string[] }).applied);
    expect(applied.flat()).toEqual(migrations.map(({ name }) => name));
  });

  test("limits on statements hold again after migrating", async () => {
    const database = await emptyDatabase();
    const limit = () => sql<{ limit: string }>`select current_setting('statement_timeout') as limit`;
    await migrate(database, [first]);
    const { rows } = await limit().execute(database.db);
    expect(rows).toEqual([{ limit: "30s" }]);
  });
});

test("migrations released once have not changed since", () => {
  const text = readFileSync(new URL("./migrations/frozen.json", import.meta.url), "utf8");
  const frozen = JSON.parse(text) as Record<string, string>;
  const hashes = Object.fromEntries(migrations.map(({ name, hash }) => [name, hash]));
  expect(hashes).toMatchObject(frozen);
});

test("migrations are numbered in the order they are applied", () => {
  const names = migrations.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  names.forEach((name, index) => {
    expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, "0")}-[a-z0-9-]+$`));
  });
});
