import { type Kysely, sql } from "kysely";

/** What people said of what was recognised, and on which day somebody who asked about their own data was answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Of the answer or of the refusal; entered by hand, since the officer answers elsewhere, and often days before somebody
  // notes it here. Null in rows that are older than this column.
  `alter table data_request add column answered_on text
    check (answered_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
    check (answered_on is null or outcome in ('answered', 'refused'))`,
  // Only meant where settled_at is set; null where a decision settled it, or nobody did. What a person confirmed still
  // says which answer fits, until it is given.
  `alter table message_triage add column verdict text check (verdict in ('seen-to', 'not-so'))`,
];
