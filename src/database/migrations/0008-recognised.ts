import { type Kysely, sql } from "kysely";

/**
 * What follows from recognising what people write: the requests on their own data with the term of the law, and the
 * indexes by which a batch of messages is judged. src/moderating/recognising/ says what is recognised.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // expires_on: last day of the term (GDPR art. 12 c. 3), as authority/calendar/legal-term.ts counts it. handed_at: given
  // to the data-protection officer, who may answer from elsewhere; the term goes on until outcome says how it ended.
  `create table data_request (
    authority_id text not null,
    message_id uuid not null,
    conversation_id uuid not null,
    received_on text not null check (received_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    expires_on text not null check (expires_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    handed_at timestamptz,
    handed_by text,
    outcome text check (outcome in ('answered','refused','not-a-request')),
    note text check (note <> ''),
    settled_at timestamptz,
    settled_by text,
    primary key (authority_id, message_id),
    foreign key (authority_id, message_id) references message (authority_id, id) on delete cascade,
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade,
    constraint handed_by_somebody check ((handed_at is null) = (handed_by is null)),
    constraint settled_with_outcome check ((outcome is null) = (settled_at is null)),
    constraint refusal_says_why check (outcome is distinct from 'refused' or note is not null)
  )`,
  `create index data_request_of_conversation on data_request (authority_id, conversation_id)`,
  `create index data_request_open on data_request (expires_on) where outcome is null`,

  // What the same person wrote lately, for a whole batch at once.
  `create index message_lately_by_author on message (authority_id, account_id, author_id, sent_at desc)
     where direction = 'in'`,
  // Whoever is in distress stands first in the inbox until somebody has seen it.
  `create index alert_distress_unseen on alert (authority_id, conversation_id)
     where seen_at is null and kind = 'distress'`,
  `create index alert_of_conversation on alert (authority_id, conversation_id)`,
];
