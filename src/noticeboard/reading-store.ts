import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { ItemFacts, ItemKind } from "../watching/found-item.ts";
import type { ItemReading } from "./facts-in-text.ts";

/** An item whose words nobody has read yet. */
export interface UnreadItem {
  authorityId: string;
  id: string;
  kind: ItemKind;
  title: string;
  text: string;
  facts: ItemFacts;
  labels: string[];
  shownAt: Date;
}

export async function isItemUnread(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql`select 1 from item where reading is null limit 1`.execute(db);
  return rows.length > 0;
}

/** Locks some unread items of one authority, so that nobody corrects them meanwhile; those others work on are left out. */
export async function takeUnread(trx: Transaction<Schema>, limit: number): Promise<UnreadItem[]> {
  const { rows } = await sql<UnreadItem>`
    select authority_id as "authorityId", id, kind, title, body as text, facts, labels,
      coalesce(published_at, first_seen_at) as "shownAt"
    from item where reading is null
      and authority_id = (select authority_id from item where reading is null limit 1)
    limit ${limit} for no key update skip locked`.execute(trx);
  return rows;
}

/** Keeps what was read, of each item by its id. */
export async function keepReadings(
  trx: Transaction<Schema>,
  authorityId: string,
  readings: readonly { id: string; reading: ItemReading }[],
): Promise<void> {
  await sql`
    update item i set reading = n.reading
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as n (id uuid, reading jsonb)
    where i.authority_id = ${authorityId} and i.id = n.id`.execute(trx);
}
