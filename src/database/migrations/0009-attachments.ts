import { type Kysely, sql } from "kysely";

/**
 * Files that people sent, and how far each has been fetched: src/conversing/attachments/attachment.ts says what is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // source_key: the path of the address without its signature. A network signs the same file anew at each reading, so
  // the address itself names nothing. why: of refused and gone ones, a reason of src/conversing/attachments/.
  `create table attachment (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    account_id text not null,
    message_id uuid not null,
    ordinal integer not null check (ordinal > 0),
    source_key text not null,
    kind text not null check (kind <> ''),
    address text not null check (address <> ''),
    name text,
    state text not null check (state in ('due','fetching','kept','refused','gone')),
    why text check (why ~ '^[a-z][a-z-]{1,40}$'),
    media_type text,
    bytes bigint check (bytes >= 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    attempts integer not null default 0 check (attempts >= 0),
    noted_at timestamptz not null,
    next_step_at timestamptz,
    lease_until timestamptz,
    settled_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, message_id, ordinal, source_key),
    foreign key (authority_id, message_id) references message (authority_id, id) on delete cascade,
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade,
    constraint due_when check ((state = 'due') = (next_step_at is not null)),
    constraint fetching_is_leased check ((state = 'fetching') = (lease_until is not null)),
    constraint kept_whole check ((state = 'kept') = (sha256 is not null)
      and (state <> 'kept' or (bytes is not null and media_type is not null))),
    constraint kept_out_says_why check ((state in ('refused','gone')) = (why is not null)),
    constraint settled_or_open check ((state in ('kept','refused','gone')) = (settled_at is not null))
  )`,
  `create index attachment_open on attachment (next_step_at) where state in ('due','fetching')`,
  `create index attachment_of_account on attachment (authority_id, account_id, settled_at) where state = 'kept'`,

  // In pieces, so that a backup, which reads two hundred rows at once, never holds more than some megabytes.
  `create table attachment_piece (
    authority_id text not null,
    attachment_id uuid not null,
    ordinal integer not null check (ordinal > 0),
    content bytea not null,
    primary key (authority_id, attachment_id, ordinal),
    foreign key (authority_id, attachment_id) references attachment (authority_id, id) on delete cascade
  )`,
  // Pictures and films are compressed already.
  `alter table attachment_piece alter column content set storage external`,

  // Files of messages that were here before; from now on each is noted with its message.
  `insert into attachment (authority_id, account_id, message_id, ordinal, source_key, kind, address, name, state,
      noted_at, next_step_at)
    select m.authority_id, m.account_id, m.id, a.ordinal,
      regexp_replace(a.value ->> 'url', '^https?://[^/]*|[?#].*$', '', 'g'),
      a.value ->> 'type', a.value ->> 'url', nullif(a.value ->> 'title', ''), 'due', m.received_at, m.received_at
    from message m, jsonb_array_elements(m.attachments) with ordinality as a (value, ordinal)
    where a.value ->> 'type' in ('image','photo','video','audio','file','sticker')
      and a.value ->> 'url' ~ '^https?://'
    on conflict do nothing`,
];
