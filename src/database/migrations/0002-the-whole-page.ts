import { type Kysely, sql } from "kysely";

/**
 * All that a Page can do: formats that are prepared before they leave, posts that are edited and taken off, connections
 * made at the desk, what a network tells us, and how each account is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Its size (up to 200 kB) keeps it out of the settings, which every pass over a line reads.
  `create table authority_logo (
    authority_id text primary key references authority on delete cascade,
    type text not null check (type in ('image/png','image/svg+xml')),
    width double precision not null check (width > 0),
    height double precision not null check (height > 0),
    data bytea not null
  )`,
  `insert into authority_logo (authority_id, type, width, height, data)
     select id, settings #>> '{look,logo,type}', (settings #>> '{look,logo,width}')::float8,
       (settings #>> '{look,logo,height}')::float8, decode(settings #>> '{look,logo,data}', 'base64')
     from authority where settings #> '{look,logo}' is not null`,
  `update authority set settings = settings #- '{look,logo}' where settings #> '{look,logo}' is not null`,

  // The app an authority has at a network: with it people log in, and events are signed.
  `create table network_app (
    authority_id text not null references authority on delete cascade,
    channel text not null,
    settings jsonb not null default '{}',
    secrets bytea,
    primary key (authority_id, channel)
  )`,

  // origin: what the file does not name is stopped when the file is applied, unless people connected it at the desk.
  // connected_by: the network's id of the person whose login it rests on, told when that person takes it back.
  // health: what the last check saw; told: which warnings people have been told, so that each is told once.
  `alter table account
     add column origin text not null default 'file' check (origin in ('file','desk')),
     add column connected_by text,
     add column connected_at timestamptz,
     add column health jsonb,
     add column health_at timestamptz,
     add column next_health_at timestamptz,
     add column told jsonb not null default '[]'`,
  `create index account_health on account (next_health_at) where state <> 'off'`,

  // A login under way: only the hash of its state is kept, so that reading this table lets nobody finish one. pages is
  // what people choose from; the tokens are in secrets.
  `create table login (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    channel text not null,
    account_id text,
    state_hash bytea not null unique,
    begun_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    pages jsonb,
    secrets bytea,
    primary key (authority_id, id),
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade,
    check ((pages is null) = (secrets is null))
  )`,

  // staged: what the network keeps for us before the last step (photos nobody sees yet, a film), under ids that only its
  // channel reads. wanted: what the live post is to become; amend_*: how far that is.
  `alter table publication
     add column staged jsonb,
     add column staged_until timestamptz,
     add column wanted jsonb,
     add column wanted_at timestamptz,
     add column amend_next_at timestamptz,
     add column amend_retries integer not null default 0 check (amend_retries >= 0),
     add column amend_reason text,
     add column amend_detail text,
     add column amended_at timestamptz,
     add column removed_at timestamptz`,
  `alter table publication drop constraint publication_state_check`,
  `alter table publication add constraint publication_state_check check (state in
     ('planned','held','preparing','due','sending','processing','published','unknown','waiting','refused','removed'))`,
  `alter table publication drop constraint published_has_its_post`,
  `alter table publication add constraint published_has_its_post
     check ((state in ('published','removed')) = (external_id is not null))`,
  `alter table publication drop constraint settled_or_open`,
  `alter table publication add constraint settled_or_open
     check ((state in ('published','refused','removed')) = (settled_at is not null))`,
  `alter table publication drop constraint open_has_a_next_step`,
  `alter table publication add constraint open_has_a_next_step check
     ((state in ('planned','preparing','due','waiting','processing','unknown')) = (next_step_at is not null))`,
  `alter table publication add constraint removed_when check ((state = 'removed') = (removed_at is not null))`,
  `alter table publication add constraint staged_until_when check (staged is null or staged_until is not null)`,
  `alter table publication add constraint amended_is_on_the_page check (wanted is null or state = 'published')`,
  `alter table publication add constraint wanted_since_when check ((wanted is null) = (wanted_at is null))`,
  `alter table publication add constraint amending_is_wanted check (amend_next_at is null or wanted is not null)`,
  `create index publication_preparing on publication (next_step_at) where state = 'preparing'`,
  `create index publication_amending on publication (authority_id, account_id, amend_next_at)
     where amend_next_at is not null`,
  `create index publication_wish_stopped on publication (authority_id)
     where wanted is not null and amend_next_at is null`,

  // What a network told us, stored as received. key is the same for each delivery of one happening.
  `create table event (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    seq bigint generated always as identity,
    account_id text not null,
    key text not null check (key <> ''),
    kind text not null,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    reading jsonb not null,
    raw jsonb not null,
    handled_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, account_id, key),
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade
  )`,
  `create index event_to_handle on event (seq) where handled_at is null`,
  `create index event_of_person on event (authority_id, (reading #>> '{person,id}'))`,

  // A person asked the network to have their data deleted here. The id is kept as a keyed hash only.
  `create table deletion_request (
    authority_id text not null references authority on delete cascade,
    code text not null unique check (length(code) >= 16),
    channel text not null,
    person_hash bytea not null,
    asked_at timestamptz not null,
    done_at timestamptz,
    deleted integer check (deleted >= 0),
    primary key (authority_id, code)
  )`,
  `create index deletion_request_open on deletion_request (asked_at) where done_at is null`,
];
