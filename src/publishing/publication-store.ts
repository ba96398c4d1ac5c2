import { type Kysely, sql } from "kysely";
import { kept } from "../database/kept-statement.ts";
import type { Schema, StoredPost } from "../database/schema.ts";
import type { LinePublication } from "./line-store.ts";
import type { Publication } from "./publication.ts";

/** A claim to be committed: the row becomes "sending" and its attempt is written. */
export interface Claim {
  before: LinePublication;
  after: Publication;
  post: StoredPost;
  leaseToken: string;
  now: Date;
}

/**
 * Commits a claim, in one statement and only while we hold the account's lease. False when a person or another worker
 * was faster.
 */
export async function saveClaim(db: Kysely<Schema>, claim: Claim): Promise<boolean> {
  const { rows } = await sql`${kept}
    with claimed as (${claiming(claim)})
    ${notingAttempt(claim)} returning id`.execute(db);
  return rows.length === 1;
}

/** Bears being carried out twice: a claim of this very attempt is ours, whatever became of the answer to it. */
function claiming({ before, after, post, leaseToken }: Claim) {
  return sql`
    update publication p set state = ${after.state}, next_step_at = null, attempts = ${after.attempts},
      attempt_id = ${after.attemptId}::uuid, looks = ${after.looks}, uncertain_since = null,
      first_tried_at = ${after.firstTriedAt}::timestamptz, post = ${JSON.stringify(post)}::jsonb
    where p.authority_id = ${before.authorityId} and p.id = ${before.id}::uuid
      and ((p.state = ${before.state} and p.attempts = ${before.attempts})
        or (p.state = ${after.state} and p.attempt_id = ${after.attemptId}::uuid))
      and exists (select 1 from account a where a.authority_id = p.authority_id and a.id = p.account_id
        and a.lease_token = ${leaseToken}::uuid and a.lease_until > clock_timestamp())
    returning p.id`;
}

function notingAttempt({ before, after, now }: Claim) {
  return sql`
    insert into attempt (authority_id, id, publication_id, kind, started_at)
      select ${before.authorityId}, ${after.attemptId}::uuid, id, 'publish', ${now}::timestamptz from claimed
    on conflict (authority_id, id) do update set started_at = excluded.started_at`;
}

/** What an attempt came to, as its row keeps it. */
export interface AttemptEnd {
  outcome: string;
  reason: string | null;
  detail: string | null;
}

/** The end of an attempt, to be committed. */
export interface Settling {
  key: { authorityId: string; accountId: string; id: string };
  attemptId: string;
  after: Publication;
  end: AttemptEnd;
  now: Date;
}

export interface Settled {
  isSettled: boolean;
  isClaimed: boolean;
}

/**
 * Commits what an attempt came to and, where one is given, the claim of the publication behind it on the same line:
 * one commit instead of two. Settling applies only while this attempt is still the publication's last and its end is
 * open or uncertain; otherwise others have meanwhile decided. That it was published counts however late it is said, as
 * long as it is not being sent anew: whatever was decided without knowing it would put it there twice. Bears being
 * carried out twice.
 */
export async function saveSettled(db: Kysely<Schema>, settling: Settling, next?: Claim): Promise<Settled> {
  const { key, attemptId, after, end, now } = settling;
  const claim = next
    ? sql`, claimed as (${claiming(next)}), noted as (${notingAttempt(next)} returning id)`
    : sql`, noted as (select 1 where false)`;
  const { rows } = await sql<Settled>`${kept}
    with ended as (
      update attempt set finished_at = ${now}::timestamptz, outcome = ${end.outcome}, reason = ${end.reason},
        detail = ${end.detail}
      where authority_id = ${key.authorityId} and id = ${attemptId}::uuid
        and (finished_at is null or reason = 'interrupted')),
    said as (
      update account set last_published_at = ${now}::timestamptz
      where authority_id = ${key.authorityId} and id = ${key.accountId} and ${after.state === "published"}),
    settled as (
      update publication set ${assignments(after)}
      where authority_id = ${key.authorityId} and id = ${key.id}::uuid
        and ((attempt_id = ${attemptId}::uuid and state in ('sending', 'unknown'))
          or (${after.state === "published"} and state not in ('sending', 'published', 'removed')))
      returning id)
    ${claim}
    select exists (select 1 from settled) as "isSettled", exists (select 1 from noted) as "isClaimed"`.execute(
    db,
  );
  return rows[0] ?? { isSettled: false, isClaimed: false };
}

/** Commits what a search of the Page says, with the search itself beside the attempts. */
export async function saveConcluded(
  db: Kysely<Schema>,
  before: LinePublication,
  after: Publication,
  search: AttemptEnd & { startedAt: Date },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with searched as (
      insert into attempt (authority_id, publication_id, kind, started_at, finished_at, outcome, reason, detail)
      values (${before.authorityId}, ${before.id}::uuid, 'find', ${search.startedAt}::timestamptz,
        ${now}::timestamptz, ${search.outcome}, ${search.reason}, ${search.detail})),
    said as (
      update account set last_published_at = greatest(last_published_at, ${now}::timestamptz)
      where authority_id = ${before.authorityId} and id = ${before.accountId} and ${after.state === "published"})
    update publication set ${assignments(after)}
    where authority_id = ${before.authorityId} and id = ${before.id}::uuid and state = ${before.state}
      and attempt_id is not distinct from ${before.attemptId}::uuid
    returning id`.execute(db);
  return rows.length === 1;
}

/** Commits a step that needed no call (released, sent again, interrupted). */
export async function saveStep(
  db: Kysely<Schema>,
  key: { authorityId: string; id: string },
  from: Publication["state"],
  after: Publication,
): Promise<boolean> {
  const { rows } = await sql`
    update publication set ${assignments(after)}
    where authority_id = ${key.authorityId} and id = ${key.id}::uuid and state = ${from}
    returning id`.execute(db);
  return rows.length === 1;
}

/** Closes the attempt that an ended process left open. */
export async function endInterrupted(
  db: Kysely<Schema>,
  authorityId: string,
  attemptId: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("attempt")
    .set({ finished_at: now, outcome: "unknown", reason: "interrupted" })
    .where("authority_id", "=", authorityId)
    .where("id", "=", attemptId)
    .where("finished_at", "is", null)
    .execute();
}

/** All that the rules decide about, for an update. */
export function assignments(p: Publication) {
  return sql`state = ${p.state}, next_step_at = ${p.nextStepAt}::timestamptz, reason = ${p.reason},
    detail = ${p.detail}, looks = ${p.looks}, retries = ${p.retries},
    uncertain_since = ${p.uncertainSince}::timestamptz, first_tried_at = ${p.firstTriedAt}::timestamptz,
    ask_with = ${p.askWith}, external_id = ${p.externalId}, url = ${p.url},
    settled_at = ${p.settledAt}::timestamptz, staged = ${p.staged && JSON.stringify(p.staged)}::jsonb,
    staged_until = ${p.stagedUntil}::timestamptz`;
}
