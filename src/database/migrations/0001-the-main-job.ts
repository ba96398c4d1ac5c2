import { type Kysely, sql } from "kysely";

/**
 * Authorities, what they publish, and where it goes.
 *
 * Every row carries authority_id and every reference between product rows goes through it, so that a row of one
 * authority cannot point to a row of another, whatever a query forgets. The checks on publication and attempt forbid
 * states that contradict themselves; src/publishing/publication.ts says how states follow each other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One row: what belongs to the whole installation. key_check tells at once when the secret key is not the one that
  // encrypted this database.
  `create table installation (
    id boolean primary key default true check (id),
    key_check bytea,
    created_at timestamptz not null default now()
  )`,

  `create table authority (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    name text not null check (name <> ''),
    settings jsonb not null default '{}',
    created_at timestamptz not null default now()
  )`,

  // restored_at: a backup was put in here and no look at the source has worked since. What is new at the first one that
  // does may be on the Page already, so it is held for a person.
  `create table source (
    authority_id text not null references authority on delete cascade,
    id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    kind text not null,
    name text not null,
    url text,
    settings jsonb not null default '{}',
    every_seconds integer check (every_seconds >= 1),
    etag text,
    last_modified text,
    baseline_at timestamptz,
    next_look_at timestamptz,
    last_look_at timestamptz,
    last_good_at timestamptz,
    last_new_at timestamptz,
    faults integer not null default 0 check (faults >= 0),
    fault text,
    fault_detail text,
    fault_since timestamptz,
    mended jsonb not null default '[]',
    stopped_at timestamptz,
    restored_at timestamptz,
    primary key (authority_id, id),
    check ((fault is null) = (fault_since is null)),
    check ((fault is null) = (faults = 0)),
    check (kind = 'push' or url is not null)
  )`,
  `create index source_due on source (next_look_at) where stopped_at is null`,

  `create table item (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    seq bigint generated always as identity,
    source_id text not null,
    kind text not null,
    reference text,
    title text not null,
    body text not null,
    link text,
    facts jsonb not null default '{}',
    attachments jsonb not null default '[]',
    labels jsonb not null default '[]',
    content_hash text not null,
    published_at timestamptz,
    first_seen_at timestamptz not null,
    archived boolean not null,
    primary key (authority_id, id),
    unique (seq),
    foreign key (authority_id, source_id) references source (authority_id, id)
  )`,
  `create index item_newest on item (authority_id, seq desc)`,

  // Every key under which an item was ever seen. item_id becomes null when the item's row is erased: the tombstone
  // stays, so that an old item that comes back is still not new.
  `create table item_key (
    authority_id text not null references authority on delete cascade,
    key text not null check (key ~ '^(ref|id|link|content):'),
    item_id uuid,
    seen_at timestamptz not null,
    primary key (authority_id, key),
    foreign key (authority_id, item_id) references item (authority_id, id) on delete set null (item_id)
  )`,
  `create index item_key_item on item_key (authority_id, item_id)`,

  `create table change (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    item_id uuid not null,
    kind text not null check (kind in ('published','extended','corrected','closed','reopened','withdrawn','expired')),
    at timestamptz not null,
    before jsonb,
    after jsonb,
    primary key (authority_id, id),
    foreign key (authority_id, item_id) references item (authority_id, id) on delete cascade
  )`,
  `create index change_item on change (authority_id, item_id, at)`,

  // lease_*: who is working on this account's line right now, and until when that is believed. idle_until: nothing can
  // be done on the line before this moment, whatever stands on it (its pace, or an uncertain publication that holds it).
  `create table account (
    authority_id text not null references authority on delete cascade,
    id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    channel text not null,
    external_id text not null,
    name text not null,
    settings jsonb not null default '{}',
    secrets bytea,
    formats jsonb not null default '["link-post"]',
    kinds jsonb,
    pacing jsonb not null default '{}',
    state text not null default 'active' check (state in ('active','resting','disconnected','off')),
    rest_until timestamptz,
    reason text,
    detail text,
    since timestamptz,
    failures integer not null default 0 check (failures >= 0),
    last_published_at timestamptz,
    lease_token uuid,
    lease_until timestamptz,
    idle_until timestamptz,
    primary key (authority_id, id),
    unique (authority_id, channel, external_id),
    check ((lease_token is null) = (lease_until is null)),
    check (state <> 'resting' or rest_until is not null),
    check (state in ('active','off') or reason is not null)
  )`,

  `create table publication (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    item_id uuid not null,
    account_id text not null,
    format text not null,
    position bigint not null,
    marker text not null unique check (marker ~ '^[a-z0-9]{10,32}$'),
    state text not null check (state in
      ('planned','held','due','sending','processing','published','unknown','waiting','refused')),
    next_step_at timestamptz,
    reason text,
    detail text,
    post jsonb,
    attempts integer not null default 0 check (attempts >= 0),
    attempt_id uuid,
    looks integer not null default 0 check (looks >= 0),
    retries integer not null default 0 check (retries >= 0),
    uncertain_since timestamptz,
    first_tried_at timestamptz,
    ask_with text,
    external_id text,
    url text,
    planned_at timestamptz not null,
    settled_at timestamptz,
    primary key (authority_id, id),
    unique (authority_id, item_id, account_id, format),
    unique (authority_id, account_id, external_id),
    foreign key (authority_id, item_id) references item (authority_id, id),
    foreign key (authority_id, account_id) references account (authority_id, id),
    constraint published_has_its_post check ((state = 'published') = (external_id is not null)),
    constraint settled_or_open check ((state in ('published','refused')) = (settled_at is not null)),
    constraint open_has_a_next_step check
      ((state in ('planned','due','waiting','processing','unknown')) = (next_step_at is not null)),
    constraint stopped_has_a_reason check (state not in ('held','refused','waiting','unknown') or reason is not null),
    constraint sending_has_its_attempt check (state not in ('sending','unknown','processing') or attempt_id is not null),
    constraint unknown_since_when check (state <> 'unknown' or uncertain_since is not null),
    constraint processing_can_be_asked check (state <> 'processing' or ask_with is not null),
    constraint tried_has_its_post check (attempts = 0 or (post is not null and first_tried_at is not null))
  )`,
  `create index publication_line on publication (authority_id, account_id, position)
     where state in ('planned','due','waiting','sending','processing','unknown')`,
  `create index publication_next on publication (next_step_at)
     where state in ('planned','due','waiting','processing','unknown')`,
  `create index publication_sending on publication (authority_id, account_id) where state = 'sending'`,
  // What a person dismissed waits for nobody any more.
  `create index publication_stopped on publication (authority_id, state)
     where state = 'held' or (state = 'refused' and reason <> 'discarded')`,
  `create index publication_published on publication (authority_id, account_id, settled_at) where state = 'published'`,

  // Committed before the call, finished after it. A publication has at most one attempt under way.
  `create table attempt (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    publication_id uuid not null,
    kind text not null check (kind in ('publish','find','edit','remove')),
    started_at timestamptz not null,
    finished_at timestamptz,
    outcome text,
    reason text,
    detail text,
    primary key (authority_id, id),
    foreign key (authority_id, publication_id) references publication (authority_id, id) on delete cascade,
    check ((outcome is null) = (finished_at is null))
  )`,
  `create unique index attempt_under_way on attempt (authority_id, publication_id)
     where finished_at is null and kind = 'publish'`,
  `create index attempt_of on attempt (authority_id, publication_id, started_at)`,

  // The key itself is shown once and never kept; sha256 is enough because keys are 256 random bits.
  `create table api_key (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    name text not null,
    hash bytea not null unique,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (authority_id, id)
  )`,

  `create table push_receipt (
    authority_id text not null references authority on delete cascade,
    idempotency_key text not null check (length(idempotency_key) between 1 and 200),
    request_hash text not null,
    status integer not null,
    answer jsonb not null,
    at timestamptz not null,
    primary key (authority_id, idempotency_key)
  )`,
];
