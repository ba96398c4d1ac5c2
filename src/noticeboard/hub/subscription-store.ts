import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { busyMs, hubLimits } from "./delivery.ts";
import type { HubRequest } from "./hub-request.ts";

type Db = Kysely<Schema>;

/** Keeps what somebody asks for until the callback confirms it; what is in force stays so until then. */
export async function keepWish(
  db: Db,
  authorityId: string,
  request: Omit<HubRequest, "secret"> & { secret: Buffer | null },
  now: Date,
): Promise<"kept" | "too-many"> {
  const { mode, topic, callback, host, seconds, secret } = request;
  if (mode === "unsubscribe") {
    // Of what is not there nothing is kept, and nobody learns that it is not.
    await sql`update hub_subscription set wanted = ${mode}, wanted_secret = null, wanted_seconds = null, wanted_at = ${now}
      where authority_id = ${authorityId} and topic = ${topic} and callback = ${callback}`.execute(db);
    return "kept";
  }
  const { rows } = await sql`
    insert into hub_subscription (authority_id, topic, callback, host, wanted, wanted_secret, wanted_seconds, wanted_at)
    select ${authorityId}, ${topic}, ${callback}, ${host}, ${mode}, ${secret}::bytea, ${seconds}::int, ${now}::timestamptz
    where exists (select from hub_subscription
        where authority_id = ${authorityId} and topic = ${topic} and callback = ${callback})
      or ((select count(*) from hub_subscription where authority_id = ${authorityId}) < ${hubLimits.ofAuthority}
        and (select count(*) from hub_subscription where host = ${host}) < ${hubLimits.ofHost})
    on conflict (authority_id, topic, callback) do update set wanted = excluded.wanted,
      wanted_secret = excluded.wanted_secret, wanted_seconds = excluded.wanted_seconds, wanted_at = excluded.wanted_at
    returning id`.execute(db);
  return rows.length > 0 ? "kept" : "too-many";
}

/** A wish that one worker has for its term. */
export interface Wish {
  authorityId: string;
  id: string;
  topic: string;
  callback: string;
  mode: HubRequest["mode"];
  seconds: number;
  wantedAt: Date;
}

/**
 * Of a subscription `s`: few calls go to its host now, whoever makes them. Two who take at the same moment do not see each
 * other, so it is a bound for the long run and not for the moment.
 */
const isHostFree = (now: Date) => sql`(select count(*) from hub_subscription b
  where b.host = s.host and b.busy_until > ${now}) < ${hubLimits.callsToHost}`;

export async function takeWish(db: Db, now: Date): Promise<Wish | undefined> {
  const { rows } = await sql<Wish>`
    update hub_subscription set busy_until = ${termFrom(now)}
    where (authority_id, id) = (select authority_id, id from hub_subscription s
      where wanted is not null and (busy_until is null or busy_until <= ${now}) and ${isHostFree(now)}
      order by wanted_at limit 1 for update skip locked)
    returning authority_id as "authorityId", id, topic, callback, wanted as mode,
      coalesce(wanted_seconds, 0) as seconds, wanted_at as "wantedAt"`.execute(db);
  return rows[0];
}

/**
 * A wish that was overtaken by another stays for the next look. One transaction: nobody takes a wish of which it is
 * already known what it came to.
 */
export async function settleWish(
  db: Db,
  wish: Wish,
  end: { kind: "refused" } | { kind: "confirmed"; state: string | null; now: Date },
): Promise<void> {
  const { authorityId, id, mode, seconds, wantedAt } = wish;
  const its = sql`authority_id = ${authorityId} and id = ${id}::uuid`;
  const isSame = sql`${its} and wanted = ${mode} and date_trunc('milliseconds', wanted_at) = ${wantedAt}`;
  const nothingWanted = sql`wanted = null, wanted_secret = null, wanted_seconds = null, wanted_at = null`;
  await db.transaction().execute(async (trx) => {
    await sql`update hub_subscription set busy_until = null where ${its}`.execute(trx);
    if (end.kind === "confirmed" && mode === "subscribe") {
      const until = new Date(end.now.getTime() + seconds * 1000);
      // Who renews has been told what was told.
      await sql`update hub_subscription set secret = wanted_secret, until = ${until},
        told = coalesce(told, ${end.state}), ${nothingWanted} where ${isSame}`.execute(trx);
      return;
    }
    const isOver = end.kind === "confirmed" ? sql`true` : sql`until is null`;
    await sql`delete from hub_subscription where ${isSame} and ${isOver}`.execute(trx);
    await sql`update hub_subscription set ${nothingWanted} where ${isSame}`.execute(trx);
  });
}

/** Subscriptions whose lease is over, and wishes of which nothing became. */
export async function forgetEnded(db: Db, now: Date): Promise<void> {
  await sql`delete from hub_subscription where until <= ${now} and wanted is null`.execute(db);
}

/** The feeds somebody waits for, each with the states that were told of it. */
export async function findTopics(
  db: Db,
  authorityId: string,
  now: Date,
): Promise<{ topic: string; told: string[] }[]> {
  const { rows } = await sql<{ topic: string; told: string[] }>`
    select topic, array_agg(distinct coalesce(told, '')) as told from hub_subscription
    where authority_id = ${authorityId} and until > ${now} group by topic order by topic`.execute(db);
  return rows;
}

/** Everybody who was told another state of a feed is to be told the present one. */
export async function markDue(
  db: Db,
  authorityId: string,
  topic: string,
  state: string,
  now: Date,
): Promise<void> {
  await sql`update hub_subscription set due_at = ${now}, tries = 0
    where authority_id = ${authorityId} and topic = ${topic} and until > ${now}
      and told is distinct from ${state}`.execute(db);
}

/** A delivery that one worker has for its term. */
export interface DueDelivery {
  authorityId: string;
  id: string;
  topic: string;
  callback: string;
  secret: Buffer | null;
  told: string | null;
  tries: number;
  dueAt: Date;
}

export async function takeDelivery(db: Db, now: Date): Promise<DueDelivery | undefined> {
  const { rows } = await sql<DueDelivery>`
    update hub_subscription set busy_until = ${termFrom(now)}
    where (authority_id, id) = (select authority_id, id from hub_subscription s
      where due_at <= ${now} and until > ${now} and (busy_until is null or busy_until <= ${now})
        and ${isHostFree(now)}
      order by due_at limit 1 for update skip locked)
    returning authority_id as "authorityId", id, topic, callback, secret, told, tries, due_at as "dueAt"`.execute(
    db,
  );
  return rows[0];
}

export type DeliveryEnd = { kind: "told"; state: string } | { kind: "again"; at: Date } | { kind: "gone" };

/** What became due meanwhile stays due. */
export async function settleOne(db: Db, one: DueDelivery, end: DeliveryEnd): Promise<void> {
  const its = sql`authority_id = ${one.authorityId} and id = ${one.id}::uuid`;
  switch (end.kind) {
    case "told":
      await sql`update hub_subscription set told = ${end.state}, busy_until = null, tries = 0,
        due_at = case when date_trunc('milliseconds', due_at) = ${one.dueAt} then null else due_at end
        where ${its}`.execute(db);
      return;
    case "again":
      await sql`update hub_subscription set busy_until = null, tries = tries + 1, due_at = ${end.at}
        where ${its}`.execute(db);
      return;
    case "gone":
      await sql`delete from hub_subscription where ${its}`.execute(db);
  }
}

function termFrom(now: Date): Date {
  return new Date(now.getTime() + busyMs);
}
