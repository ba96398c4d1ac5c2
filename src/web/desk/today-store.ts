import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { type AccountHealth, allMissing, readHealth, troublesIn } from "../../connecting/account-health.ts";
import type { Schema } from "../../database/schema.ts";
import { discarded } from "../../publishing/in-a-persons-hands.ts";
import { toTodayPublication } from "./publication-columns.ts";
import {
  type HeldTogether,
  reasonsTogether,
  type Stopped,
  type StoppedItem,
  type TodayAccount,
  type TodayCounts,
  type TodaySource,
} from "./today.ts";

/** The figures of one authority; each is answered by an index whose size is what it counts. */
export async function countToday(
  db: Kysely<Schema>,
  authorityId: string,
  dayBeganAt: Date,
): Promise<TodayCounts> {
  const { rows } = await sql<Record<keyof TodayCounts, number>>`
    select
      (select count(*)::integer from account a cross join lateral (
        select 1 from publication p where p.authority_id = a.authority_id and p.account_id = a.id
          and p.state = 'published' and p.settled_at >= ${dayBeganAt}::timestamptz) as told
        where a.authority_id = ${authorityId}) as published,
      (select count(*)::integer from publication where authority_id = ${authorityId}
        and state in ('planned','preparing','due','waiting','sending','processing')) as open,
      (select count(*)::integer from publication where authority_id = ${authorityId}
        and state = 'unknown') as unknown,
      (select count(*)::integer from publication where authority_id = ${authorityId}
        and state = 'held') as held,
      (select count(*)::integer from publication where authority_id = ${authorityId}
        and state = 'refused' and reason <> 'discarded') as refused`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error("a select of figures gave no row");
  return counts;
}

/** No list of what waits is longer: whoever has more looks at the first ones and at the figure. */
const stoppedMost = 20;

/** `uncertainBefore` and `lateBefore`: since when it has been so to count as long. */
export async function readStopped(
  db: Kysely<Schema>,
  authorityId: string,
  since: { uncertainBefore: Date; lateBefore: Date },
): Promise<Stopped> {
  const base = () => selectStopped(db, authorityId);
  const [together, held, refused, uncertain, late, wishes] = await Promise.all([
    readTogether(db, authorityId),
    base()
      .where("p.state", "=", "held")
      .where("p.reason", "not in", reasonsTogether)
      .orderBy("p.position")
      .execute(),
    base()
      .where("p.state", "=", "refused")
      .where("p.reason", "<>", discarded)
      .orderBy("p.settled_at", "desc")
      .execute(),
    base()
      .where("p.state", "=", "unknown")
      .where("p.uncertain_since", "<", since.uncertainBefore)
      .orderBy("p.position")
      .execute(),
    base()
      .where("p.state", "=", "due")
      .where("p.retries", ">", 0)
      .where("p.first_tried_at", "<", since.lateBefore)
      .orderBy("p.position")
      .execute(),
    readWishes(db, authorityId, since.lateBefore),
  ]);
  return {
    together,
    held: held.map(toStopped),
    refused: refused.map(toStopped),
    uncertain: uncertain.map(toStopped),
    late: late.map(toStopped),
    ...wishes,
  };
}

async function readWishes(
  db: Kysely<Schema>,
  authorityId: string,
  lateBefore: Date,
): Promise<Pick<Stopped, "wishesStopped" | "wishesLate">> {
  const wanted = () => selectStopped(db, authorityId).orderBy("p.wanted_at");
  const [stopped, late] = await Promise.all([
    wanted().where("p.wanted", "is not", null).where("p.amend_next_at", "is", null).execute(),
    wanted()
      .where("p.amend_next_at", "is not", null)
      .where("p.amend_retries", ">", 0)
      .where("p.wanted_at", "<", lateBefore)
      .execute(),
  ]);
  return { wishesStopped: stopped.map(toStopped), wishesLate: late.map(toStopped) };
}

async function readTogether(db: Kysely<Schema>, authorityId: string): Promise<HeldTogether[]> {
  const { rows } = await sql<Omit<HeldTogether, "shown">>`
    select reason, count(distinct item_id)::integer as items, count(*)::integer as publications from publication
    where authority_id = ${authorityId} and state = 'held' and reason in (${sql.join(reasonsTogether)})
    group by reason`.execute(db);
  const groups: HeldTogether[] = [];
  for (const row of rows) {
    const held = selectStopped(db, authorityId)
      .where("p.state", "=", "held")
      .where("p.reason", "=", row.reason);
    groups.push({ ...row, shown: (await held.orderBy("p.position").execute()).map(toStopped) });
  }
  return groups;
}

function selectStopped(db: Kysely<Schema>, authorityId: string) {
  return db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.authority_id", "=", "p.authority_id").onRef("i.id", "=", "p.item_id"),
    )
    .innerJoin("account as a", (join) =>
      join.onRef("a.authority_id", "=", "p.authority_id").onRef("a.id", "=", "p.account_id"),
    )
    .selectAll("p")
    .select(["a.name as account_name", "a.state as account_state", "a.channel", "i.title", "i.link"])
    .select(sql<string | null>`i.facts ->> 'deadline'`.as("deadline"))
    .where("p.authority_id", "=", authorityId)
    .limit(stoppedMost);
}

type StoppedRow =
  ReturnType<typeof selectStopped> extends SelectQueryBuilder<infer _D, infer _T, infer Row> ? Row : never;

function toStopped(row: StoppedRow): StoppedItem {
  return { ...toTodayPublication(row), title: row.title, link: row.link, deadline: row.deadline };
}

// An authority has a handful of each; more than this is somebody's mistake and must not become a page without end.
const placesMost = 100;

export async function readSources(db: Kysely<Schema>, authorityId: string): Promise<TodaySource[]> {
  const rows = await db
    .selectFrom("source")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .orderBy("name")
    .limit(placesMost)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    url: row.url,
    lastLookAt: row.last_look_at,
    lastNewAt: row.last_new_at,
    nextLookAt: row.next_look_at,
    fault: row.fault,
    faultDetail: row.fault_detail,
    faultSince: row.fault_since,
    faults: row.faults,
    mended: row.mended,
    isStopped: row.stopped_at !== null,
  }));
}

/** Without their secrets, which a page has no business with. */
export async function readAccounts(db: Kysely<Schema>, authorityId: string): Promise<TodayAccount[]> {
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "channel", "state", "rest_until", "reason", "detail", "since"])
    .select(["last_published_at", "health"])
    .where("authority_id", "=", authorityId)
    .orderBy("name")
    .limit(placesMost)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    channel: row.channel,
    state: row.state,
    restUntil: row.rest_until,
    reason: row.reason,
    detail: row.detail,
    since: row.since,
    lastPublishedAt: row.last_published_at,
    seen: seenIn(readHealth(row.health)),
  }));
}

function seenIn(health: AccountHealth): TodayAccount["seen"] {
  return { troubles: troublesIn(health), missing: allMissing(health).length };
}
