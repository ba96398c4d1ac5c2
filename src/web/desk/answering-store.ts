import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { type AnsweringCounts, gravestFirst, type OpenAlert } from "./answering.ts";

/** Alerts nobody has taken on, the gravest first; with how many there are beyond `most`. */
export async function findOpenAlerts(
  db: Kysely<Schema>,
  authorityId: string,
  most: number,
): Promise<{ alerts: OpenAlert[]; openAlerts: number }> {
  const rows = await db
    .selectFrom("alert as a")
    .leftJoin("conversation as c", (join) =>
      join.onRef("c.authority_id", "=", "a.authority_id").onRef("c.id", "=", "a.conversation_id"),
    )
    .select(["a.id", "a.kind", "a.conversation_id", "a.message_id", "a.raised_at", "c.person_name"])
    .select(sql<number>`(count(*) over ())::integer`.as("all_open"))
    .where("a.authority_id", "=", authorityId)
    .where("a.seen_at", "is", null)
    .orderBy(sql`array_position(array[${sql.join(gravestFirst)}]::text[], a.kind) asc nulls last`)
    .orderBy("a.raised_at")
    .orderBy("a.id")
    .limit(most)
    .execute();
  const alerts = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    personName: row.person_name,
    raisedAt: row.raised_at,
  }));
  return { alerts, openAlerts: rows[0]?.all_open ?? 0 };
}

/** `dayEndsAt`: when the local day is over. A promise that ends with its day ends at that very moment. */
export async function countAnswering(
  db: Kysely<Schema>,
  authorityId: string,
  { now, dayEndsAt }: { now: Date; dayEndsAt: Date },
): Promise<AnsweringCounts> {
  const { rows } = await sql<AnsweringCounts>`
    select count(*)::integer as waiting,
      (count(*) filter (where leads_at <= ${now}::timestamptz))::integer as overdue,
      (count(*) filter (where leads_at > ${now}::timestamptz and leads_at <= ${dayEndsAt}::timestamptz))::integer
        as "dueToday",
      (count(*) filter (where assignee is null))::integer as unassigned
    from conversation
    where authority_id = ${authorityId} and waiting_since is not null
      and (snoozed_until is null or snoozed_until <= ${now}::timestamptz)`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error("a select of figures gave no row");
  return counts;
}
