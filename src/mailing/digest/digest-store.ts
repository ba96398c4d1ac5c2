import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { DigestFigures } from "./digest.ts";

type SharedFigures = Omit<DigestFigures, "own">;

/** What waits in an authority; with how many of those that wait somebody took on, by member. */
export async function readDigest(
  db: Kysely<Schema>,
  authorityId: string,
  { now, dayEndsAt }: { now: Date; dayEndsAt: Date },
): Promise<{ shared: SharedFigures; ownBy: Map<string, number> }> {
  const { rows } = await sql<SharedFigures>`select c.*, p.*,
      (select count(*)::integer from alert where authority_id = ${authorityId} and seen_at is null) as alerts,
      (select count(*)::integer from account
        where authority_id = ${authorityId} and state = 'disconnected') as disconnected,
      (select count(*)::integer from source
        where authority_id = ${authorityId} and stopped_at is null and fault is not null) as "faultySources"
    from (select count(*)::integer as waiting,
        (count(*) filter (where leads_at <= ${now}::timestamptz))::integer as overdue,
        (count(*) filter (where leads_at > ${now}::timestamptz and leads_at <= ${dayEndsAt}::timestamptz))::integer
          as "dueToday"
      from conversation where authority_id = ${authorityId} and ${isWaiting(now)}) as c,
    (select (count(*) filter (where state = 'held'))::integer as held,
        (count(*) filter (where state = 'refused' and reason <> 'discarded'))::integer as refused,
        (count(*) filter (where state = 'unknown'))::integer as uncertain
      from publication where authority_id = ${authorityId} and state in ('held','refused','unknown')) as p`.execute(
    db,
  );
  const [shared] = rows;
  if (!shared) throw new Error("a select of figures gave no row");
  return { shared, ownBy: await countOwn(db, authorityId, now) };
}

/** Whoever is put off until later is not counted. */
const isWaiting = (now: Date) =>
  sql`waiting_since is not null and (snoozed_until is null or snoozed_until <= ${now}::timestamptz)`;

async function countOwn(db: Kysely<Schema>, authorityId: string, now: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ assignee: string; own: number }>`
    select assignee, count(*)::integer as own from conversation
    where authority_id = ${authorityId} and assignee is not null and ${isWaiting(now)} group by assignee`.execute(
    db,
  );
  return new Map(rows.map(({ assignee, own }) => [assignee, own]));
}
