import { type Kysely, sql, type Transaction } from "kysely";
import type { RetentionSettings } from "../../authority/retention-settings.ts";
import type { Schema } from "../../database/schema.ts";
import type { Counts } from "./retention.ts";

export interface RunKey {
  authorityId: string;
  /** The day that began with it, on the authority's calendar. */
  night: string;
}

export interface RetentionRun extends RunKey {
  beganAt: Date;
  endedAt: Date | null;
  /** The terms that were applied. */
  months: RetentionSettings;
  counts: Counts;
}

const leaseSeconds = 300;
/** So early nobody writes, and the day has begun in every count of days. */
const beginsAtHour = 1;

const lease = sql<Date>`clock_timestamp() + make_interval(secs => ${leaseSeconds})`;

/** Of an authority as `a`: the day of the night that is, or was the last to be. */
const nightAt = (now: Date) => sql<string>`to_char((${now}::timestamptz
  at time zone coalesce(a.settings ->> 'timeZone', 'Europe/Rome')) - make_interval(hours => ${beginsAtHour}), 'YYYY-MM-DD')`;

const isOpenTo = sql<boolean>`r.ended_at is null and (r.lease_until is null or r.lease_until < clock_timestamp())`;

/** Authorities whose last night nobody has seen to, or whose worker is gone. */
export async function findRetentionDue(db: Kysely<Schema>, now: Date): Promise<{ authorityId: string }[]> {
  const { rows } = await sql<{ authorityId: string }>`
    select a.id as "authorityId" from authority a
    left join retention_run r on r.authority_id = a.id and r.night = ${nightAt(now)}
    where r.night is null or ${isOpenTo} order by a.id`.execute(db);
  return rows;
}

/** Begins the night, or goes on with one that was broken off; undefined when it is over or in other hands. */
export async function takeRetentionRun(
  db: Kysely<Schema>,
  authorityId: string,
  months: RetentionSettings,
  now: Date,
): Promise<RetentionRun | undefined> {
  const { rows } = await sql<RetentionRun>`
    insert into retention_run as r (authority_id, night, began_at, lease_until, months)
    select a.id, ${nightAt(now)}, ${now}, ${lease}, ${JSON.stringify(months)}::jsonb
    from authority a where a.id = ${authorityId}
    on conflict (authority_id, night) do update set lease_until = excluded.lease_until where ${isOpenTo}
    returning ${columns}`.execute(db);
  return rows[0];
}

const columns = sql`r.authority_id as "authorityId", r.night, r.began_at as "beganAt", r.ended_at as "endedAt", r.months,
  r.counts`;

/** Notes what was erased in this very transaction; whoever works is believed in for another term. */
export async function addCounts(
  trx: Transaction<Schema>,
  { authorityId, night }: RunKey,
  counts: Counts,
): Promise<void> {
  await sql`update retention_run set lease_until = ${lease}, counts = counts || coalesce((
      select jsonb_object_agg(key, value::bigint + coalesce((counts ->> key)::bigint, 0))
      from jsonb_each_text(${JSON.stringify(counts)}::jsonb)), '{}')
    where authority_id = ${authorityId} and night = ${night}`.execute(trx);
}

/** Lets somebody else go on with the night. */
export async function leaveRetentionRun(db: Kysely<Schema>, { authorityId, night }: RunKey): Promise<void> {
  await sql`update retention_run set lease_until = null
    where authority_id = ${authorityId} and night = ${night} and ended_at is null`.execute(db);
}

/** Ends the night, once; gives its row as it ended. */
export async function endRetentionRun(
  trx: Transaction<Schema>,
  { authorityId, night }: RunKey,
  now: Date,
): Promise<RetentionRun | undefined> {
  const { rows } = await sql<RetentionRun>`
    update retention_run r set ended_at = ${now}, lease_until = null
    where r.authority_id = ${authorityId} and r.night = ${night} and r.ended_at is null
    returning ${columns}`.execute(trx);
  return rows[0];
}

/** Nights of an authority, the newest first. */
export async function findRetentionRuns(
  db: Kysely<Schema>,
  authorityId: string,
  most: number,
): Promise<RetentionRun[]> {
  const { rows } = await sql<RetentionRun>`
    select ${columns} from retention_run r where r.authority_id = ${authorityId}
    order by r.night desc limit ${most}`.execute(db);
  return rows;
}
