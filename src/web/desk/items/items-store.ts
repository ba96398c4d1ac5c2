import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "../../../database/schema.ts";
import { discarded } from "../../../publishing/in-a-persons-hands.ts";
import { changedParts } from "./corrections.ts";
import type { DeskItem, ListedItem } from "./desk-item.ts";
import { type ItemFilter, patternsOf, type StateGroup } from "./item-filter.ts";

type Listed = Omit<ListedItem, "publications">;

/**
 * Items of these authorities that pass the filter, the newest first; at most `most`, from the end that the filter names.
 * Each authority is walked down from its newest item, so that one page costs what it shows, however many items there
 * are; only a filter that hardly anything passes makes the walk long.
 */
export async function findItems(
  db: Kysely<Schema>,
  authorityIds: readonly string[],
  filter: ItemFilter,
  most: number,
): Promise<Listed[]> {
  if (authorityIds.length === 0) return [];
  const order = filter.after === undefined ? sql`desc` : sql`asc`;
  // One part for each, with its id as a value: joined to a list of ids, the planner takes all for equally large, and for
  // an authority without items walks through those of all others (100 ms with 50,000 items).
  const parts = authorityIds.map(
    (id) => sql`(
    select i.authority_id, i.id, i.seq, i.kind, i.title, i.reference, i.source_id, i.first_seen_at, i.archived
    from item i where i.authority_id = ${id} ${sql.join(conditionsOf(filter, id), sql``)}
    order by i.seq ${order} limit ${most})`,
  );
  const { rows } = await sql<Listed>`
    select i.authority_id as "authorityId", i.id, i.seq::text, i.kind, i.title, i.reference,
      s.name as "sourceName", i.first_seen_at as "seenAt", i.archived as "isArchived"
    from (${sql.join(parts, sql` union all `)}) i
    join source s on s.authority_id = i.authority_id and s.id = i.source_id
    order by i.seq ${order} limit ${most}`.execute(db);
  return filter.after === undefined ? rows : rows.reverse();
}

function conditionsOf(filter: ItemFilter, authorityId: string): RawBuilder<unknown>[] {
  const { kind, source, before, after, state } = filter;
  const conditions = patternsOf(filter.text).map(
    (pattern) => sql` and (i.title ilike ${pattern} or i.reference ilike ${pattern})`,
  );
  if (kind !== undefined) conditions.push(sql` and i.kind = ${kind}`);
  if (source !== undefined) conditions.push(sql` and i.source_id = ${source}`);
  if (before !== undefined) conditions.push(sql` and i.seq < ${before}::bigint`);
  if (after !== undefined) conditions.push(sql` and i.seq > ${after}::bigint`);
  if (state !== undefined) {
    conditions.push(sql` and i.id in (
      select p.item_id from publication p where p.authority_id = ${authorityId} and ${inGroup[state]})`);
  }
  return conditions.length > 0 ? conditions : [sql``];
}

// Written out and not given as values: only so are the partial indexes of what is open and of what is stopped found.
const inGroup: Record<StateGroup, RawBuilder<unknown>> = {
  waiting: sql.raw("p.state in ('planned','preparing','due','sending','processing','waiting')"),
  held: sql.raw("p.state = 'held'"),
  refused: sql.raw(`(p.state = 'refused' and p.reason <> '${discarded}')`),
  uncertain: sql.raw("p.state = 'unknown'"),
  published: sql.raw("p.state = 'published'"),
  removed: sql.raw("p.state = 'removed'"),
  dismissed: sql.raw(`(p.state = 'refused' and p.reason = '${discarded}')`),
};

/** The sources of an authority, for people to choose from. */
export async function findSourceNames(
  db: Kysely<Schema>,
  authorityId: string,
): Promise<{ id: string; name: string }[]> {
  return await db
    .selectFrom("source")
    .select(["id", "name"])
    .where("authority_id", "=", authorityId)
    .orderBy("name")
    .limit(100)
    .execute();
}

type Known = Omit<DeskItem, "publications" | "corrections">;

/** One item; undefined where the authority has none of that id. */
export async function findItem(
  db: Kysely<Schema>,
  key: { authorityId: string; id: string },
): Promise<Known | undefined> {
  const row = await db
    .selectFrom("item as i")
    .innerJoin("source as s", (join) =>
      join.onRef("s.authority_id", "=", "i.authority_id").onRef("s.id", "=", "i.source_id"),
    )
    .selectAll("i")
    .select("s.name as source_name")
    .where("i.authority_id", "=", key.authorityId)
    .where("i.id", "=", key.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, seq, kind, title, reference, link, facts, attachments, labels } = row;
  return {
    ...{ id, seq, kind, title, reference, link, facts, attachments, labels },
    authorityId: row.authority_id,
    text: row.body,
    sourceName: row.source_name,
    seenAt: row.first_seen_at,
    publishedAt: row.published_at,
    isArchived: row.archived,
  };
}

// A portal that changes an item back and forth must not make a page without end.
const correctionsMost = 20;

/** What the portal changed of an item, the newest first. */
export async function findCorrections(
  db: Kysely<Schema>,
  key: { authorityId: string; id: string },
): Promise<DeskItem["corrections"]> {
  const rows = await db
    .selectFrom("change")
    .select(["kind", "at", "before", "after"])
    .where("authority_id", "=", key.authorityId)
    .where("item_id", "=", key.id)
    .orderBy("at", "desc")
    .limit(correctionsMost)
    .execute();
  return rows.map(({ kind, at, before, after }) => ({ kind, at, changed: changedParts(before, after) }));
}
