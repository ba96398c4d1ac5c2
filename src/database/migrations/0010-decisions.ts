import { type Kysely, sql } from "kysely";

/**
 * The rules of conversation as each authority has them, what was decided by them, and the reviews of that.
 * src/moderating/deciding/decision.ts says how the states of a decision follow each other; the checks forbid what
 * contradicts itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One row for each version, never edited: whoever was told "rule 6, version 2" can read for ever what that was. Of a
  // number the highest version whose day has come is in force; a withdrawal is a version as well.
  `create table conversation_rule (
    authority_id text not null references authority on delete cascade,
    number integer not null check (number between 1 and 99),
    version integer not null check (version > 0),
    topic text not null check (topic <> ''),
    valid_from text not null check (valid_from ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    is_withdrawn boolean not null default false,
    text jsonb not null,
    examples jsonb not null,
    default_action text not null
      check (default_action in ('none','answer','hide','delete','escalate','pec','crisis')),
    may_act_by_itself boolean not null,
    origin text not null check (origin in ('starter','file','desk')),
    changed_by text check (changed_by <> ''),
    changed_at timestamptz not null,
    primary key (authority_id, number, version),
    constraint people_change_at_the_desk check ((origin = 'desk') = (changed_by is not null))
  )`,
  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception 'a row of % is never changed', tg_table_name using errcode = 'integrity_constraint_violation';
   end $$`,
  `create trigger rule_stays before update on conversation_rule for each row execute function refuse_change()`,

  // A row before its call. code: what the author is told, to ask for a review with. target: the network's id of what
  // was written. follows: the decision that this one takes back, or ends. evidence: what was decided about, as it was;
  // evidence_hash covers it and outlives it. person_hash: the same for the same person, and of use to nobody without
  // our key; person_sealed: whom to block, kept as long as a block lasts. seen_at: when the message reached us.
  // step: the next call to the network; null = none is left. acted_at: when the network said that it is done.
  // notice_why: why the author could not be told.
  `create table decision (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    seq bigint generated always as identity,
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{13}$'),
    account_id text not null,
    channel text not null check (channel <> ''),
    message_id uuid,
    target text not null check (target <> ''),
    is_private boolean not null,
    action text not null
      check (action in ('none','answer','hide','unhide','delete','warn','block','unblock','escalate')),
    rule integer,
    rule_version integer,
    topic text,
    reason text not null check (length(btrim(reason)) >= 10),
    is_automatic boolean not null,
    decided_by text check (decided_by <> ''),
    decided_at timestamptz not null,
    decider text generated always as (coalesce(decided_by, '')) stored,
    follows uuid,
    seen_at timestamptz not null,
    evidence jsonb,
    evidence_hash text not null check (evidence_hash ~ '^[0-9a-f]{64}$'),
    person_hash bytea,
    person_sealed bytea,
    ends_at timestamptz,
    state text not null check (state in ('due','calling','done','gone','refused','overtaken')),
    step text check (step in ('hide','show','remove','block','unblock')),
    next_step_at timestamptz,
    lease_until timestamptz,
    attempts integer not null default 0 check (attempts >= 0),
    retries integer not null default 0 check (retries >= 0),
    attempt_at timestamptz,
    network_outcome text,
    network_reason text,
    network_detail text,
    acted_at timestamptz,
    settled_at timestamptz,
    notice text not null check (notice in ('none','wanted','written','impossible')),
    notice_way text check (notice_way in ('public','private-reply','message')),
    notice_why text check (notice_why <> ''),
    notice_reply_id uuid,
    review_until timestamptz,
    primary key (authority_id, id),
    unique (authority_id, id, decider),
    foreign key (authority_id, account_id) references account (authority_id, id) on delete cascade,
    foreign key (authority_id, message_id) references message (authority_id, id) on delete set null (message_id),
    foreign key (authority_id, follows) references decision (authority_id, id),
    foreign key (authority_id, notice_reply_id) references reply (authority_id, id)
      on delete set null (notice_reply_id),
    foreign key (authority_id, rule, rule_version) references conversation_rule (authority_id, number, version),
    constraint rule_is_whole check ((rule is null) = (rule_version is null) and (rule is null) = (topic is null)),
    constraint measures_name_a_rule check (action in ('none','answer','escalate') or rule is not null),
    constraint private_is_never_hidden check (not is_private or action not in ('hide','unhide','delete')),
    constraint somebody_or_nobody check (is_automatic = (decided_by is null)),
    constraint by_itself_only_what_goes_back check (not is_automatic or action in ('hide','unblock')),
    constraint taking_back_follows check (action not in ('unhide','unblock') or follows is not null),
    constraint blocks_end check ((action = 'block') = (ends_at is not null)),
    constraint settled_or_open check ((state in ('due','calling')) = (settled_at is null)),
    constraint open_has_a_step check ((state in ('due','calling')) = (step is not null)),
    constraint due_has_its_moment check ((state = 'due') = (next_step_at is not null)),
    constraint calling_is_leased check (state <> 'calling' or lease_until is not null),
    constraint notice_is_explained check ((notice = 'impossible') = (notice_why is not null)),
    constraint notice_goes_some_way check ((notice = 'written') = (notice_way is not null))
  )`,
  `create index decision_open on decision (authority_id, account_id, seq) where state in ('due','calling')`,
  `create index decision_of_message on decision (authority_id, message_id, seq)`,
  `create index decision_of_person on decision (authority_id, person_hash, seq) where person_hash is not null`,
  `create index decision_newest on decision (authority_id, decided_at desc)`,
  `create index decision_block_ends on decision (ends_at) where action = 'block' and state = 'done'`,
  `create index decision_followed on decision (authority_id, follows) where follows is not null`,

  // One for each decision. first_by is bound to who decided by a reference, so that no program can let somebody judge
  // their own decision. contact: sealed. follow: the decision that carries the outcome out.
  `create table decision_review (
    authority_id text not null,
    id uuid not null default gen_random_uuid(),
    decision_id uuid not null,
    first_by text not null,
    asked_at timestamptz not null,
    text text not null check (text <> ''),
    contact bytea,
    due_on text check (due_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    due_at timestamptz,
    outcome text check (outcome in ('upheld','overturned','partly')),
    reason text check (length(btrim(reason)) >= 10),
    decided_by text check (decided_by <> ''),
    decided_at timestamptz,
    follow uuid,
    primary key (authority_id, id),
    unique (authority_id, decision_id),
    foreign key (authority_id, decision_id, first_by) references decision (authority_id, id, decider)
      on delete cascade,
    foreign key (authority_id, follow) references decision (authority_id, id),
    constraint by_another_person check (decided_by is distinct from first_by),
    constraint decided_whole check ((outcome is null) = (reason is null) and (outcome is null) = (decided_by is null)
      and (outcome is null) = (decided_at is null)),
    constraint due_on_a_day check ((due_at is null) = (due_on is null))
  )`,
  `create index decision_review_open on decision_review (authority_id, due_at) where outcome is null`,

  // How often somebody asked: the address is kept as a keyed hash, and only for the hour.
  `create table review_try (
    subject bytea not null,
    hour timestamptz not null,
    count integer not null check (count > 0),
    primary key (subject, hour)
  )`,
];
