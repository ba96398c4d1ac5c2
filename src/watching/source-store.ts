import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Look, SourceFault, Validators } from "../sources/source.ts";

/** A source as a look needs it. */
export interface WatchedSource {
  authorityId: string;
  id: string;
  kind: string;
  url: string | null;
  settings: unknown;
  everySeconds: number;
  validators: Validators;
  /** When its archive was recorded; null before the first proper look. */
  baselineAt: Date | null;
  /** When a backup was put in, while no look has worked since; null otherwise. */
  restoredAt: Date | null;
  faults: number;
}

export const defaultEverySeconds = 60;

export async function findSource(
  db: Kysely<Schema>,
  authorityId: string,
  id: string,
): Promise<WatchedSource | undefined> {
  const row = await db
    .selectFrom("source")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .where("stopped_at", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    authorityId,
    id,
    kind: row.kind,
    url: row.url,
    settings: row.settings,
    everySeconds: row.every_seconds ?? defaultEverySeconds,
    validators: { etag: row.etag ?? undefined, lastModified: row.last_modified ?? undefined },
    baselineAt: row.baseline_at,
    restoredAt: row.restored_at,
    faults: row.faults,
  };
}

/**
 * Takes the sources whose time has come and moves their next look one interval on, in one statement: of several
 * workers that ask at once, each source is given to one. A last look that lies in the future was made before the clock
 * was set back: such a source is looked at now, since its next look was named by the wrong clock too.
 */
export async function takeDueSources(
  trx: Transaction<Schema>,
  now: Date,
  most: number,
): Promise<{ authorityId: string; sourceId: string }[]> {
  const { rows } = await sql<{ authority_id: string; id: string }>`
    update source set last_look_at = case when last_look_at > ${now}::timestamptz then ${now}::timestamptz else last_look_at end,
      next_look_at = ${now}::timestamptz + make_interval(secs => coalesce(every_seconds, ${defaultEverySeconds}))
    where (authority_id, id) in (
      select authority_id, id from source
      where (next_look_at <= ${now} or last_look_at > ${now}::timestamptz + interval '1 minute')
        and stopped_at is null and kind <> 'push'
      order by next_look_at limit ${most} for update skip locked)
    returning authority_id, id`.execute(trx);
  return rows.map((row) => ({ authorityId: row.authority_id, sourceId: row.id }));
}

/**
 * Notes a look that worked; `foundNew` moves the moment by which a silent source is recognised. What it found new is
 * recorded by then, in the same transaction, so a restored source is from now on one like any other; so it is when the
 * source says that nothing has changed since the backup.
 */
export async function noteGoodLook(
  db: Kysely<Schema>,
  source: WatchedSource,
  look: Exclude<Look, { kind: "fault" }>,
  now: Date,
  foundNew: boolean,
): Promise<void> {
  await db
    .updateTable("source")
    .set({
      etag: look.validators.etag ?? null,
      last_modified: look.validators.lastModified ?? null,
      last_look_at: now,
      last_good_at: now,
      faults: 0,
      fault: null,
      fault_detail: null,
      fault_since: null,
      restored_at: null,
      ...(look.kind === "found"
        ? { baseline_at: source.baselineAt ?? now, mended: JSON.stringify(look.mended) }
        : {}),
      ...(foundNew ? { last_new_at: now } : {}),
    })
    .where("authority_id", "=", source.authorityId)
    .where("id", "=", source.id)
    .execute();
}

/** Why a look gave nothing: what the source said of it, or "unexplained" for a fault of ours. */
export interface NotedFault {
  fault: SourceFault | "unexplained";
  detail: string;
}

/** Notes a look that gave nothing. The next one is no earlier than `nextLookAt`. */
export async function noteFault(
  db: Kysely<Schema>,
  source: WatchedSource,
  fault: NotedFault,
  now: Date,
  nextLookAt: Date,
): Promise<void> {
  await db
    .updateTable("source")
    .set((eb) => ({
      last_look_at: now,
      faults: eb("faults", "+", 1),
      fault: fault.fault,
      fault_detail: fault.detail,
      fault_since: eb.fn.coalesce("fault_since", eb.val(now)),
      next_look_at: nextLookAt,
    }))
    .where("authority_id", "=", source.authorityId)
    .where("id", "=", source.id)
    .execute();
}
