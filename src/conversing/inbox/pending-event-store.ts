import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { EventKind, EventReading } from "../../channels/conversing.ts";
import type { Schema } from "../../database/schema.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { HandledEvent } from "./message.ts";

/** Moments are texts in JSON. What else is in a reading was checked by the channel that made it. */
const moments = z.looseObject({
  watermark: z.coerce.date().optional(),
  foundAt: z.coerce.date().optional(),
});

/** Nobody is answered for an account that is off: its events wait until it is on again. */
const isListenedTo = sql<boolean>`exists (select 1 from account a where a.authority_id = event.authority_id
  and a.id = event.account_id and a.state <> 'off')`;

/** Accounts with events nobody has handled, those that wait longest first. */
export async function findAccountsWithEvents(db: Kysely<Schema>): Promise<AccountKey[]> {
  const { rows } = await sql<AccountKey>`
    select authority_id as "authorityId", account_id as "accountId" from event
    where handled_at is null and ${isListenedTo} group by 1, 2 order by min(seq)`.execute(db);
  return rows;
}

/** Whether there is anything to handle. */
export async function isEventPending(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom("event")
    .select("id")
    .where("handled_at", "is", null)
    .where(isListenedTo)
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The name of the lock under which an account's events are handled. */
const eventsOf = (key: AccountKey) => `events of ${key.authorityId}/${key.accountId}`;

/** Takes an account's events for this transaction; false when another process has them. */
export async function takeEventsOf(trx: Transaction<Schema>, key: AccountKey): Promise<boolean> {
  const name = eventsOf(key);
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`.execute(trx);
  return rows[0]?.taken === true;
}

/** Takes the events of all of an authority's accounts on a network, one after the other, and waits for who has them. */
export async function waitForEventsOf(
  trx: Transaction<Schema>,
  { authorityId, channel }: { authorityId: string; channel: string },
): Promise<void> {
  const rows = await trx
    .selectFrom("account")
    .select("id")
    .where("authority_id", "=", authorityId)
    .where("channel", "=", channel)
    .orderBy("id")
    .execute();
  for (const { id } of rows) {
    const name = eventsOf({ authorityId, accountId: id });
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
  }
}

/** The oldest events nobody has handled; `most` at most. */
export async function readPendingEvents(
  trx: Transaction<Schema>,
  { authorityId, accountId }: AccountKey,
  most: number,
): Promise<HandledEvent[]> {
  const rows = await trx
    .selectFrom("event")
    .select(["id", "key", "kind", "happened_at", "received_at", "reading"])
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", accountId)
    .where("handled_at", "is", null)
    .orderBy("seq")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    kind: row.kind as EventKind,
    happenedAt: row.happened_at,
    receivedAt: row.received_at,
    reading: moments.parse(row.reading) as EventReading,
  }));
}

/** Done with, for good. `fault`: what kept one from being read into a conversation. */
export async function markHandled(
  trx: Transaction<Schema>,
  authorityId: string,
  ids: readonly string[],
  now: Date,
  fault: string | null = null,
): Promise<void> {
  await sql`update event set handled_at = ${now}, fault = ${fault}
    where authority_id = ${authorityId} and id = any(${ids}::uuid[])`.execute(trx);
}

/** Events of people who had their data erased are not kept. */
export async function dropEvents(
  trx: Transaction<Schema>,
  authorityId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from event where authority_id = ${authorityId} and id = any(${ids}::uuid[])`.execute(trx);
}

/** Which of these posts we were told are removed. */
export async function findRemovedPosts(
  trx: Transaction<Schema>,
  { authorityId, accountId }: AccountKey,
  postIds: readonly string[],
): Promise<Set<string>> {
  if (postIds.length === 0) return new Set();
  const { rows } = await sql<{ postId: string }>`
    select reading ->> 'postId' as "postId" from event
    where authority_id = ${authorityId} and account_id = ${accountId} and kind = 'post-removed'
      and reading ->> 'postId' = any(${postIds}::text[])`.execute(trx);
  return new Set(rows.map(({ postId }) => postId));
}
