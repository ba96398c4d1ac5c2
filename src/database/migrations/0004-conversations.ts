import { type Kysely, sql } from "kysely";

/**
 * What people write to an authority, and what it answers: offices with their calendars, conversations, their messages,
 * replies and notes. src/conversing/inbox/conversation.ts says how the state of a conversation follows from its messages,
 * src/conversing/replying/reply.ts how those of a reply follow each other; the checks forbid what contradicts itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // stopped_at: no longer in the authority's file; what was counted by its calendar stays explained by it.
  `create table office (
    authority_id text not null references authority on delete cascade,
    id text not null check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text not null check (name <> ''),
    calendar jsonb not null default '{}',
    contacts jsonb not null default '{}',
    is_default boolean not null default false,
    stopped_at timestamptz,
    primary key (authority_id, id),
    constraint default_is_open check (not is_default or stopped_at is null)
  )`,
  `create unique index office_default on office (authority_id) where is_default`,

  // answering_*: what leaves as an answer rests apart from posts, since the network counts it apart. catch_up*: how far
  // the reconciling poll is, and when it is next due.
  `alter table account
     add column answering_rest_until timestamptz,
     add column answering_reason text,
     add column answering_detail text,
     add column answering_failures integer not null default 0 check (answering_failures >= 0),
     add column next_catch_up_at timestamptz,
     add column caught_up_until timestamptz,
     add column catch_up jsonb,
     add column catch_up_token text,
     add column catch_up_lease_until timestamptz`,
  `create index account_catch_up on account (next_catch_up_at nulls first) where state <> 'off'`,

  // fault: what kept it from being read into a conversation; it is not tried again by itself.
  `alter table event add column fault text`,
  `alter table event add constraint faulty_is_handled check (fault is null or handled_at is not null)`,
  `create index event_of_account_to_handle on event (authority_id, account_id, seq) where handled_at is null`,
  // A removal may come before the post it removes, and names nobody.
  `create index event_of_removed_post on event (authority_id, account_id, (reading ->> 'postId'))
     where kind = 'post-removed'`,

  // waiting_since: when the oldest message that waits for an answer was written. settled_until: what was written up to
  // then a person has closed, at closed_at; reopened_at: since when a person wants it answered all the same. acted_at: the person's last act that opens the network's window; heard_at: their last words.
  // version: counts every change, so that of two people who save at once the second is told.
  `create table conversation (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    account_id text not null,
    kind text not null check (kind in ('comment-thread','visitor-post','private')),
    thread_key text not null check (thread_key <> ''),
    person_id text,
    person_name text,
    post_external_id text,
    publication_id uuid,
    office_id text,
    state text not null check (state in ('new','waiting-for-us','waiting-for-them','answered','closed')),
    needs_answer text not null check (needs_answer in ('yes','probably-not','no')),
    assignee text,
    began_at timestamptz not null,
    last_message_at timestamptz not null,
    heard_at timestamptz,
    acted_at timestamptz,
    answered_at timestamptz,
    waiting_since timestamptz,
    settled_until timestamptz,
    closed_at timestamptz,
    reopened_at timestamptz,
    asked_back_at timestamptz,
    deadline jsonb,
    due_at timestamptz,
    due_on text check (due_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    window_until timestamptz,
    human_until timestamptz,
    private_reply_until timestamptz,
    leads_at timestamptz,
    next_warning_at timestamptz,
    snoozed_until timestamptz,
    snooze_reason text check (snooze_reason <> ''),
    held_by_app text,
    held_at timestamptz,
    blocked_at timestamptz,
    version integer not null default 1 check (version > 0),
    changed_by text,
    changed_at timestamptz not null,
    primary key (authority_id, id),
    unique (authority_id, account_id, kind, thread_key),
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade,
    foreign key (authority_id, office_id) references office (authority_id, id),
    foreign key (authority_id, publication_id) references publication (authority_id, id)
      on delete set null (publication_id),
    constraint waiting_since_when check ((state in ('new','waiting-for-us')) = (waiting_since is not null)),
    constraint waiting_needs_an_answer check (waiting_since is null or needs_answer = 'yes'),
    constraint due_is_waiting check (due_at is null or waiting_since is not null),
    constraint due_on_a_day check ((due_at is null) = (due_on is null)),
    constraint warned_is_waiting check (next_warning_at is null or waiting_since is not null),
    constraint snoozed_says_why check ((snoozed_until is null) = (snooze_reason is null)),
    constraint windows_are_private check (kind = 'private' or (window_until is null and human_until is null)),
    constraint human_after_plain check (human_until is null or window_until is not null),
    constraint private_reply_to_public check (kind <> 'private' or private_reply_until is null),
    constraint private_with_somebody check (kind <> 'private' or person_id is not null)
  )`,
  `create index conversation_waiting on conversation (authority_id, leads_at) where waiting_since is not null`,
  `create index conversation_newest on conversation (authority_id, last_message_at desc)`,
  `create index conversation_of_person on conversation (authority_id, account_id, person_id)`,
  `create index conversation_of_post on conversation (authority_id, account_id, post_external_id)`,
  `create index conversation_to_warn on conversation (next_warning_at) where next_warning_at is not null`,

  // external_id: the network's, one message each. is_dated: false while we know it by an edit or a removal only, so that
  // sent_at is theirs. versions: every text it had, oldest first; text is the last of them.
  // answers_until: of what we wrote, up to which moment it answers what people wrote.
  `create table message (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    account_id text not null,
    conversation_id uuid not null,
    external_id text not null check (external_id <> ''),
    direction text not null check (direction in ('in','out')),
    author text not null check (author in ('person','page','elsewhere')),
    author_id text,
    author_name text,
    parent_external_id text,
    text text,
    versions jsonb not null default '[]',
    attachments jsonb not null default '[]',
    reaction text,
    reaction_at timestamptz,
    is_automatic boolean not null default false,
    needs_answer text not null check (needs_answer in ('yes','probably-not','no')),
    sent_at timestamptz not null,
    is_dated boolean not null,
    received_at timestamptz not null,
    edited_at timestamptz,
    removed_at timestamptz,
    hidden_at timestamptz,
    visibility_at timestamptz,
    answers_until timestamptz,
    event_ids uuid[] not null default '{}',
    primary key (authority_id, id),
    unique (authority_id, account_id, external_id),
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade,
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade,
    constraint people_write_in check ((direction = 'in') = (author = 'person')),
    constraint automatic_is_ours check (not is_automatic or author = 'page'),
    constraint ours_needs_no_answer check (direction = 'in' or needs_answer = 'no'),
    constraint answers_are_out check (answers_until is null or direction = 'out')
  )`,
  `create index message_of_conversation on message (authority_id, conversation_id, sent_at)`,
  `create index message_of_author on message (authority_id, account_id, author_id)`,

  // A row before its call, as for publications. target: the network's id of what is answered, or of whom. own_id comes
  // back in the network's echo. lease_until: how long the call under way is believed in, by the database's clock.
  `create table reply (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    seq bigint generated always as identity,
    account_id text not null,
    conversation_id uuid not null,
    kind text not null check (kind in ('comment','private-reply','message')),
    target text not null check (target <> ''),
    text text not null check (text <> ''),
    tag text check (tag in ('answer','human')),
    written_by text,
    is_automatic boolean not null default false,
    asks_back boolean not null default false,
    answers_until timestamptz,
    state text not null check (state in ('due','sending','sent','unknown','waiting','refused')),
    own_id text not null unique check (own_id <> ''),
    next_step_at timestamptz,
    reason text,
    detail text,
    attempts integer not null default 0 check (attempts >= 0),
    attempt_id uuid,
    looks integer not null default 0 check (looks >= 0),
    retries integer not null default 0 check (retries >= 0),
    first_tried_at timestamptz,
    last_tried_at timestamptz,
    uncertain_since timestamptz,
    external_id text,
    written_at timestamptz not null,
    settled_at timestamptz,
    lease_until timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade,
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade,
    constraint reply_has_one_author check (is_automatic = (written_by is null)),
    constraint human_tag_for_human_words check (tag is distinct from 'human' or not is_automatic),
    constraint tagged_is_private check (tag is null or kind <> 'comment'),
    constraint reply_settled_or_open check ((state in ('sent','refused')) = (settled_at is not null)),
    constraint sent_reply_is_there check ((state = 'sent') = (external_id is not null)),
    constraint open_reply_has_a_next_step check ((state in ('due','waiting','unknown')) = (next_step_at is not null)),
    constraint uncertain_since_when check ((state = 'unknown') = (uncertain_since is not null)),
    constraint sending_is_leased check (state <> 'sending' or (attempt_id is not null and lease_until is not null))
  )`,
  `create index reply_open on reply (authority_id, account_id, seq)
     where state in ('due','waiting','unknown','sending')`,
  `create index reply_of_conversation on reply (authority_id, conversation_id, seq)`,
  `create unique index reply_on_the_network on reply (authority_id, account_id, external_id)
     where external_id is not null`,

  `create table reply_attempt (
    authority_id text not null,
    id uuid not null,
    reply_id uuid not null,
    kind text not null check (kind in ('send','find')),
    started_at timestamptz not null,
    finished_at timestamptz,
    outcome text,
    reason text,
    detail text,
    primary key (authority_id, id),
    foreign key (authority_id, reply_id) references reply (authority_id, id) on delete cascade,
    constraint attempt_ended_with check ((finished_at is null) = (outcome is null))
  )`,
  `create index reply_attempt_of_reply on reply_attempt (authority_id, reply_id)`,

  // Seen by colleagues only.
  `create table note (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    conversation_id uuid not null,
    written_by text not null check (written_by <> ''),
    text text not null check (text <> ''),
    written_at timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade
  )`,
  `create index note_of_conversation on note (authority_id, conversation_id, written_at)`,

  // Each warning once for each time a conversation waits.
  `create table warning_told (
    authority_id text not null,
    conversation_id uuid not null,
    waiting_since timestamptz not null,
    warning text not null check (warning <> ''),
    told_to text not null check (told_to in ('staff','head')),
    told_at timestamptz not null,
    primary key (authority_id, conversation_id, waiting_since, warning),
    foreign key (authority_id, conversation_id) references conversation (authority_id, id) on delete cascade
  )`,
  `create index warning_newest on warning_told (authority_id, told_at desc)`,

  // The last automatic notice to each person: one row, so that no two workers give a second one within the period.
  `create table notice_given (
    authority_id text not null,
    account_id text not null,
    person_id text not null,
    given_at timestamptz not null,
    primary key (authority_id, account_id, person_id),
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade
  )`,
];
