import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { hashApiKey, newApiKey } from "./api-key.ts";

/** A key as staff see it in lists; the key itself is not kept. */
export interface ApiKey {
  authorityId: string;
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Makes a key of an authority; `key` is given here and never again. */
export async function createApiKey(
  db: Kysely<Schema>,
  authorityId: string,
  name: string,
): Promise<{ id: string; key: string }> {
  const key = newApiKey();
  const row = await db
    .insertInto("api_key")
    .values({ authority_id: authorityId, name, hash: hashApiKey(key) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: row.id, key };
}

/** Whose key this is; undefined for one that is unknown or revoked. The same work for any text. */
export async function findApiKey(db: Kysely<Schema>, presented: string): Promise<ApiKey | undefined> {
  const row = await db
    .selectFrom("api_key")
    .selectAll()
    .where("hash", "=", hashApiKey(presented))
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return row && toApiKey(row);
}

export async function findApiKeys(db: Kysely<Schema>, authorityId: string): Promise<ApiKey[]> {
  const rows = await db
    .selectFrom("api_key")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .orderBy("created_at")
    .execute();
  return rows.map(toApiKey);
}

const noteUseEveryMs = 60_000;

/** Notes that a key is in use, to the minute: not a write for every push. */
export async function noteApiKeyUse(db: Kysely<Schema>, key: ApiKey, now: Date): Promise<void> {
  if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < noteUseEveryMs) return;
  await db
    .updateTable("api_key")
    .set({ last_used_at: now })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.id)
    .execute();
}

/** Ends a key at once; false when there is none of that id that still works. */
export async function revokeApiKey(
  db: Kysely<Schema>,
  authorityId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable("api_key")
    .set({ revoked_at: now })
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function toApiKey(row: {
  authority_id: string;
  id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}): ApiKey {
  return {
    authorityId: row.authority_id,
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
