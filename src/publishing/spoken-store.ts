import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { AccountKey } from "./account-store.ts";
import { besideTheFeed } from "./pace.ts";

/** Posts of the account in the feed since the local day began, for its daily cap. */
export async function countPublishedSince(db: Kysely<Schema>, key: AccountKey, since: Date): Promise<number> {
  const row = await db
    .selectFrom("publication")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("authority_id", "=", key.authorityId)
    .where("account_id", "=", key.accountId)
    .where("state", "=", "published")
    .where("settled_at", ">=", since)
    .where("format", "not in", besideTheFeed)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** When the account last published something in the feed; null for never. */
export async function lastInFeedAt(db: Kysely<Schema>, key: AccountKey): Promise<Date | null> {
  const row = await db
    .selectFrom("publication")
    .select("settled_at")
    .where("authority_id", "=", key.authorityId)
    .where("account_id", "=", key.accountId)
    .where("state", "=", "published")
    .where("format", "not in", besideTheFeed)
    .orderBy("settled_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.settled_at ?? null;
}

/** How many are being prepared, those left out that wait for a retry after `soon`. */
export async function countPreparing(db: Kysely<Schema>, key: AccountKey, soon: Date): Promise<number> {
  const row = await db
    .selectFrom("publication")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("authority_id", "=", key.authorityId)
    .where("account_id", "=", key.accountId)
    .where("state", "=", "preparing")
    .where("next_step_at", "<=", soon)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
