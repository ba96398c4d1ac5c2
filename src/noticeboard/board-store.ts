import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { ItemKind } from "../watching/found-item.ts";
import { type Contract, contractPatterns, contracts } from "./contract.ts";
import { fold } from "./fold.ts";
import type { Question } from "./question.ts";
import type { ShownItem } from "./shown-item.ts";
import { soonDays } from "./standing.ts";

/** Whose board, and when it is read. */
export interface Reading {
  authorityId: string;
  timeZone: string;
  now: Date;
}

type Db = Kysely<Schema>;

/**
 * Items an authority shows: not withdrawn, and not held back by a person's or a rule's objection. What is held for
 * being many at once, or after a restore, is public all the same: only its posts wait.
 */
const shown = ({ authorityId, timeZone, now }: Reading) => sql`
  from item i
  left join lateral (select c.kind, c.at from change c
    where c.authority_id = i.authority_id and c.item_id = i.id
      and c.kind in ('extended','closed','reopened','withdrawn','expired')
    order by c.at desc limit 1) life on true
  cross join lateral (select item_closes_at(i.facts ->> 'deadline', ${timeZone}) as closes_at) closing
  cross join lateral (select coalesce(life.kind, '') not in ('closed','expired')
    and (closes_at is null or closes_at > ${now}) as is_open) standing
  where i.authority_id = ${authorityId} and life.kind is distinct from 'withdrawn'
    and not exists (select 1 from publication p where p.authority_id = i.authority_id and p.item_id = i.id
      and p.state = 'held' and p.reason not in ('flood','restored'))`;

const columns = sql`i.seq, i.kind, i.title, i.body as text, i.link, i.reference, i.facts, i.attachments, i.labels,
  coalesce(i.published_at, i.first_seen_at) as "shownAt", i.content_hash as version,
  case when life.kind is null then null else jsonb_build_object('kind', life.kind, 'at', life.at) end as "lifeChange",
  coalesce((select max(at) from change c where c.authority_id = i.authority_id and c.item_id = i.id), i.first_seen_at)
    as "changedAt"`;

function soonUntil(now: Date): Date {
  return new Date(now.getTime() + (soonDays + 1) * 86_400_000);
}

/** The conditions of a question besides its words. */
function narrowed({ kind, place, contract, state }: Question, now: Date): RawBuilder<unknown> {
  const conditions = [
    ...(kind ? [sql`i.kind = ${kind}`] : []),
    ...(place ? [sql`lower(btrim(i.facts ->> 'place')) = lower(${place})`] : []),
    ...(contract ? [sql`(i.facts ->> 'contract') ~* ${contractPatterns[contract]}`] : []),
    ...inState(state, now),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function inState(state: Question["state"], now: Date): RawBuilder<unknown>[] {
  if (state === "all") return [];
  if (state === "open") return [sql`is_open`];
  return [sql`is_open and closes_at <= ${soonUntil(now)}`];
}

/** How the words of a question are looked for: as they are, or by their likeness. */
export type Wording = "exact" | "alike";

/** From 0 to 1; one wrong letter in a word of nine leaves some 0.57, another word of the trade below 0.4. */
const likenessLeast = 0.45;

function worded(search: string, wording: Wording): RawBuilder<unknown> {
  const words = fold(search);
  if (words.trim() === "") return sql`true`;
  if (wording === "alike") {
    // Each word for itself, so that one that is written well does not carry the others along.
    const each = words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);
    if (each.length === 0) return sql`false`;
    return sql.join(
      each
        .slice(0, 8)
        .map((word) => sql`word_similarity(${word}, item_heading(i.title, i.facts)) >= ${likenessLeast}`),
      sql` and `,
    );
  }
  return sql`item_words(i.title, i.body, i.reference, i.facts) @@ websearch_to_tsquery('pg_catalog.italian', ${words})`;
}

/** One page of the board, newest first. */
export async function findItems(
  db: Db,
  reading: Reading,
  question: Question,
  how: { wording: Wording; limit: number; offset: number },
): Promise<ShownItem[]> {
  const { rows } = await sql<ShownItem>`select ${columns} ${shown(reading)}
    and ${narrowed(question, reading.now)} and ${worded(question.search, how.wording)}
    order by i.seq desc limit ${how.limit} offset ${how.offset}`.execute(db);
  return rows.map(withDates);
}

/** How many items a question finds in each state, and by what they can be told apart. */
export interface BoardCounts {
  states: Record<Question["state"], number>;
  kinds: Map<ItemKind, number>;
  /** The places with the most items, as items name them. */
  places: { name: string; count: number }[];
  contracts: Map<Contract, number>;
}

const placesMax = 80;

/**
 * Counts for the filters of a question: of each filter as if it were not chosen would cost a walk for each, so kinds,
 * places and contracts are counted among what the words and the state leave.
 */
export async function countItems(
  db: Db,
  reading: Reading,
  question: Question,
  wording: Wording,
): Promise<BoardCounts> {
  const { now } = reading;
  const { rows } = await sql<{ what: string; name: string; count: number }>`
    with found as materialized (
      select i.kind, btrim(i.facts ->> 'place') as place, i.facts ->> 'contract' as contract, is_open,
        is_open and closes_at <= ${soonUntil(now)} as is_soon, closes_at, ${narrowed({ ...question, state: "all" }, now)} as fits
      ${shown(reading)} and ${worded(question.search, wording)}),
    here as (select * from found where ${question.state === "all" ? sql`true` : question.state === "open" ? sql`is_open` : sql`is_soon`})
    select 'state' as what, name, count::int from (
      select count(*) filter (where fits and is_open) as open, count(*) filter (where fits and is_soon) as soon,
        count(*) filter (where fits) as "all" from found) n,
      lateral (values ('open', n.open), ('soon', n.soon), ('all', n."all")) v (name, count)
    union all select 'kind', kind, count(*)::int from here group by kind
    union all (select 'place', min(place), count(*)::int from here
      where place <> '' group by lower(place) order by count(*) desc limit ${placesMax})
    union all ${sql.join(
      contracts.map(
        (each) =>
          sql`select 'contract', ${each}, count(*)::int from here where contract ~* ${contractPatterns[each]}`,
      ),
      sql` union all `,
    )}`.execute(db);
  const of = (what: string) => rows.filter((row) => row.what === what && row.count > 0);
  const number = (state: string) =>
    rows.find((row) => row.what === "state" && row.name === state)?.count ?? 0;
  return {
    states: { open: number("open"), soon: number("soon"), all: number("all") },
    kinds: new Map(of("kind").map(({ name, count }) => [name as ItemKind, count])),
    places: of("place")
      .map(({ name, count }) => ({ name, count }))
      .sort((a, b) => a.name.localeCompare(b.name, "it")),
    contracts: new Map(of("contract").map(({ name, count }) => [name as Contract, count])),
  };
}

/** One item by its number; "gone" where it was here once. */
export async function findItem(
  db: Db,
  reading: Reading,
  seq: string,
): Promise<ShownItem | "gone" | undefined> {
  const { rows } =
    await sql<ShownItem>`select ${columns} ${shown(reading)} and i.seq = ${seq}::bigint`.execute(db);
  const [row] = rows;
  if (row) return withDates(row);
  const { rows: left } = await sql`
    select 1 from gone_item where authority_id = ${reading.authorityId} and seq = ${seq}::bigint
    union all select 1 from item i join change c on c.authority_id = i.authority_id and c.item_id = i.id
    where i.authority_id = ${reading.authorityId} and i.seq = ${seq}::bigint and c.kind = 'withdrawn'
    limit 1`.execute(db);
  return left.length > 0 ? "gone" : undefined;
}

/** Whether words with typing errors can be looked for in this database. */
export async function knowsLikeness(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'pg_trgm'`.execute(db);
  return rows.length > 0;
}

/** Moments inside JSON arrive as text. */
function withDates(row: ShownItem): ShownItem {
  const { lifeChange } = row;
  return lifeChange ? { ...row, lifeChange: { ...lifeChange, at: new Date(lifeChange.at) } } : row;
}
