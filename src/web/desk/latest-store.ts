import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { toTodayPublication } from "./publication-columns.ts";
import type { LatestItem, TodayAttempt } from "./today.ts";

/** Of each publication; what is older is told by the sentence of its state. */
const stepsMost = 12;

/**
 * The newest items that were news, with their publications and the steps taken for each: three queries, each by an
 * index, whatever the number of items the authority has. The archive of a first connection is left out: nobody waits
 * for it.
 */
export async function readLatest(
  db: Kysely<Schema>,
  authorityId: string,
  most: number,
): Promise<LatestItem[]> {
  const items = await db
    .selectFrom("item as i")
    .innerJoin("source as s", (join) =>
      join.onRef("s.authority_id", "=", "i.authority_id").onRef("s.id", "=", "i.source_id"),
    )
    .select(["i.id", "i.kind", "i.title", "i.link", "i.reference", "i.first_seen_at", "s.name"])
    .where("i.authority_id", "=", authorityId)
    .where("i.archived", "=", false)
    .orderBy("i.seq", "desc")
    .limit(most)
    .execute();
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const publications = await readPublications(db, authorityId, ids);
  const publicationIds = publications.map(({ publication }) => publication.id);
  const steps = await readSteps(db, authorityId, publicationIds);
  return items.map((item) => ({
    id: item.id,
    kind: item.kind,
    title: item.title,
    link: item.link,
    reference: item.reference,
    sourceName: item.name,
    seenAt: item.first_seen_at,
    publications: publications
      .filter(({ itemId }) => itemId === item.id)
      .map(({ publication }) => ({ ...publication, steps: steps.get(publication.id) ?? [] })),
  }));
}

async function readPublications(db: Kysely<Schema>, authorityId: string, itemIds: string[]) {
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
    .execute();
  return rows.map((row) => ({ itemId: row.item_id, publication: toTodayPublication(row) }));
}

async function readSteps(
  db: Kysely<Schema>,
  authorityId: string,
  publicationIds: string[],
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
      order by started_at desc limit ${stepsMost}) as t
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
