import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { SentPost, Staged } from "../channels/channel.ts";
import type { Schema } from "../database/schema.ts";
import type { AccountKey } from "./account-store.ts";
import type { Amending, Wish } from "./amendment.ts";
import { restored } from "./in-a-persons-hands.ts";
import { toStopped } from "./stopped-store.ts";

/** A post on the network with what it is to become. */
export interface AmendingPublication extends Amending {
  authorityId: string;
  accountId: string;
  id: string;
  externalId: string;
  sent: SentPost;
  staged: Staged | undefined;
  firstTriedAt: Date;
  settledAt: Date;
}

const wishes = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("edit"), text: z.string() }),
  z.object({ kind: z.literal("remove") }),
]);

/** The wish a row holds; undefined where there is none. */
export function toWish(wanted: unknown): Wish | undefined {
  return wanted === null || wanted === undefined ? undefined : wishes.parse(wanted);
}

function toAmending(row: Selectable<Schema["publication"]>): AmendingPublication | undefined {
  const wish = toWish(row.wanted);
  const { post, external_id: externalId, settled_at: settledAt } = row;
  if (!wish || !row.wanted_at || !post || externalId === null || settledAt === null) return undefined;
  return {
    authorityId: row.authority_id,
    accountId: row.account_id,
    id: row.id,
    externalId,
    sent: { ...post, format: row.format, marker: row.marker },
    staged: row.staged ?? undefined,
    firstTriedAt: row.first_tried_at ?? settledAt,
    settledAt,
    wish,
    wantedAt: row.wanted_at,
    nextAt: row.amend_next_at,
    retries: row.amend_retries,
    reason: row.amend_reason,
    detail: row.amend_detail,
  };
}

/** The wish on an account's line whose moment came first; undefined when none is due. */
export async function findDueAmendment(
  db: Kysely<Schema>,
  key: AccountKey,
  now: Date,
): Promise<AmendingPublication | undefined> {
  const row = await db
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", key.authorityId)
    .where("account_id", "=", key.accountId)
    .where("amend_next_at", "<=", now)
    .orderBy("amend_next_at")
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  return row && toAmending(row);
}

/** One publication as a wish about it needs it, its row locked; undefined where there is none. */
export async function findForWish(trx: Transaction<Schema>, key: { authorityId: string; id: string }) {
  const row = await trx
    .selectFrom("publication as p")
    .innerJoin("account as a", (join) =>
      join.onRef("a.authority_id", "=", "p.authority_id").onRef("a.id", "=", "p.account_id"),
    )
    .selectAll("p")
    .select("a.channel")
    .where("p.authority_id", "=", key.authorityId)
    .where("p.id", "=", key.id)
    .forUpdate("p")
    .executeTakeFirst();
  return row && { ...toStopped(row), format: row.format, channel: row.channel, standing: toWish(row.wanted) };
}

/**
 * Accounts with a wish that is due and on which nobody works: for the sweep. Whether the line is idle does not matter,
 * since wishes keep no pace.
 */
export async function findAmendingAccounts(db: Kysely<Schema>, now: Date): Promise<AccountKey[]> {
  const { rows } = await sql<{ authority_id: string; id: string }>`
    select a.authority_id, a.id from account a
    where (a.lease_until is null or a.lease_until < clock_timestamp())
      and exists (select from publication p where p.authority_id = a.authority_id and p.account_id = a.id
        and p.amend_next_at <= ${now}::timestamptz)
      and (a.state = 'active' or (a.state in ('resting', 'disconnected') and coalesce(a.rest_until, ${now}) <= ${now}))`.execute(
    db,
  );
  return rows.map((row) => ({ authorityId: row.authority_id, accountId: row.id }));
}

/**
 * Commits a wish; false when the post is not there any more. Its moment is always later than that of the wish it
 * replaces, whatever the clocks say: by it the end of a call for the older one is told from its own.
 */
export async function saveWish(
  trx: Transaction<Schema>,
  key: { authorityId: string; id: string },
  { wish, wantedAt, nextAt }: Amending,
): Promise<boolean> {
  const { rows } = await sql`
    update publication set wanted = ${JSON.stringify(wish)}::jsonb,
      wanted_at = greatest(${wantedAt}::timestamptz, wanted_at + interval '1 millisecond'),
      amend_next_at = ${nextAt}::timestamptz, amend_retries = 0, amend_reason = null, amend_detail = null
    where authority_id = ${key.authorityId} and id = ${key.id}::uuid and state = 'published'
    returning id`.execute(trx);
  return rows.length === 1;
}

/** A wish that came to nothing is dropped: the post stays as it is. False when it held none, or one still under way. */
export async function dropStoppedWish(
  db: Kysely<Schema>,
  key: { authorityId: string; id: string },
): Promise<boolean> {
  const { rows } = await sql`
    update publication set ${withoutWish}
    where authority_id = ${key.authorityId} and id = ${key.id}::uuid and wanted is not null and amend_next_at is null
    returning id`.execute(db);
  return rows.length === 1;
}

export const withoutWish = sql`wanted = null, wanted_at = null, amend_next_at = null, amend_retries = 0,
  amend_reason = null, amend_detail = null`;

/**
 * A backup was put in: a text wanted then may be older than what the post says now, so a person decides. Removals go on,
 * since a post that was not wanted is not wanted.
 */
export async function stopRestoredEdits(trx: Transaction<Schema>): Promise<void> {
  await sql`update publication set amend_next_at = null, amend_reason = ${restored}, amend_detail = null
    where wanted ->> 'kind' = 'edit'`.execute(trx);
}
