import { type Kysely, sql } from "kysely";

/**
 * What triage made of each message, what people must hear of at once, and the trail of acts. src/moderating/triage.ts
 * says what a suggestion is; src/auditing/ how entries are chained.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One for each message people wrote, of the text as it is now. suggestions: all of them, the one followed first; the
  // columns beside it are those of the first, to be searched by. settled_at: a person has seen to it, or it fell away.
  `create table message_triage (
    authority_id text not null,
    message_id uuid not null,
    conversation_id uuid not null,
    action text not null check (action in ('none','answer','hide','delete','escalate','pec','crisis')),
    topic text,
    rule integer check (rule > 0),
    confidence text check (confidence in ('certain','likely','possible')),
    needs_person boolean not null,
    suggestions jsonb not null default '[]',
    judged_at timestamptz not null,
    settled_at timestamptz,
    settled_by text,
    primary key (authority_id, message_id),
    foreign key (authority_id, message_id) references message (authority_id, id) on delete cascade,
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade,
    constraint first_is_whole check ((confidence is null) = (suggestions = '[]'::jsonb)),
    constraint settled_by_somebody check (settled_by is null or settled_at is not null)
  )`,
  `create index message_triage_of_conversation on message_triage (authority_id, conversation_id)`,
  `create index message_triage_open on message_triage (authority_id, judged_at)
     where settled_at is null and action <> 'none'`,

  // What somebody must hear of at once: a person in distress, a threat, a data-protection request, many breaches in
  // minutes. subject: what it is about, so that each is raised once. told_at: mailed; seen_at: a person took it on.
  `create table alert (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
    subject text not null check (subject <> ''),
    account_id text,
    conversation_id uuid,
    message_id uuid,
    detail jsonb not null default '{}',
    raised_at timestamptz not null,
    told_at timestamptz,
    seen_at timestamptz,
    seen_by text,
    primary key (authority_id, id),
    unique (authority_id, kind, subject),
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade,
    constraint seen_by_somebody check ((seen_at is null) = (seen_by is null))
  )`,
  `create index alert_open on alert (authority_id, raised_at) where seen_at is null`,
  `create index alert_to_tell on alert (raised_at) where told_at is null`,

  // Written in the transaction of the act itself, in any order (position null), and sealed into the chain by one process
  // at a time: position counts from 1 without gaps, hash covers the entry and the hash before it. A null authority is
  // the installation's own chain. Nothing is ever changed or taken out but by sealing.
  `create table audit_entry (
    id uuid primary key default gen_random_uuid(),
    authority_id text,
    seq bigint generated always as identity,
    at timestamptz not null,
    by text,
    act text not null check (act ~ '^[a-z][a-z-]{1,60}$'),
    subject text not null,
    detail jsonb not null default '{}',
    position bigint check (position > 0),
    previous_hash text check (previous_hash ~ '^[0-9a-f]{64}$'),
    hash text check (hash ~ '^[0-9a-f]{64}$'),
    constraint sealed_whole check ((position is null) = (hash is null) and (position is null) = (previous_hash is null))
  )`,
  `create unique index audit_position on audit_entry (coalesce(authority_id, ''), position) where position is not null`,
  `create index audit_to_seal on audit_entry (seq) where position is null`,
  `create index audit_newest on audit_entry (authority_id, seq desc)`,

  // What one sealing chained: up to which position of which chain, and a MAC over the hash there by the installation's
  // key, so that whoever can write to the database alone cannot chain everything anew.
  `create table audit_seal (
    chain text not null,
    to_position bigint not null check (to_position > 0),
    from_position bigint not null check (from_position > 0),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    mac bytea not null,
    sealed_at timestamptz not null,
    primary key (chain, to_position),
    constraint forward check (from_position <= to_position)
  )`,

  // What becomes of a publication is told by the row itself, whichever of many statements settles it.
  `create function note_publication() returns trigger language plpgsql as $$
  begin
    insert into audit_entry (authority_id, at, by, act, subject, detail) values (
      new.authority_id,
      date_trunc('milliseconds', case when new.state = 'removed' then clock_timestamp()
        else coalesce(new.settled_at, clock_timestamp()) end),
      null, 'publication-' || new.state, new.id::text,
      jsonb_strip_nulls(jsonb_build_object('account', new.account_id, 'item', new.item_id,
        'format', new.format, 'externalId', new.external_id, 'reason', new.reason)));
    return null;
  end $$`,
  `create trigger publication_noted after update of state on publication for each row
     when (new.state is distinct from old.state and new.state in ('published','refused','removed'))
     execute function note_publication()`,
];
