import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { toTodayPublication } from "./publication-columns.ts";
import type { TodayAttempt, TodayPublication } from "./today.ts";

/** The publications of some items, by item; those of an item in the order of their accounts. */
export async function readPublications(
  db: Kysely<Schema>,
  authorityId: string,
  itemIds: string[],
): Promise<Map<string, TodayPublication[]>> {
  const rows = await db
    .selectFrom("publication as p")
    .innerJoin("account as a", (join) =>
      join.onRef("a.authority_id", "=", "p.authority_id").onRef("a.id", "=", "p.account_id"),
    )
    .selectAll("p")
    .select(["a.name as account_name", "a.state as account_state", "a.channel"])
    .where("p.authority_id", "=", authorityId)
    .where("p.item_id", "in", itemIds)
    .orderBy("a.name")
    .orderBy("p.format")
    .execute();
  const found = new Map<string, TodayPublication[]>();
  for (const row of rows) {
    const known = found.get(row.item_id);
    if (known) known.push(toTodayPublication(row));
    else found.set(row.item_id, [toTodayPublication(row)]);
  }
  return found;
}

/** What was done for each, in the order of time: the last `most` steps. */
export async function readSteps(
  db: Kysely<Schema>,
  authorityId: string,
  publicationIds: string[],
  most: number,
): Promise<Map<string, TodayAttempt[]>> {
  const found = new Map<string, TodayAttempt[]>();
  if (publicationIds.length === 0) return found;
  const { rows } = await sql<{
    publication_id: string;
    kind: TodayAttempt["kind"];
    started_at: Date;
    outcome: string | null;
    reason: string | null;
    detail: string | null;
  }>`
    select t.* from unnest(${publicationIds}::uuid[]) as p(id) cross join lateral (
      select publication_id, kind, started_at, outcome, reason, detail from attempt
      where authority_id = ${authorityId} and publication_id = p.id
      order by started_at desc limit ${most}) as t
    order by t.publication_id, t.started_at`.execute(db);
  for (const row of rows) {
    const { kind, outcome, reason, detail } = row;
    const step = { kind, startedAt: row.started_at, outcome, reason, detail };
    const known = found.get(row.publication_id);
    if (known) known.push(step);
    else found.set(row.publication_id, [step]);
  }
  return found;
}
