import { type Kysely, sql } from "kysely";
import type { Format } from "../channels/channel.ts";
import { kept } from "../database/kept-statement.ts";
import type { Schema, StoredPost } from "../database/schema.ts";
import type { ItemFacts, ItemKind } from "../watching/found-item.ts";
import type { AccountKey } from "./account-store.ts";
import type { PostableItem } from "./post.ts";
import type { Publication } from "./publication.ts";

/** A publication with what is needed to send it. */
export interface LinePublication extends Publication {
  authorityId: string;
  accountId: string;
  id: string;
  format: Format;
  marker: string;
  post: StoredPost | null;
  item: PostableItem;
}

/**
 * What stands on an account's line now, in the portal's order and at most `most`: all whose moment has come, and those
 * whose end is open, which hold back the others or say when there is something to do again.
 */
export async function readLine(
  db: Kysely<Schema>,
  key: AccountKey,
  now: Date,
  most: number,
): Promise<LinePublication[]> {
  const rows = await db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.authority_id", "=", "p.authority_id").onRef("i.id", "=", "p.item_id"),
    )
    .selectAll("p")
    .select(["i.kind", "i.title", "i.body", "i.reference", "i.facts"])
    .where("p.authority_id", "=", key.authorityId)
    .where("p.account_id", "=", key.accountId)
    .where("p.state", "in", ["planned", "due", "waiting", "sending", "processing", "unknown"])
    .where((eb) =>
      eb.or([
        eb("p.state", "in", ["sending", "unknown", "processing"]),
        eb("p.next_step_at", "<=", now),
        eb.and([eb("p.state", "=", "due"), eb("p.attempts", "=", 0)]),
      ]),
    )
    .orderBy("p.position")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    authorityId: row.authority_id,
    accountId: row.account_id,
    id: row.id,
    format: row.format,
    marker: row.marker,
    post: row.post,
    ...toPublication(row),
    item: toItem(row),
  }));
}

function toItem(row: {
  kind: ItemKind;
  title: string;
  body: string;
  reference: string | null;
  facts: ItemFacts;
}): PostableItem {
  return { kind: row.kind, title: row.title, body: row.body, reference: row.reference, facts: row.facts };
}

/** What is, or was left, in the middle of a call on this line. */
export async function findSending(
  db: Kysely<Schema>,
  key: AccountKey,
): Promise<(Publication & { authorityId: string; id: string })[]> {
  const rows = await db
    .selectFrom("publication")
    .selectAll()
    .where("authority_id", "=", key.authorityId)
    .where("account_id", "=", key.accountId)
    .where("state", "=", "sending")
    .execute();
  return rows.map((row) => ({ authorityId: row.authority_id, id: row.id, ...toPublication(row) }));
}

/** Columns of the row as the rules see them. */
export function toPublication(row: {
  state: Publication["state"];
  next_step_at: Date | null;
  reason: string | null;
  detail: string | null;
  attempts: number;
  attempt_id: string | null;
  looks: number;
  retries: number;
  uncertain_since: Date | null;
  first_tried_at: Date | null;
  ask_with: string | null;
  external_id: string | null;
  url: string | null;
  settled_at: Date | null;
}): Publication {
  return {
    state: row.state,
    nextStepAt: row.next_step_at,
    reason: row.reason,
    detail: row.detail,
    attempts: row.attempts,
    attemptId: row.attempt_id,
    looks: row.looks,
    retries: row.retries,
    uncertainSince: row.uncertain_since,
    firstTriedAt: row.first_tried_at,
    askWith: row.ask_with,
    externalId: row.external_id,
    url: row.url,
    settledAt: row.settled_at,
  };
}

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

function assignments(p: Publication) {
  return sql`state = ${p.state}, next_step_at = ${p.nextStepAt}::timestamptz, reason = ${p.reason},
    detail = ${p.detail}, looks = ${p.looks}, retries = ${p.retries},
    uncertain_since = ${p.uncertainSince}::timestamptz, first_tried_at = ${p.firstTriedAt}::timestamptz,
    ask_with = ${p.askWith}, external_id = ${p.externalId}, url = ${p.url},
    settled_at = ${p.settledAt}::timestamptz`;
}

/**
 * When the oldest attempt whose end is uncertain began; a search need look no further back. The oldest and not the
 * last: an earlier one may have appeared after we had given up looking for it.
 */
export async function uncertainFrom(
  db: Kysely<Schema>,
  publication: Pick<LinePublication, "authorityId" | "id">,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom("attempt")
    .select((eb) => eb.fn.min("started_at").as("at"))
    .where("authority_id", "=", publication.authorityId)
    .where("publication_id", "=", publication.id)
    .where("kind", "=", "publish")
    .where((eb) => eb.or([eb("outcome", "is", null), eb("outcome", "=", "unknown")]))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Posts of the account since the local day began, for its daily cap. */
export async function countPublishedSince(db: Kysely<Schema>, key: AccountKey, since: Date): Promise<number> {
  const row = await db
    .selectFrom("publication")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("authority_id", "=", key.authorityId)
    .where("account_id", "=", key.accountId)
    .where("state", "=", "published")
    .where("settled_at", ">=", since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * Accounts on whose line something is to be done now and on which nobody is working: for the sweep that finds what no
 * job announced (a retry whose time has come, the end of a rest, a worker that died). No line is idle for longer than a
 * day and an hour at once, so a later moment was named by a clock that has been put right since.
 */
export async function findDueAccounts(db: Kysely<Schema>, now: Date): Promise<AccountKey[]> {
  // In order of position, which nothing needs but the planner: asked with "exists" it reads all that was ever published
  // (137 ms with 200,000 publications, twice a second) instead of the small index of what is open (publication_line).
  const { rows } = await sql<{ authority_id: string; id: string }>`
    select a.authority_id, a.id from account a
    cross join lateral (
      select from publication p where p.authority_id = a.authority_id and p.account_id = a.id
        and p.state in ('planned','due','waiting','sending','processing','unknown')
        and (p.next_step_at <= ${now} or p.state = 'sending' or (p.state = 'due' and p.attempts = 0))
      order by p.position limit 1) p
    where (a.lease_until is null or a.lease_until < clock_timestamp())
      and (a.idle_until is null or a.idle_until <= ${now} or a.idle_until > ${now}::timestamptz + interval '25 hours')
      and (a.state = 'active' or (a.state in ('resting', 'disconnected') and coalesce(a.rest_until, ${now}) <= ${now}))`.execute(
    db,
  );
  return rows.map((row) => ({ authorityId: row.authority_id, accountId: row.id }));
}
