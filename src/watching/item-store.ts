import { sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { FoundItem, ItemKind } from "./found-item.ts";
import { contentHash } from "./item-key.ts";
import { type KnownKey, textCompared } from "./recognise.ts";

export interface NewItem {
  authorityId: string;
  sourceId: string;
  kind: ItemKind;
  reference: string | null;
  found: FoundItem;
  archived: boolean;
  now: Date;
}

/**
 * Lets one look or push at a time take items in for an authority, until the transaction ends. Without it two sources
 * that show the same offer at the same moment would both find it new.
 */
export async function lockIntake(trx: Transaction<Schema>, authorityId: string): Promise<void> {
  await sql`select 1 from authority where id = ${authorityId} for no key update`.execute(trx);
}

/** What is known under these keys, tombstones included. */
export async function findKnown(
  trx: Transaction<Schema>,
  authorityId: string,
  keys: string[],
): Promise<Map<string, KnownKey>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{
    key: string;
    item_id: string | null;
    title: string | null;
    text: string | null;
    has_id_key: boolean;
  }>`
    select k.key, k.item_id, i.title, left(i.body, ${textCompared}) as text,
      exists (select 1 from item_key o
        where o.authority_id = k.authority_id and o.item_id = k.item_id and o.key like 'id:%') as has_id_key
    from item_key k left join item i on i.authority_id = k.authority_id and i.id = k.item_id
    where k.authority_id = ${authorityId} and k.key = any(${keys})`.execute(trx);
  return new Map(
    rows.map((row) => [
      row.key,
      { key: row.key, itemId: row.item_id, title: row.title, text: row.text, hasIdKey: row.has_id_key },
    ]),
  );
}

/** Inserts an item with all its keys; gives its id and its place in the authority's order. */
export async function insertItem(
  trx: Transaction<Schema>,
  item: NewItem,
  keys: string[],
): Promise<{ id: string; seq: string }> {
  const { found } = item;
  const row = await trx
    .insertInto("item")
    .values({
      authority_id: item.authorityId,
      source_id: item.sourceId,
      kind: item.kind,
      reference: item.reference,
      title: found.title,
      body: found.text,
      link: found.link ?? null,
      facts: JSON.stringify(found.facts ?? {}),
      attachments: JSON.stringify(found.attachments ?? []),
      labels: JSON.stringify(found.labels ?? []),
      content_hash: contentHash(found),
      published_at: found.publishedAt ?? null,
      first_seen_at: item.now,
      archived: item.archived,
    })
    .returning(["id", "seq"])
    .executeTakeFirstOrThrow();
  await addKeys(trx, item.authorityId, row.id, keys, item.now);
  return row;
}

/** Remembers further keys of an item; a key that already belongs to an item stays with it. */
export async function addKeys(
  trx: Transaction<Schema>,
  authorityId: string,
  itemId: string,
  keys: string[],
  now: Date,
): Promise<void> {
  if (keys.length === 0) return;
  await trx
    .insertInto("item_key")
    .values(keys.map((key) => ({ authority_id: authorityId, key, item_id: itemId, seen_at: now })))
    .onConflict((conflict) => conflict.columns(["authority_id", "key"]).doNothing())
    .execute();
}

/** Content hashes of items and the source each was first seen in, to see what has changed without reading texts. */
export async function findVersions(
  trx: Transaction<Schema>,
  authorityId: string,
  ids: string[],
): Promise<Map<string, { hash: string; sourceId: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("item")
    .select(["id", "content_hash", "source_id"])
    .where("authority_id", "=", authorityId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, { hash: row.content_hash, sourceId: row.source_id }]));
}

/** Whether an item once said this and was corrected since. */
export async function wasSaidBefore(
  trx: Transaction<Schema>,
  authorityId: string,
  itemId: string,
  found: FoundItem,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from change where authority_id = ${authorityId} and item_id = ${itemId}::uuid
      and before = ${JSON.stringify(versionOf(found))}::jsonb limit 1`.execute(trx);
  return rows.length > 0;
}

/** What a change keeps of an item. */
function versionOf(found: FoundItem) {
  return {
    title: found.title,
    body: found.text,
    link: found.link ?? null,
    facts: found.facts ?? {},
    attachments: found.attachments ?? [],
  };
}

/** Takes over what the portal now says, and records the change with what stood before. */
export async function recordCorrection(
  trx: Transaction<Schema>,
  authorityId: string,
  itemId: string,
  found: FoundItem,
  now: Date,
): Promise<void> {
  const before = await trx
    .selectFrom("item")
    .select(["title", "body", "link", "facts", "attachments"])
    .where("authority_id", "=", authorityId)
    .where("id", "=", itemId)
    .executeTakeFirstOrThrow();
  const after = versionOf(found);
  await trx
    .updateTable("item")
    .set({
      title: after.title,
      body: after.body,
      link: after.link,
      facts: JSON.stringify(after.facts),
      attachments: JSON.stringify(after.attachments),
      content_hash: contentHash(found),
    })
    .where("authority_id", "=", authorityId)
    .where("id", "=", itemId)
    .execute();
  await recordChange(trx, authorityId, itemId, "corrected", now, before, after);
}

export async function recordChange(
  trx: Transaction<Schema>,
  authorityId: string,
  itemId: string,
  kind: string,
  at: Date,
  before?: unknown,
  after?: unknown,
): Promise<void> {
  await trx
    .insertInto("change")
    .values({
      authority_id: authorityId,
      item_id: itemId,
      kind,
      at,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
    })
    .execute();
}
