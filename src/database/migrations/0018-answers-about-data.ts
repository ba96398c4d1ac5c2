import { type Kysely, sql } from "kysely";

/** On which day somebody who asked about their own data was answered: it decides whether the term was kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Of the answer or of the refusal; entered by hand, since the officer answers elsewhere, and often days before somebody
  // notes it here. Null in rows that are older than this column.
  `alter table data_request add column answered_on text
    check (answered_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
    check (answered_on is null or outcome in ('answered', 'refused'))`,
];
