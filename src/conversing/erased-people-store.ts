import { type Kysely, sql } from "kysely";
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

export interface ErasedRequest extends AppKey {
  code: string;
  personHash: Buffer;
  askedAt: Date;
}

/** Everybody who was erased, of all authorities. */
export async function findAllErased(db: Kysely<Schema>): Promise<ErasedRequest[]> {
  return await db
    .selectFrom("deletion_request")
    .select([
      "authority_id as authorityId",
      "channel",
      "code",
      "person_hash as personHash",
      "asked_at as askedAt",
    ])
    .where("done_at", "is not", null)
    .orderBy("asked_at")
    .orderBy("code")
    .execute();
}

/** Enters a request as done; false where it is known as that, or its authority is not here. */
export async function keepErasedAgain(
  trx: Kysely<Schema>,
  { authorityId, channel, code, personHash, askedAt }: ErasedRequest,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ code: string }>`
    insert into deletion_request (authority_id, code, channel, person_hash, asked_at, done_at)
    select a.id, ${code}, ${channel}, ${personHash}, ${askedAt}, ${now} from authority a where a.id = ${authorityId}
    on conflict (code) do update set done_at = excluded.done_at where deletion_request.done_at is null
    returning code`.execute(trx);
  return rows.length > 0;
}
