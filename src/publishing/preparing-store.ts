import { type Kysely, sql } from "kysely";
import type { Format, Staged } from "../channels/channel.ts";
import type { Schema } from "../database/schema.ts";
import { type LinePublication, selectWithItem, toLinePublication } from "./line-store.ts";
import { mediaOf, type PreparedMedia } from "./media-of-format.ts";
import type { Publication } from "./publication.ts";
import { assignments } from "./publication-store.ts";

/**
 * A publication taken to be prepared. Its next step stands at `until`, so that nobody else takes it before; whoever
 * still knows that very moment has it, and all others have lost it.
 */
export interface Taken {
  publication: LinePublication;
  until: Date;
}

// What is named later than this was named by a clock that has been put right since: no retry is.
const farthest = sql`interval '25 hours'`;

/** Takes the first that is to be prepared now in one of these formats, on an account that may publish. */
export async function takePreparing(
  db: Kysely<Schema>,
  formats: readonly Format[],
  now: Date,
  until: Date,
): Promise<Taken | undefined> {
  const { rows } = await sql<{ authority_id: string; id: string }>`
    update publication set next_step_at = ${until}::timestamptz
    where (authority_id, id) in (
      select p.authority_id, p.id from publication p
      join account a on a.authority_id = p.authority_id and a.id = p.account_id
      where p.state = 'preparing' and p.format in (${sql.join(formats)})
        and (p.next_step_at <= ${now} or p.next_step_at > ${now}::timestamptz + ${farthest})
        and (a.state = 'active' or (a.state = 'resting' and a.rest_until <= ${now}))
      order by p.next_step_at, p.position limit 1 for update of p skip locked)
    returning authority_id, id`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const taken = await selectWithItem(db)
    .where("p.authority_id", "=", row.authority_id)
    .where("p.id", "=", row.id)
    .executeTakeFirstOrThrow();
  return { publication: toLinePublication(taken), until };
}

type TakenKey = { publication: Pick<LinePublication, "authorityId" | "id">; until: Date };

/** Keeps it for longer, with what has been staged so far. False when it is not ours any more. Bears repetition. */
export async function holdTaken(
  db: Kysely<Schema>,
  { publication, until }: TakenKey,
  next: Date,
  kept?: { staged: Staged; stagedUntil: Date },
): Promise<boolean> {
  const staged = kept
    ? sql`, staged = ${JSON.stringify(kept.staged)}::jsonb, staged_until = ${kept.stagedUntil}::timestamptz`
    : sql``;
  const { rows } = await sql`
    update publication set next_step_at = ${next}::timestamptz ${staged}
    where authority_id = ${publication.authorityId} and id = ${publication.id}::uuid and state = 'preparing'
      and next_step_at in (${until}::timestamptz, ${next}::timestamptz)
    returning id`.execute(db);
  return rows.length === 1;
}

/** Commits what preparing came to. False when it was not ours any more. */
export async function savePrepared(
  db: Kysely<Schema>,
  { publication, until }: TakenKey,
  after: Publication,
): Promise<boolean> {
  const { rows } = await sql`
    update publication set ${assignments(after)}
    where authority_id = ${publication.authorityId} and id = ${publication.id}::uuid and state = 'preparing'
      and next_step_at = ${until}::timestamptz
    returning id`.execute(db);
  return rows.length === 1;
}

/** Of which media something is to be prepared now, on accounts that may publish. */
export async function findMediaToPrepare(db: Kysely<Schema>, now: Date): Promise<PreparedMedia[]> {
  const { rows } = await sql<{ format: Format }>`
    select distinct p.format from publication p
    join account a on a.authority_id = p.authority_id and a.id = p.account_id
    where p.state = 'preparing' and (p.next_step_at <= ${now} or p.next_step_at > ${now}::timestamptz + ${farthest})
      and (a.state = 'active' or (a.state = 'resting' and a.rest_until <= ${now}))`.execute(db);
  return [...new Set(rows.map(({ format }) => mediaOf(format)))];
}
