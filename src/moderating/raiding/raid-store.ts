import { type Kysely, sql, type Transaction } from "kysely";
import { moderationSettings } from "../../authority/moderation-settings.ts";
import type { Schema } from "../../database/schema.ts";
import { type BreachCounts, raidChange } from "./raid.ts";

export interface Raid {
  authorityId: string;
  id: string;
  beganAt: Date;
  /** The most that were counted at once. */
  breaches: number;
  endedAt: Date | null;
}

/** An authority that might be raided, as it stands now. */
export interface RaidWatch {
  authorityId: string;
  /** The one that goes on. */
  raidId: string | null;
  /** Probable breaches that people wrote in the last minutes, as the authority counts them. */
  breaches: number;
  /** Of the one that goes on: the most so far. */
  known: number | null;
  /** How many make a raid. */
  threshold: number;
}

const usual = moderationSettings.parse({}).raid;

/** What triage takes for a breach in more than mere doubt. */
const isBreach = sql`t.rule is not null and t.action in ('hide','delete','escalate')
  and t.confidence in ('likely','certain')`;

/** The authority's own minutes and number, or the usual ones. */
const ofSettings = (name: "breaches" | "minutes") =>
  sql`coalesce((a.settings -> 'moderation' -> 'raid' ->> ${name})::integer, ${usual[name]}::integer)`;

/**
 * By when it was written, too: what was heard all at once after an outage was not written at once. When it was judged
 * leads there by the index.
 */
const written = (now: Date) => sql`
  t.authority_id = a.id and ${isBreach}
  and t.judged_at > ${now}::timestamptz - make_interval(mins => ${ofSettings("minutes")})
  and m.sent_at > ${now}::timestamptz - make_interval(mins => ${ofSettings("minutes")}) and m.sent_at <= ${now}`;

/** No more are counted: looked at twice a second, a raid must not slow down what takes it in. */
const countedMost = 1_000;

/** Authorities where a raid goes on, or where enough was written for one. */
export async function findRaidWatches(db: Kysely<Schema>, now: Date): Promise<RaidWatch[]> {
  const { rows } = await sql<RaidWatch>`
    select * from (
      select a.id as "authorityId", r.id as "raidId", r.breaches as known, ${ofSettings("breaches")} as threshold,
        (select count(*)::integer from (select from message_triage t
          join message m on m.authority_id = t.authority_id and m.id = t.message_id
          where ${written(now)} limit ${countedMost}) counted) as breaches
      from authority a left join raid r on r.authority_id = a.id and r.ended_at is null) watch
    where "raidId" is not null or breaches >= threshold`.execute(db);
  return rows;
}

/** Whether a raid begins, grows or has calmed down. */
export async function isRaidChanging(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const watches = await findRaidWatches(db, now);
  return watches.some((one) => raidChange(one) !== undefined || one.breaches > (one.known ?? 0));
}

/** False: one goes on already. */
export async function beginRaid(
  trx: Transaction<Schema>,
  raid: { authorityId: string; id: string; breaches: number; beganAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("raid")
    .values({
      authority_id: raid.authorityId,
      id: raid.id,
      began_at: raid.beganAt,
      breaches: raid.breaches,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.column("authority_id").where("ended_at", "is", null).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False: it had ended already. */
export async function endRaid(
  trx: Transaction<Schema>,
  { authorityId, raidId }: { authorityId: string; raidId: string },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("raid")
    .set({ ended_at: at })
    .where("authority_id", "=", authorityId)
    .where("id", "=", raidId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A raid is as large as it was at its worst. */
export async function noteBreaches(
  db: Kysely<Schema>,
  { authorityId, raidId }: { authorityId: string; raidId: string },
  breaches: number,
): Promise<void> {
  await db
    .updateTable("raid")
    .set({ breaches })
    .where("authority_id", "=", authorityId)
    .where("id", "=", raidId)
    .where("breaches", "<", breaches)
    .execute();
}

/** The raid that goes on at an authority. */
export async function findRaid(db: Kysely<Schema>, authorityId: string): Promise<Raid | undefined> {
  const row = await db
    .selectFrom("raid")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return (
    row && {
      authorityId,
      id: row.id,
      beganAt: row.began_at,
      breaches: row.breaches,
      endedAt: row.ended_at,
    }
  );
}

const repeatedFrom = 3;

interface CountRow extends Omit<BreachCounts, "switchable"> {
  topics: string[] | null;
}

/** What is going on since a moment; `topics`: of what is certain and waits. */
export async function countBreaches(
  db: Kysely<Schema>,
  authorityId: string,
  { since, now }: { since: Date; now: Date },
): Promise<CountRow> {
  const { rows } = await sql<CountRow>`
    with breach as (
      select t.topic, t.action, m.author_id, t.settled_at is null and m.removed_at is null and m.hidden_at is null
          and t.confidence = 'certain' and t.action in ('hide','delete') and not t.needs_person
          and c.kind = 'comment-thread' as is_certain
      from message_triage t
      join message m on m.authority_id = t.authority_id and m.id = t.message_id
      join conversation c on c.authority_id = t.authority_id and c.id = t.conversation_id
      where t.authority_id = ${authorityId} and ${isBreach} and t.judged_at >= ${since}
        and m.sent_at >= ${since} and m.sent_at <= ${now})
    select count(*)::integer as breaches, count(distinct author_id)::integer as people,
      (select count(*)::integer from (select from breach where author_id is not null group by author_id
        having count(*) >= ${repeatedFrom}) often) as repeaters,
      (count(*) filter (where is_certain))::integer as certain,
      (count(*) filter (where action = 'escalate'))::integer as threats,
      array_agg(distinct topic) filter (where is_certain and topic is not null) as topics
    from breach`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error("a select of figures gave no row");
  return counts;
}
