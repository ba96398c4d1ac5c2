import { type Kysely, sql } from "kysely";

/** The Inbox reads conversations in these orders and stops where its page ends (src/conversing/inbox/inbox-store.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `drop index conversation_waiting`,
  `create index conversation_waiting on conversation (authority_id, leads_at, waiting_since, last_message_at desc, id)
    where waiting_since is not null`,
  `create index conversation_not_waiting on conversation (authority_id, last_message_at desc, id)
    where waiting_since is null`,
];
