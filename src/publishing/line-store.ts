import { type Kysely, sql } from "kysely";
import type { Format, Staged } from "../channels/channel.ts";
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
  const rows = await selectWithItem(db)
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
  return rows.map(toLinePublication);
}

/** Publications with their items, of whomever `where` names. */
export function selectWithItem(db: Kysely<Schema>) {
  return db
    .selectFrom("publication as p")
    .innerJoin("item as i", (join) =>
      join.onRef("i.authority_id", "=", "p.authority_id").onRef("i.id", "=", "p.item_id"),
    )
    .selectAll("p")
    .select(["i.kind", "i.title", "i.body", "i.reference", "i.facts"]);
}

type RowWithItem = Awaited<ReturnType<ReturnType<typeof selectWithItem>["execute"]>>[number];

export function toLinePublication(row: RowWithItem): LinePublication {
  return {
    authorityId: row.authority_id,
    accountId: row.account_id,
    id: row.id,
    format: row.format,
    marker: row.marker,
    post: row.post,
    ...toPublication(row),
    item: toItem(row),
  };
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

/**
 * Puts a publication before all others of its account that are under way. The order of the rest stays the portal's;
 * whoever is put first later comes before it. Positions of items begin at 1, so those before them are 0 and less.
 */
export async function moveToHead(
  db: Kysely<Schema>,
  { authorityId, accountId, id }: AccountKey & { id: string },
): Promise<void> {
  await sql`
    update publication set position = least(position, (
      select min(position) - 1 from publication
      where authority_id = ${authorityId} and account_id = ${accountId} and id <> ${id}::uuid
        and state in ('planned','due','waiting','sending','processing','unknown')))
    where authority_id = ${authorityId} and id = ${id}::uuid`.execute(db);
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
  staged: Staged | null;
  staged_until: Date | null;
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
    staged: row.staged,
    stagedUntil: row.staged_until,
  };
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
      and (a.state = 'active' or (a.state in ('resting', 'disconnected') and coalesce(a.rest_until, ${now}) <= ${now}))
    union
    -- Nothing is prepared for a disconnected account, which is asked whether it works again by whoever has its line.
    select a.authority_id, a.id from account a
    cross join lateral (
      select from publication p where p.authority_id = a.authority_id and p.account_id = a.id
        and p.state = 'preparing' and p.next_step_at <= ${now} order by p.next_step_at limit 1) p
    where (a.lease_until is null or a.lease_until < clock_timestamp())
      and a.state = 'disconnected' and coalesce(a.rest_until, ${now}) <= ${now}`.execute(db);
  return rows.map((row) => ({ authorityId: row.authority_id, accountId: row.id }));
}
