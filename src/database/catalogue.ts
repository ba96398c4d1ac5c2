import { type Kysely, sql } from "kysely";
import type { SequencePosition } from "./backup-format.ts";

/** The product's tables, which are all in the schema that unqualified names mean, but for the record of migrations. */
export async function productTables(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace
      and relkind in ('r', 'p') and not relispartition and relname <> 'migration'
    order by relname collate "C"`.execute(db);
  return rows.map(({ name }) => name);
}

/** Columns one may write, generated ones left out. */
export async function writableColumns(db: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = to_regclass(quote_ident(${table})) and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(db);
  return rows.map(({ name }) => name);
}

/** Rows of one table. */
export async function countRows(db: Kysely<unknown>, table: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

export interface ForeignKey {
  table: string;
  name: string;
  /** As PostgreSQL would have it said: "FOREIGN KEY (…) REFERENCES …". */
  definition: string;
}

/** All foreign keys between product tables. */
export async function foreignKeys(db: Kysely<unknown>): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and conparentid = 0 and relnamespace = current_schema()::regnamespace
    order by relname, conname`.execute(db);
  return rows;
}

/** Where every sequence stands now. Sequences know no snapshot: asked after the rows, none is behind them. */
export async function sequencePositions(db: Kysely<unknown>): Promise<SequencePosition[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'S' and relnamespace = current_schema()::regnamespace
    order by relname collate "C"`.execute(db);
  const positions: SequencePosition[] = [];
  for (const { name } of rows) {
    const found = await sql<{ lastValue: string; isCalled: boolean }>`
      select last_value::text as "lastValue", is_called as "isCalled" from ${sql.table(name)}`.execute(db);
    const [position] = found.rows;
    if (position !== undefined) positions.push({ name, ...position });
  }
  return positions;
}

/** Puts sequences where they stood. */
export async function setSequences(db: Kysely<unknown>, positions: SequencePosition[]): Promise<void> {
  for (const { name, lastValue, isCalled } of positions) {
    await sql`select setval(quote_ident(${name})::regclass, ${lastValue}::bigint, ${isCalled})`.execute(db);
  }
}
