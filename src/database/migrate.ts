import { type Kysely, sql } from "kysely";
import { DatabaseProblem } from "./database-problem.ts";
import type { Database } from "./engines/engine.ts";
import { migrations as ours } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";

/** Any number nobody else uses: held by the one process that changes the schema. */
const migrationLock = 7_304_615_802;

export interface AppliedMigration {
  name: string;
  hash: string;
}

/**
 * Brings the schema up to this program, each migration in a transaction of its own. Of several processes one works and
 * the others wait, then find nothing left to do.
 *
 * Throws DatabaseProblem when the database was written by a newer program or a migration has changed since.
 */
export async function migrate(
  database: Pick<Database, "db">,
  known: readonly Migration[] = ours,
): Promise<{ applied: string[] }> {
  return withMigrationLock(database, async (db) => {
    await createMigrationTable(db);
    const applied: string[] = [];
    for (const migration of missing(known, await appliedMigrations(db))) {
      await db.transaction().execute((trx) => applyMigration(trx, migration));
      applied.push(migration.name);
    }
    return { applied };
  });
}

/** Names of the migrations this program would apply; throws like `migrate` when it may not touch the database at all. */
export async function pendingMigrations(
  database: Pick<Database, "db">,
  known: readonly Migration[] = ours,
): Promise<string[]> {
  const db = withoutTables(database.db);
  return missing(known, await appliedMigrations(db)).map(({ name }) => name);
}

/** What the database says was applied to it, oldest first; nothing for a database never used. */
export async function appliedMigrations(db: Kysely<unknown>): Promise<AppliedMigration[]> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('migration') is not null as there`.execute(db);
  if (rows[0]?.there !== true) return [];
  const found =
    await sql<AppliedMigration>`select name, hash from migration order by name collate "C"`.execute(db);
  return found.rows;
}

/** Applies one migration and remembers it, in the caller's transaction. */
export async function applyMigration(trx: Kysely<unknown>, migration: Migration): Promise<void> {
  await migration.up(trx);
  await sql`insert into migration (name, hash) values (${migration.name}, ${migration.hash})`.execute(trx);
}

export async function createMigrationTable(db: Kysely<unknown>): Promise<void> {
  await sql`create table if not exists migration (
    name text primary key,
    hash text not null,
    applied_at timestamptz not null default now()
  )`.execute(db);
}

/** Does `work` on one connection, without time limits, while no other process migrates or restores this database. */
export async function withMigrationLock<T>(
  database: Pick<Database, "db">,
  work: (db: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  return withoutTables(database.db)
    .connection()
    .execute(async (db) => {
      await sql`select set_config('statement_timeout', '0', false)`.execute(db);
      await sql`select pg_advisory_lock(${migrationLock})`.execute(db);
      try {
        return await work(db);
      } finally {
        // On a connection that broke meanwhile the lock went with it.
        await sql`select pg_advisory_unlock(${migrationLock})`.execute(db).catch(() => {});
        await sql`reset statement_timeout`.execute(db).catch(() => {});
      }
    });
}

/** Migrations still to apply; throws when what was applied is not the beginning of what we know. */
function missing(known: readonly Migration[], applied: AppliedMigration[]): readonly Migration[] {
  const names = new Set(known.map(({ name }) => name));
  const foreign = applied.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  if (foreign.length > 0) throw new DatabaseProblem("newer-database", { migrations: foreign.join(", ") });
  for (const [index, { name, hash }] of applied.entries()) {
    const expected = known[index];
    if (expected === undefined || expected.name !== name) {
      throw new DatabaseProblem("migration-gap", { migration: expected?.name ?? "?", later: name });
    }
    if (expected.hash !== hash) throw new DatabaseProblem("changed-migration", { migration: name });
  }
  return known.slice(applied.length);
}

/** Migrations know the tables of their own time, not those of schema.ts. */
function withoutTables(db: Database["db"]): Kysely<unknown> {
  return db as unknown as Kysely<unknown>;
}
