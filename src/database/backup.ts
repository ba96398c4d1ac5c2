import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Kysely, sql } from "kysely";
import { type BackupHeader, footerLine, headerLine, rowLine, tableLine } from "./backup-format.ts";
import { countRows, productTables, sequencePositions } from "./catalogue.ts";
import { isConnectionError } from "./connection-error.ts";
import { DatabaseProblem } from "./database-problem.ts";
import type { Database } from "./engines/engine.ts";
import { appliedMigrations } from "./migrate.ts";
import { syncDirectory } from "./write-whole.ts";

/** How far a long work is: `rows` of `total` in this table. */
export type Progress = (step: { table: string; rows: number; total: number }) => void;

const rowsAtOnce = 200;

/**
 * Writes every product row, as one moment saw them, to a file of our own format, which `restore` reads back on either
 * engine (the embedded server comes without pg_dump). Work goes on meanwhile. The file appears under its name only
 * when it is whole and on disk; an earlier one of that name is then replaced.
 *
 * Secrets stay encrypted: whoever restores needs the installation's key as well.
 */
export async function backup(
  database: Database,
  file: string,
  progress: Progress = () => {},
): Promise<{ rows: Record<string, number> }> {
  const part = `${file}.${randomBytes(4).toString("hex")}.part`;
  const rows: Record<string, number> = {};
  try {
    await inOneSnapshot(database, async (db) => {
      const lines = Readable.from(backupLines(database, db, rows, progress), { highWaterMark: 1 });
      // 0600: names, letters and addresses of people may be in there. flush: on disk before it gets its name.
      await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
    });
    await rename(part, file);
    syncDirectory(path.dirname(path.resolve(file)));
    return { rows };
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw asProblem(error, file);
  }
}

function inOneSnapshot(database: Database, work: (db: Kysely<unknown>) => Promise<void>): Promise<void> {
  return database.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const db = trx as unknown as Kysely<unknown>;
      // A slow disk on our side may keep the transaction idle between two fetches.
      await sql`select set_config('statement_timeout', '0', true),
                       set_config('idle_in_transaction_session_timeout', '0', true)`.execute(db);
      await work(db);
    });
}

async function* backupLines(
  database: Database,
  db: Kysely<unknown>,
  rows: Record<string, number>,
  progress: Progress,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const counted = (line: string) => {
    hash.update(line);
    return line;
  };
  const header = await describe(database, db);
  yield counted(headerLine(header));
  for (const [table, total] of Object.entries(header.tables)) {
    yield counted(tableLine(table));
    rows[table] = 0;
    for await (const some of rowsOf(db, table)) {
      yield counted(some.map(rowLine).join(""));
      rows[table] += some.length;
      progress({ table, rows: rows[table], total });
    }
  }
  const sequences = await sequencePositions(db);
  yield footerLine({ rows, sequences, sha256: hash.digest("hex") });
}

async function describe(database: Database, db: Kysely<unknown>): Promise<BackupHeader> {
  const migrations = await appliedMigrations(db);
  if (migrations.length === 0) throw new DatabaseProblem("not-migrated");
  const tables: Record<string, number> = {};
  for (const table of await productTables(db)) tables[table] = await countRows(db, table);
  const { engine, serverVersion } = database;
  return { format: 1, createdAt: new Date().toISOString(), engine, serverVersion, migrations, tables };
}

/** Rows as JSON text written by PostgreSQL itself: no type passes through JavaScript. */
async function* rowsOf(db: Kysely<unknown>, table: string): AsyncGenerator<string[]> {
  await sql`declare backup_rows no scroll cursor for
    select row_to_json(t)::text as line from ${sql.table(table)} as t`.execute(db);
  for (;;) {
    const { rows } = await sql<{
      line: string;
    }>`fetch ${sql.raw(String(rowsAtOnce))} from backup_rows`.execute(db);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await sql`close backup_rows`.execute(db);
}

function asProblem(error: unknown, file: string): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (isConnectionError(error) || syscall === undefined) return error;
  return new DatabaseProblem("backup-not-written", { file, detail: code ?? message }, error);
}
