import { type Kysely, sql } from "kysely";

/**
 * Mail to the staff: the outbox, who was told of what, the troubles that last, and what each person wants to hear of.
 * src/mailing/mail.ts says what becomes of a mail.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One letter to one person. A null authority is the installation itself. What stands in it is kept until it is settled
  // and no longer: body, or sealed where it holds a link that lets somebody in. attempts: sendings that the server put
  // off; doubts: sendings of which nobody knows how they ended. state unknown without a next step: nobody will know.
  `create table mail (
    id uuid primary key default gen_random_uuid(),
    seq bigint generated always as identity,
    authority_id text references authority on delete cascade,
    member_id uuid not null references staff_member on delete cascade,
    address text not null check (address like '%_@_%'),
    name text not null,
    why text not null check (why in ('alert','warning','trouble','digest','invitation')),
    is_urgent boolean not null,
    subject text not null check (subject <> ''),
    body jsonb,
    sealed bytea,
    written_at timestamptz not null,
    state text not null default 'due' check (state in ('due','sending','unknown','sent','refused')),
    next_step_at timestamptz,
    lease_until timestamptz,
    attempts integer not null default 0 check (attempts >= 0),
    doubts integer not null default 0 check (doubts >= 0),
    detail text,
    settled_at timestamptz,
    constraint due_has_a_step check (state <> 'due' or next_step_at is not null),
    constraint sending_has_a_term check ((state = 'sending') = (lease_until is not null)),
    constraint sending_has_no_step check (state <> 'sending' or next_step_at is null),
    constraint settled_when_over check ((settled_at is not null)
      = (state in ('sent','refused') or (state = 'unknown' and next_step_at is null))),
    constraint settled_has_no_step check (settled_at is null or next_step_at is null),
    constraint written_until_settled check ((body is null and sealed is null) = (settled_at is not null)),
    constraint open_or_sealed check (body is null or sealed is null)
  )`,
  `create index mail_due on mail (next_step_at) where next_step_at is not null`,
  `create index mail_sending on mail (lease_until) where state = 'sending'`,
  `create index mail_of_member on mail (member_id, written_at desc)`,
  `create index mail_of_authority on mail (authority_id, written_at desc)`,

  // Each thing is told once to each person. No mail: they had more than enough that hour, or the letter is long gone.
  `create table telling (
    authority_id text not null references authority on delete cascade,
    member_id uuid not null references staff_member on delete cascade,
    subject text not null check (subject <> ''),
    mail_id uuid references mail on delete set null,
    told_at timestamptz not null,
    primary key (authority_id, member_id, subject)
  )`,
  `create index telling_told on telling (told_at)`,

  // A trouble that people were told of and that lasts; taken out once it is over.
  `create table trouble_told (
    authority_id text not null references authority on delete cascade,
    subject text not null check (subject <> ''),
    name text not null,
    told_at timestamptz not null,
    primary key (authority_id, subject)
  )`,

  // Without a row: as the defaults say.
  `create table mail_choice (
    member_id uuid primary key references staff_member on delete cascade,
    alerts boolean not null default true,
    warnings boolean not null default true,
    digest boolean not null default true,
    digest_hour smallint not null default 8 check (digest_hour between 0 and 23)
  )`,

  // The server, as we last found it: while it rests nothing is handed to it. next_round_at: before it only what is urgent
  // is told. next_look_at: when troubles and digests are looked for again.
  `create table mail_server (
    is_one boolean primary key default true check (is_one),
    rest_until timestamptz,
    failures integer not null default 0 check (failures >= 0),
    reason text,
    detail text,
    since timestamptz,
    next_round_at timestamptz not null default 'epoch',
    next_look_at timestamptz not null default 'epoch',
    constraint rests_for_a_reason check ((failures = 0) = (reason is null) and (failures = 0) = (since is null))
  )`,

  // Whoever writes mail has seen to it. What was told before there was mail is old by now.
  `alter table warning_told add column mailed_at timestamptz`,
  `update warning_told set mailed_at = told_at`,
  `create index warning_to_mail on warning_told (told_at) where mailed_at is null`,
];
