import { type Kysely, sql } from "kysely";

/** Extracts of conversations for the official register: what was handed over, provable by its hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // No reference to the conversation: what was handed to the register must stay provable when the conversation is gone.
  // person_ids: everybody who speaks in it, so that one person's extracts can be found. sha256 and bytes: of the whole
  // ZIP file. files: its parts in their order; see src/conversing/extracting/extract.ts.
  `create table extract (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    conversation_id uuid not null,
    account_id text not null,
    channel text not null,
    person_ids text[] not null default '{}',
    made_at timestamptz not null,
    made_by text not null check (made_by <> ''),
    made_by_id uuid not null,
    format integer not null check (format > 0),
    messages integer not null check (messages >= 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null check (bytes > 0),
    files jsonb not null,
    register_number text check (register_number <> ''),
    register_date text check (register_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    registered_by text,
    registered_at timestamptz,
    primary key (authority_id, id),
    constraint registered_whole check ((register_number is null) = (register_date is null)
      and (register_number is null) = (registered_at is null)
      and (register_number is null) = (registered_by is null))
  )`,
  `create index extract_of_conversation on extract (authority_id, conversation_id, made_at)`,

  // The files made for an extract, in pieces as those people sent (0010); these are not copied, and taken from where
  // they are.
  `create table extract_piece (
    authority_id text not null,
    extract_id uuid not null,
    file text not null,
    ordinal integer not null check (ordinal > 0),
    content bytea not null,
    primary key (authority_id, extract_id, file, ordinal),
    foreign key (authority_id, extract_id) references extract (authority_id, id) on delete cascade
  )`,
];
