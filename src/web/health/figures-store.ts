import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";

/** What the metrics say of the database, over all authorities of the installation. */
export interface Figures {
  publications: { state: string; count: number }[];
  attempts: { kind: string; outcome: string; count: number }[];
  accounts: { state: string; count: number }[];
  jobs: { name: string; count: number }[];
  faultySources: number;
  /** 0 when nothing waits. */
  oldestDueSeconds: number;
}

const dayMs = 86_400_000;

export async function readFigures(db: Kysely<Schema>, now: Date): Promise<Figures> {
  const count = sql<number>`count(*)::integer`;
  const [told, attempts, accounts, faulty, oldest, jobs] = await Promise.all([
    db
      .selectFrom("publication")
      // What a person dismissed is no refusal to be alarmed about.
      .select([
        sql<string>`case when state = 'refused' and reason = 'discarded' then reason else state end`.as(
          "told",
        ),
        count.as("count"),
      ])
      .groupBy("told")
      .execute(),
    db
      .selectFrom("attempt")
      .select(["kind", sql<string>`coalesce(outcome, 'under way')`.as("outcome"), count.as("count")])
      .where("started_at", ">", new Date(now.getTime() - dayMs))
      .groupBy(["kind", "outcome"])
      .execute(),
    db
      .selectFrom("account")
      .select(["state", count.as("count")])
      .groupBy("state")
      .execute(),
    db
      .selectFrom("source")
      .select(count.as("count"))
      .where("fault", "is not", null)
      .where("stopped_at", "is", null)
      .executeTakeFirstOrThrow(),
    oldestDue(db, now),
    waitingJobs(db),
  ]);
  const publications = told.map((row) => ({ state: row.told, count: row.count }));
  return { publications, attempts, accounts, jobs, faultySources: faulty.count, oldestDueSeconds: oldest };
}

/** Only on accounts that may publish: an account at rest is another figure. */
async function oldestDue(db: Kysely<Schema>, now: Date): Promise<number> {
  const row = await db
    .selectFrom("publication as p")
    .innerJoin("account as a", (join) =>
      join.onRef("a.authority_id", "=", "p.authority_id").onRef("a.id", "=", "p.account_id"),
    )
    .select((eb) => eb.fn.min("p.next_step_at").as("at"))
    .where("p.state", "in", ["planned", "preparing", "due", "waiting"])
    .where("p.next_step_at", "<=", now)
    .where("a.state", "=", "active")
    .executeTakeFirst();
  return row?.at ? Math.max((now.getTime() - row.at.getTime()) / 1000, 0) : 0;
}

/** The queue counts its own jobs every half minute; a database whose queue was never opened has none. */
async function waitingJobs(db: Kysely<Schema>): Promise<Figures["jobs"]> {
  const { rows: there } = await sql<{ there: boolean }>`
    select to_regclass('pgboss.queue') is not null as there`.execute(db);
  if (there[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string; count: number }>`
    select name, queued_count::integer as count from pgboss.queue`.execute(db);
  return rows;
}
