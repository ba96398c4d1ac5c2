import { type Kysely, sql } from "kysely";

/** What people at the desk have begun to write, and who has which conversation open now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One for each person, conversation and field. way and asks_back are of an answer. Gone as soon as the text was taken.
  `create table draft (
    authority_id text not null,
    conversation_id uuid not null,
    member_id uuid not null references staff_member on delete cascade,
    field text not null check (field in ('reply','note','snooze')),
    text text not null check (text <> ''),
    way text check (way in ('public','private-reply','message')),
    asks_back boolean not null default false,
    saved_at timestamptz not null,
    primary key (authority_id, conversation_id, member_id, field),
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade,
    constraint way_of_an_answer check (field = 'reply' or (way is null and not asks_back))
  )`,
  `create index draft_of on draft (member_id)`,

  // Who is not seen for a while is no longer there; what is old is cleared away by whoever comes next.
  `create table presence (
    authority_id text not null,
    conversation_id uuid not null,
    member_id uuid not null references staff_member on delete cascade,
    seen_at timestamptz not null,
    writing_since timestamptz,
    primary key (authority_id, conversation_id, member_id),
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade
  )`,
  `create index presence_of on presence (member_id)`,
];
