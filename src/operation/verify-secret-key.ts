import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";

/**
 * Whether this database belongs to this secret key. The first key that meets a database is its key from then on; a
 * process that started with another would find every token closed, and would seal new ones for nobody.
 */
export async function verifySecretKey(
  db: Kysely<Schema>,
  vault: Vault,
): Promise<"first-use" | "ours" | "another"> {
  const check = vault.keyCheck();
  // Two processes may meet a new database at once: the row decides between them.
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("installation")
    .values({ key_check: check })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ key_check: check }).where("installation.key_check", "is", null),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return "first-use";
  return await compareSecretKey(db, vault);
}

/** The key of before is lost: this one takes its place. Every secret has to be given again. */
export async function adoptSecretKey(db: Kysely<Schema>, vault: Vault): Promise<void> {
  const check = { key_check: vault.keyCheck() };
  await db
    .insertInto("installation")
    .values(check)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(check))
    .execute();
}

/** What `verifySecretKey` says, without claiming a database that has no key yet ("first-use"). */
export async function compareSecretKey(
  db: Kysely<Schema>,
  vault: Vault,
): Promise<"first-use" | "ours" | "another"> {
  const { rows } = await sql<{ key_check: Buffer | null }>`select key_check from installation`.execute(db);
  const known = rows[0]?.key_check;
  if (!known) return "first-use";
  return known.equals(vault.keyCheck()) ? "ours" : "another";
}
