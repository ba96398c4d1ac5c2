import { type Kysely, sql } from "kysely";

/**
 * How long what people wrote is kept, what each night took away, and what the erasing of one person leaves behind:
 * proof without texts. src/conversing/retaining/ says what goes when, src/conversing/finding-persons/ who is erased how.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // One for each authority and night, so that no two workers keep two accounts of it. months: the terms that were
  // applied; counts: what was erased, by kind, saved in the transaction that erased it. lease_until: by the database's
  // clock; whoever comes after it goes on with the same night.
  `create table retention_run (
    authority_id text not null references authority on delete cascade,
    night text not null check (night ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    began_at timestamptz not null,
    ended_at timestamptz,
    lease_until timestamptz,
    months jsonb not null,
    counts jsonb not null default '{}',
    primary key (authority_id, night),
    constraint under_way_or_ended check (ended_at is null or lease_until is null)
  )`,

  // Whoever upgrades sees what a night would take before one takes it: the night that is now is over for those who are
  // here already.
  `insert into retention_run (authority_id, night, began_at, ended_at, months)
    select a.id, to_char((now() at time zone coalesce(a.settings ->> 'timeZone', 'Europe/Rome'))
      - make_interval(hours => 1), 'YYYY-MM-DD'), now(), now(), '{}' from authority a`,

  // The texts of a decision are emptied after their own term; evidence_hash, rule, action and days stay.
  `alter table decision add column emptied_at timestamptz`,
  `alter table decision add constraint emptied_holds_no_text check (emptied_at is null or evidence is null)`,
  `alter table decision_review alter column text drop not null`,
  `alter table decision_review add constraint open_has_its_text check (text is not null or outcome is not null)`,
  // Each reply that goes is looked for here.
  `create index decision_of_notice on decision (authority_id, notice_reply_id) where notice_reply_id is not null`,

  // Its files are gone; its hash still proves the copy that is in the register.
  `alter table extract add column erased_at timestamptz`,
  `create index extract_of_person on extract using gin (person_ids)`,

  // Events come in the order of time, so that their pages can be told apart by it; a tree would cost each event.
  `create index event_by_age on event using brin (happened_at)`,

  // origin: whether the network told us, or somebody at the desk entered it, with the ground of the law and where the
  // request can be read.
  `alter table deletion_request
     add column origin text not null default 'network' check (origin in ('network','desk')),
     add column ground text check (ground ~ '^[a-z][a-z-]{1,40}$'),
     add column reference text check (reference <> ''),
     add column entered_by text check (entered_by <> ''),
     add constraint desk_says_why check ((origin = 'desk') = (ground is not null)
       and (origin = 'desk') = (entered_by is not null))`,
];
