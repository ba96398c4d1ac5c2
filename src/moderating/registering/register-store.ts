import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { findTimeZone } from "../ruling/rule-version-store.ts";
import { type DayCount, monthLetters, type RegisterEntry, registerEntries } from "./register-entry.ts";

export interface RegisterFilters {
  rule?: number;
  action?: string;
  /** "2026" or "2026-11". */
  period?: string;
}

export interface RegisterPage {
  entries: RegisterEntry[];
  /** Lines that the filters leave. */
  total: number;
  /** What there is to filter by, in the whole register: numbers of rules, actions, and months, the newest first. */
  has: { rules: number[]; actions: string[]; months: string[] };
}

/**
 * A page of the public register: what was taken from people and given back, by rule; never who or what. Filters are
 * applied after the small counts were grouped, so that no filter undoes that. `page` counts from 1.
 */
export async function findRegister(
  db: Kysely<Schema>,
  authorityId: string,
  filters: RegisterFilters = {},
  page: { number: number; size: number } = { number: 1, size: 50 },
): Promise<RegisterPage> {
  const zone = (await findTimeZone(db, authorityId)) ?? "Europe/Rome";
  const { rows } = await sql<DayCount>`
    select to_char(d.decided_at at time zone ${zone}, 'YYYY-MM-DD') as day, d.rule, d.rule_version as version, d.action,
      d.channel, d.is_automatic as "isAutomatic",
      case when r.id is null then 'none' else coalesce(r.outcome, 'open') end as review, count(*)::int as count
    from decision d
    left join decision_review r on r.authority_id = d.authority_id and r.decision_id = d.id
    where d.authority_id = ${authorityId} and d.rule is not null
      and d.action in ('hide','unhide','delete','warn','block','unblock') and d.state = 'done'
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
  const { rule, action, period } = filters;
  const whole = registerEntries(rows);
  const all = whole.filter(
    (entry) =>
      (rule === undefined || entry.rule === rule) &&
      (action === undefined || entry.action === action) &&
      (period === undefined || entry.period.startsWith(period)),
  );
  const from = (page.number - 1) * page.size;
  return { entries: all.slice(from, from + page.size), total: all.length, has: filtersOf(whole) };
}

function filtersOf(entries: readonly RegisterEntry[]): RegisterPage["has"] {
  const each = <T>(of: (entry: RegisterEntry) => T) => [...new Set(entries.map(of))];
  return {
    rules: each(({ rule }) => rule).sort((a, b) => a - b),
    actions: each(({ action }) => action).sort(),
    months: each(({ period }) => period.slice(0, monthLetters))
      .sort()
      .reverse(),
  };
}

export interface ModerationFigures {
  byRule: { rule: number | null; action: string; count: number }[];
  /** Seconds from the message's arrival to the network's "done"; null where nothing was carried out. */
  seenToActedSeconds: { p50: number | null; p90: number | null };
  measures: number;
  reviewed: number;
  overturned: number;
  /** Of what was hidden by itself, and how many of those were taken back since. */
  automatic: { count: number; takenBack: number; precision: number | null };
}

/** What was decided in [from, until), counted. */
export async function figuresOf(
  db: Kysely<Schema>,
  authorityId: string,
  { from, until }: { from: Date; until: Date },
): Promise<ModerationFigures> {
  const within = sql`d.authority_id = ${authorityId} and d.decided_at >= ${from} and d.decided_at < ${until}
    and d.state = 'done'`;
  const byRule = await sql<ModerationFigures["byRule"][number]>`
    select d.rule, d.action, count(*)::int as count from decision d where ${within}
    group by 1, 2 order by 1 nulls last, 2`.execute(db);
  const { rows } = await sql<{
    p50: number | null;
    p90: number | null;
    measures: number;
    reviewed: number;
    overturned: number;
    automatic: number;
    takenBack: number;
  }>`
    select percentile_cont(0.5) within group (order by taken) as p50,
      percentile_cont(0.9) within group (order by taken) as p90, count(*)::int as measures,
      count(review)::int as reviewed, count(*) filter (where outcome in ('overturned','partly'))::int as overturned,
      count(*) filter (where is_automatic)::int as automatic,
      count(*) filter (where is_automatic and is_back)::int as "takenBack"
    from (
      select d.is_automatic, r.id as review, r.outcome,
        extract(epoch from d.acted_at - d.seen_at)::float8 as taken,
        exists (select from decision f where f.authority_id = d.authority_id and f.follows = d.id
          and f.action = 'unhide' and f.state = 'done') as is_back
      from decision d left join decision_review r on r.authority_id = d.authority_id and r.decision_id = d.id
      where ${within} and d.action in ('hide','delete','warn','block')) as measure`.execute(db);
  const [sum] = rows;
  const automatic = sum?.automatic ?? 0;
  const takenBack = sum?.takenBack ?? 0;
  return {
    byRule: byRule.rows,
    seenToActedSeconds: { p50: sum?.p50 ?? null, p90: sum?.p90 ?? null },
    measures: sum?.measures ?? 0,
    reviewed: sum?.reviewed ?? 0,
    overturned: sum?.overturned ?? 0,
    automatic: {
      count: automatic,
      takenBack,
      precision: automatic === 0 ? null : (automatic - takenBack) / automatic,
    },
  };
}
