import { type Kysely, sql, type Transaction } from "kysely";
import type { Progress } from "./backup.ts";
import type { BackupHeader, BackupLine } from "./backup-format.ts";
import {
  countRows,
  type ForeignKey,
  foreignKeys,
  productTables,
  setSequences,
  writableColumns,
} from "./catalogue.ts";
import { DatabaseProblem } from "./database-problem.ts";
import type { Database } from "./engines/engine.ts";
import { appliedMigrations, applyMigration, createMigrationTable, withMigrationLock } from "./migrate.ts";
import { migrations as ours } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";
import { type CheckedBackup, readBackup } from "./read-backup.ts";
import type { Schema } from "./schema.ts";

const rowsAtOnce = 200;

export interface RestoreOptions {
  progress?: Progress;
  known?: readonly Migration[];
  /** What must be true of the rows before anybody may see them. */
  finish?: (trx: Transaction<Schema>) => Promise<void>;
}

/**
 * Puts a backup into an empty database of either engine, which is also how one moves from one to the other. The file
 * is read to its end and its checksum verified before anything is written; then all happens in one transaction: the
 * schema as the backup knew it, its rows, the migrations that came later, and whatever `finish` does with the rows.
 *
 * Throws DatabaseProblem when the database is not empty or the file is damaged, or from a newer program.
 */
export async function restore(
  database: Database,
  file: string,
  options: RestoreOptions = {},
): Promise<{ rows: Record<string, number> }> {
  const { progress = () => {}, known = ours, finish } = options;
  const checked = await readBackup(file);
  const { before, after } = splitMigrations(checked.header, known, file);
  await withMigrationLock(database, async (connection) => {
    await refuseUnlessEmpty(connection, before);
    await connection.transaction().execute(async (trx) => {
      await prepareSchema(trx, before);
      await loadRows(trx, file, checked, progress);
      for (const migration of after) await applyMigration(trx, migration);
      await finish?.(trx);
    });
  });
  return { rows: checked.footer.rows };
}

/** Migrations the backup's rows fit into, and those that came later; refuses a backup that knows more than we do. */
function splitMigrations(header: BackupHeader, known: readonly Migration[], file: string) {
  const names = new Set(known.map(({ name }) => name));
  const foreign = header.migrations.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  if (foreign.length > 0) throw new DatabaseProblem("backup-newer", { file, migrations: foreign.join(", ") });
  const taken = header.migrations.length;
  for (const [index, { name, hash }] of header.migrations.entries()) {
    if (known[index]?.name !== name || known[index].hash !== hash) {
      throw new DatabaseProblem("changed-migration", { migration: name });
    }
  }
  return { before: known.slice(0, taken), after: known.slice(taken) };
}

async function refuseUnlessEmpty(db: Kysely<unknown>, before: readonly Migration[]): Promise<void> {
  const full: string[] = [];
  for (const table of await productTables(db)) {
    if ((await countRows(db, table)) > 0) full.push(table);
  }
  if (full.length > 0) throw new DatabaseProblem("restore-not-empty", { tables: full.join(", ") });
  const applied = await appliedMigrations(db);
  const last = applied.at(-1)?.name ?? "";
  const expected = before.slice(0, applied.length).map(({ name }) => name);
  if (applied.some(({ name }, index) => expected[index] !== name)) {
    throw new DatabaseProblem("restore-prepared", { migration: last });
  }
}

async function prepareSchema(trx: Kysely<unknown>, wanted: readonly Migration[]): Promise<void> {
  await createMigrationTable(trx);
  const applied = await appliedMigrations(trx);
  for (const migration of wanted.slice(applied.length)) await applyMigration(trx, migration);
  // What a migration itself put into a table is in the backup as well.
  const tables = await productTables(trx);
  if (tables.length > 0) await sql`truncate ${sql.join(tables.map((each) => sql.table(each)))}`.execute(trx);
}

/**
 * Without foreign keys and triggers while the rows arrive, so that neither the order of tables nor a circle of
 * references matters; making the keys again checks all rows at once.
 */
async function loadRows(
  trx: Kysely<unknown>,
  file: string,
  checked: CheckedBackup,
  progress: Progress,
): Promise<void> {
  const tables = await productTables(trx);
  const keys = await foreignKeys(trx);
  for (const { table, name } of keys) await alter(trx, table, sql`drop constraint ${sql.ref(name)}`);
  for (const table of tables) await alter(trx, table, sql`disable trigger user`);
  const loader = new Loader(trx, checked.header.tables, progress);
  const again = await readBackup(file, (line) => loader.take(line));
  // Somebody may have exchanged the file since it was checked.
  if (again.footer.sha256 !== checked.footer.sha256) {
    throw new DatabaseProblem("backup-damaged", { file, detail: "it changed while it was read" });
  }
  await loader.flush();
  await setSequences(trx, checked.footer.sequences);
  for (const table of tables) await alter(trx, table, sql`enable trigger user`);
  for (const key of keys) await addKey(trx, key);
}

function addKey(trx: Kysely<unknown>, { table, name, definition }: ForeignKey): Promise<void> {
  return alter(trx, table, sql`add constraint ${sql.ref(name)} ${sql.raw(definition)}`);
}

async function alter(trx: Kysely<unknown>, table: string, change: ReturnType<typeof sql>): Promise<void> {
  await sql`alter table ${sql.table(table)} ${change}`.execute(trx);
}

/** Gathers rows of one table and inserts them together. */
class Loader {
  readonly #trx: Kysely<unknown>;
  readonly #totals: Record<string, number>;
  readonly #progress: Progress;
  #table = "";
  #columns: string[] = [];
  #waiting: string[] = [];
  #done = 0;

  constructor(trx: Kysely<unknown>, totals: Record<string, number>, progress: Progress) {
    this.#trx = trx;
    this.#totals = totals;
    this.#progress = progress;
  }

  async take(line: BackupLine): Promise<void> {
    if (line.kind === "table") {
      await this.flush();
      this.#table = line.table;
      this.#columns = await writableColumns(this.#trx, line.table);
      this.#done = 0;
    } else if (line.kind === "row") {
      this.#waiting.push(line.text);
      if (this.#waiting.length >= rowsAtOnce) await this.flush();
    }
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const table = sql.table(this.#table);
    const columns = sql.join(this.#columns.map((name) => sql.ref(name)));
    // PostgreSQL reads its own text back: no value passes through JavaScript on the way in either.
    await sql`
      insert into ${table} (${columns}) overriding system value
      select ${columns} from unnest(${this.#waiting}::text[]) as line,
        lateral json_populate_record(null::${table}, line::json)`.execute(this.#trx);
    this.#done += this.#waiting.length;
    this.#waiting = [];
    this.#progress({ table: this.#table, rows: this.#done, total: this.#totals[this.#table] ?? this.#done });
  }
}
