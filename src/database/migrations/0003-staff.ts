import { type Kysely, sql } from "kysely";

/**
 * People at the desk. A person belongs to the installation, since one may work for several authorities; what they may
 * do is a row for each authority and role, and everything they see is filtered by those.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // confirmed_at: the link of the invitation was used. password_hash is a PHC string; totp_secret is sealed, totp_step is
  // the last step of time whose code was accepted, so that no code counts twice. Confirmed without a password is the one
  // of the demonstration, whom nobody signs in as.
  `create table staff_member (
    id uuid primary key default gen_random_uuid(),
    name text not null check (name <> ''),
    email text not null unique check (email = lower(email) and email like '%_@_%'),
    is_administrator boolean not null default false,
    language text check (language in ('it','en')),
    password_hash text,
    totp_secret bytea,
    totp_step bigint,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    disabled_at timestamptz,
    constraint password_is_of_the_confirmed check (confirmed_at is not null or password_hash is null),
    constraint second_after_first check (totp_secret is null or password_hash is not null),
    constraint steps_of_a_secret check (totp_step is null or totp_secret is not null)
  )`,

  `create table staff_role (
    authority_id text not null references authority on delete cascade,
    member_id uuid not null references staff_member on delete cascade,
    role text not null check (role in ('editor','moderator','head','administrator')),
    given_at timestamptz not null,
    primary key (authority_id, member_id, role)
  )`,
  `create index staff_role_of on staff_role (member_id)`,

  // Only hashes of tokens: reading this table lets nobody in.
  `create table staff_session (
    id uuid primary key default gen_random_uuid(),
    member_id uuid not null references staff_member on delete cascade,
    token_hash bytea not null unique,
    agent text not null,
    began_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    check (expires_at > began_at)
  )`,
  `create index staff_session_of on staff_session (member_id, seen_at)`,

  // One-time links. The first of an installation is for whoever opens it and has no member yet.
  `create table staff_link (
    id uuid primary key default gen_random_uuid(),
    purpose text not null check (purpose in ('first','invitation','reset')),
    member_id uuid references staff_member on delete cascade,
    made_by uuid references staff_member on delete set null,
    token_hash bytea not null unique,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((purpose = 'first') = (member_id is null))
  )`,
  `create index staff_link_of on staff_link (member_id)`,

  // Keyed hashes; a code is deleted when it is used.
  `create table staff_recovery_code (
    member_id uuid not null references staff_member on delete cascade,
    code_hash bytea not null,
    primary key (member_id, code_hash)
  )`,

  // How many tries failed of late, by a keyed hash of the address, e-mail or browser they came from.
  `create table staff_try (
    subject bytea primary key,
    level double precision not null check (level >= 0),
    at timestamptz not null
  )`,
  `create index staff_try_at on staff_try (at)`,
];
