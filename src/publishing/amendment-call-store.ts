import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Amended } from "./amendment.ts";
import { type AmendingPublication, withoutWish } from "./amendment-store.ts";

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
