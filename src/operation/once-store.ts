import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import { defaultEverySeconds } from "../watching/source-store.ts";

export interface SourceKey {
  authorityId: string;
  sourceId: string;
}

/** Takes every source that is looked at, due or not, and moves its next look one interval on. */
export async function takeAllSources(db: Kysely<Schema>, now: Date): Promise<SourceKey[]> {
  const { rows } = await sql<{ authority_id: string; id: string }>`
    update source set next_look_at = ${now}::timestamptz + make_interval(secs => coalesce(every_seconds, ${defaultEverySeconds}))
    where stopped_at is null and kind <> 'push' returning authority_id, id`.execute(db);
  return rows
    .map((row) => ({ authorityId: row.authority_id, sourceId: row.id }))
    .sort((a, b) => a.authorityId.localeCompare(b.authorityId) || a.sourceId.localeCompare(b.sourceId));
}

/** An account on whose line something is still open. */
export interface OpenLine {
  authorityId: string;
  accountId: string;
  open: number;
  /** The earliest moment anything on it is due; undefined while a call is under way only. */
  nextStepAt: Date | undefined;
  /** Until when nothing can move: the account rests, or its pace allows nothing. */
  idleUntil: Date | undefined;
}

/** The lines with something open, accounts that are off left out. */
export async function findOpenLines(db: Kysely<Schema>): Promise<OpenLine[]> {
  const { rows } = await sql<{
    authority_id: string;
    id: string;
    open: string;
    next_step_at: Date | null;
    idle_until: Date | null;
  }>`
    select a.authority_id, a.id, count(*) as open, min(coalesce(p.amend_next_at, p.next_step_at)) as next_step_at,
      greatest(case when a.state = 'active' then null else a.rest_until end, a.idle_until) as idle_until
    from account a join publication p on p.authority_id = a.authority_id and p.account_id = a.id
    where a.state <> 'off' and (p.amend_next_at is not null
      or p.state in ('planned','preparing','due','waiting','sending','processing','unknown'))
    group by a.authority_id, a.id order by a.authority_id, a.id`.execute(db);
  return rows.map((row) => ({
    authorityId: row.authority_id,
    accountId: row.id,
    open: Number(row.open),
    nextStepAt: row.next_step_at ?? undefined,
    idleUntil: row.idle_until ?? undefined,
  }));
}

/** What stands in the whole installation: for the summary of a pass. */
export interface Totals {
  published: number;
  held: number;
  refused: number;
  disconnected: number;
}

export async function countTotals(db: Kysely<Schema>): Promise<Totals> {
  const { rows } = await sql<Record<keyof Totals, string>>`
    select count(*) filter (where state = 'published') as published, count(*) filter (where state = 'held') as held,
      count(*) filter (where state = 'refused' and reason <> 'discarded') as refused,
      (select count(*) from account where state = 'disconnected') as disconnected
    from publication`.execute(db);
  const row = rows[0];
  return {
    published: Number(row?.published),
    held: Number(row?.held),
    refused: Number(row?.refused),
    disconnected: Number(row?.disconnected),
  };
}
