import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import {
  isObjectedTo,
  knownFacts,
  knownOffice,
  narrowed,
  type Reading,
  shown,
  type Wording,
  worded,
} from "./board-conditions.ts";
import type { Question } from "./question.ts";
import type { ShownItem } from "./shown-item.ts";

type Db = Kysely<Schema>;

const columns = sql`i.seq, i.kind, i.title, i.body as text, i.link, i.reference, ${knownFacts} as facts, i.attachments, i.labels,
  ${knownOffice} as office, i.reading -> 'professions' as professions,
  coalesce(i.published_at, i.first_seen_at) as "shownAt", i.content_hash as version,
  case when life.kind is null then null else jsonb_build_object('kind', life.kind, 'at', life.at) end as "lifeChange",
  coalesce((select max(at) from change c where c.authority_id = i.authority_id and c.item_id = i.id), i.first_seen_at)
    as "changedAt"`;

/** One page of the board, newest first. */
export async function findItems(
  db: Db,
  reading: Reading,
  question: Question,
  how: { wording: Wording; limit: number; offset: number },
): Promise<ShownItem[]> {
  const { rows } = await sql<ShownItem>`select ${columns} ${shown(reading)}
    and ${narrowed(question, reading)} and ${worded(question.search, how.wording)}
    order by i.seq desc limit ${how.limit} offset ${how.offset}`.execute(db);
  return rows.map(withDates);
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
  const { rows } = await sql`select 1 from pg_indexes where indexname = 'item_heading'
    and schemaname = current_schema()`.execute(db);
  return rows.length > 0;
}

/** From 0 to 1; one wrong letter in a word of nine leaves some 0.57, another word of the trade below 0.4. */
const likenessLeast = "0.45";

/** Reads by likeness: how alike words have to be is a setting of the transaction. */
export async function byLikeness<Found>(db: Db, read: (trx: Db) => Promise<Found>): Promise<Found> {
  return await db.transaction().execute(async (trx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${likenessLeast}, true)`.execute(trx);
    return await read(trx);
  });
}

/**
 * Changes whenever something on the board does, but for deadlines that pass. What happened is stamped before it is
 * committed, so what comes late stands before the latest: those of some minutes are counted.
 */
export async function boardVersion(db: Db, authorityId: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws(' ',
    (select max(seq) from item where authority_id = ${authorityId}), latest.at,
    (select count(*) from change where authority_id = ${authorityId} and at > latest.at - interval '10 minutes'),
    (select count(*) from gone_item where authority_id = ${authorityId}),
    (select count(*) from item where authority_id = ${authorityId} and reading is null),
    (select count(*) from publication where authority_id = ${authorityId} and ${isObjectedTo})) as version
    from (select max(at) as at from change where authority_id = ${authorityId}) latest`.execute(db);
  return rows[0]?.version ?? "";
}

/** Moments inside JSON arrive as text. */
function withDates(row: ShownItem): ShownItem {
  const { lifeChange } = row;
  return lifeChange ? { ...row, lifeChange: { ...lifeChange, at: new Date(lifeChange.at) } } : row;
}
