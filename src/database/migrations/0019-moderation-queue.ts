import { type Kysely, sql } from "kysely";

/**
 * What waits for a moderator is counted on every page of the desk, so it has an index of its own: plain questions stay
 * open in triage for good, since they are the Inbox's, and there are very many of them. The desk is told of decisions and
 * reviews as of all else (0012-live.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index message_triage_queue on message_triage (authority_id)
     where settled_at is null and action <> 'none' and (action <> 'answer' or topic is not null)`,
  `select tell_desk_of('decision', 'moderation')`,
  `select tell_desk_of('decision_review', 'moderation')`,
];
