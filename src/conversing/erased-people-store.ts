import type { Kysely } from "kysely";
import type { AppKey } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";

/** People whose data was erased, as fingerprints, and up to when they had asked. */
export async function findErased(
  db: Kysely<Schema>,
  { authorityId, channel }: AppKey,
): Promise<{ personHash: Buffer; askedAt: Date }[]> {
  const rows = await db
    .selectFrom("deletion_request")
    .select(["person_hash", "asked_at"])
    .where("authority_id", "=", authorityId)
    .where("channel", "=", channel)
    .where("done_at", "is not", null)
    .execute();
  return rows.map((row) => ({ personHash: row.person_hash, askedAt: row.asked_at }));
}
