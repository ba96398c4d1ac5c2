import { type Kysely, sql } from "kysely";

/** Times in which many probable breaches came within minutes. src/moderating/raiding/raid.ts says when they begin and end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // breaches: the most that were counted at once. ended_at null: it goes on; of each authority at most one does.
  `create table raid (
    authority_id text not null references authority on delete cascade,
    id uuid not null default gen_random_uuid(),
    began_at timestamptz not null,
    breaches integer not null check (breaches > 0),
    ended_at timestamptz,
    primary key (authority_id, id),
    constraint ends_after_it_began check (ended_at >= began_at)
  )`,
  `create unique index raid_going_on on raid (authority_id) where ended_at is null`,

  // What counts as a probable breach, whether or not somebody has seen to it.
  `create index message_triage_breach on message_triage (authority_id, judged_at)
     where rule is not null and action in ('hide','delete','escalate') and confidence in ('likely','certain')`,
];
