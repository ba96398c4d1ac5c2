import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { SentPost, Staged } from "../channels/channel.ts";
import type { Schema } from "../database/schema.ts";
import type { AccountKey } from "./account-store.ts";
import type { Amended, Amending, Wish } from "./amendment.ts";
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

const withoutWish = sql`wanted = null, wanted_at = null, amend_next_at = null, amend_retries = 0,
  amend_reason = null, amend_detail = null`;

/**
 * The row of a call is written before it; calls that an ended process left open are closed. Refused (false) without a
 * living lease, and when the wish is not this one any more: a newer one is due at once.
 */
export async function beginAmendment(
  db: Kysely<Schema>,
  { authorityId, id, wish, wantedAt }: AmendingPublication,
  attempt: { id: string; leaseToken: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    with left_open as (
      update attempt set finished_at = ${attempt.now}::timestamptz, outcome = 'unknown', reason = 'interrupted'
      where authority_id = ${authorityId} and publication_id = ${id}::uuid and kind in ('edit', 'remove')
        and finished_at is null and id <> ${attempt.id}::uuid)
    insert into attempt (authority_id, id, publication_id, kind, started_at)
      select p.authority_id, ${attempt.id}::uuid, p.id, ${wish.kind}, ${attempt.now}::timestamptz
      from publication p join account a on a.authority_id = p.authority_id and a.id = p.account_id
      where p.authority_id = ${authorityId} and p.id = ${id}::uuid and p.wanted_at = ${wantedAt}::timestamptz
        and a.lease_token = ${attempt.leaseToken}::uuid and a.lease_until > clock_timestamp()
    on conflict (authority_id, id) do update set started_at = excluded.started_at
    returning id`.execute(db);
  return rows.length === 1;
}

/**
 * When the last edit began that was for an older wish and whose end nobody knows: it may still act, and would undo a
 * newer one.
 */
export async function lastUncertainEditAt(
  db: Kysely<Schema>,
  { authorityId, id, wantedAt }: AmendingPublication,
  attemptId: string,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom("attempt")
    .select((eb) => eb.fn.max("started_at").as("at"))
    .where("authority_id", "=", authorityId)
    .where("publication_id", "=", id)
    .where("kind", "=", "edit")
    .where("id", "<>", attemptId)
    .where("started_at", "<=", wantedAt)
    .where((eb) => eb.or([eb("outcome", "is", null), eb("outcome", "in", ["unknown", "retry"])]))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** The end of a call, to be committed. */
export interface AmendmentEnd {
  of: AmendingPublication;
  attemptId: string;
  after: Amended;
  outcome: string;
  reason: string | null;
  detail: string | null;
  now: Date;
}

/**
 * Commits what a call came to. It counts for the wish it was made for: a newer one stays. Only that the post is gone
 * counts in any case. Bears being carried out twice.
 */
export async function saveAmended(db: Kysely<Schema>, end: AmendmentEnd): Promise<void> {
  const { of, after, now } = end;
  const isOurs = sql`wanted_at = ${of.wantedAt}::timestamptz`;
  await sql`
    with ended as (
      update attempt set finished_at = ${now}::timestamptz, outcome = ${end.outcome}, reason = ${end.reason},
        detail = ${end.detail}
      where authority_id = ${of.authorityId} and id = ${end.attemptId}::uuid
        and (finished_at is null or reason = 'interrupted'))
    update publication set ${settling(after, of, now)}
    where authority_id = ${of.authorityId} and id = ${of.id}::uuid and state = 'published'
      and (${after.kind === "removed"} or ${isOurs})`.execute(db);
}

function settling(after: Amended, { wish }: AmendingPublication, now: Date) {
  switch (after.kind) {
    case "removed":
      return sql`state = 'removed', removed_at = ${now}::timestamptz, ${withoutWish}`;
    case "edited":
      return wish.kind === "edit"
        ? sql`amended_at = ${now}::timestamptz, post = jsonb_set(post, '{text}', to_jsonb(${wish.text}::text)), ${withoutWish}`
        : withoutWish;
    case "open": {
      const { nextAt, retries, reason, detail } = after.amending;
      return sql`amend_next_at = ${nextAt}::timestamptz, amend_retries = ${retries}, amend_reason = ${reason},
        amend_detail = ${detail}`;
    }
  }
}

/**
 * A backup was put in: a text wanted then may be older than what the post says now, so a person decides. Removals go on,
 * since a post that was not wanted is not wanted.
 */
export async function stopRestoredEdits(trx: Transaction<Schema>): Promise<void> {
  await sql`update publication set amend_next_at = null, amend_reason = ${restored}, amend_detail = null
    where wanted ->> 'kind' = 'edit'`.execute(trx);
}
