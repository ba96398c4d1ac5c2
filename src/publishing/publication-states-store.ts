import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { PublicationState } from "./publication.ts";

export interface PublicationOfItem {
  id: string;
  accountId: string;
  state: PublicationState;
  url: string | null;
}

/** The publications of some items, by item. */
export async function findPublicationStates(
  db: Kysely<Schema>,
  authorityId: string,
  itemIds: string[],
): Promise<Map<string, PublicationOfItem[]>> {
  const found = new Map<string, PublicationOfItem[]>();
  if (itemIds.length === 0) return found;
  const rows = await db
    .selectFrom("publication")
    .select(["item_id", "id", "account_id", "state", "url"])
    .where("authority_id", "=", authorityId)
    .where("item_id", "in", itemIds)
    .orderBy("account_id")
    .execute();
  for (const row of rows) {
    const publication = { id: row.id, accountId: row.account_id, state: row.state, url: row.url };
    const known = found.get(row.item_id);
    if (known) known.push(publication);
    else found.set(row.item_id, [publication]);
  }
  return found;
}
