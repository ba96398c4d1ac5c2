import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import { plainRecoveryCode } from "./one-time-code.ts";

/** What somebody proves to be somebody with: never shown, never logged. */
export interface Credentials {
  memberId: string;
  passwordHash: string;
  hasSecondFactor: boolean;
}

/** Of a member who can sign in; undefined for all others, whatever the reason. */
export async function findCredentials(
  db: Kysely<Schema>,
  key: { email: string } | { memberId: string },
): Promise<Credentials | undefined> {
  const those = db
    .selectFrom("staff_member")
    .select(["id", "password_hash"])
    .select(sql<boolean>`totp_secret is not null`.as("has_totp"))
    .where("confirmed_at", "is not", null)
    .where("disabled_at", "is", null);
  const row = await ("email" in key
    ? those.where("email", "=", key.email)
    : those.where("id", "=", key.memberId)
  ).executeTakeFirst();
  if (!row?.password_hash) return undefined;
  return { memberId: row.id, passwordHash: row.password_hash, hasSecondFactor: row.has_totp };
}

/** The secret shared with the authenticator. Throws VaultError where the secret key is another than at that time. */
export async function findTotpSecret(
  db: Kysely<Schema>,
  vault: Vault,
  memberId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("staff_member")
    .select("totp_secret")
    .where("id", "=", memberId)
    .executeTakeFirst();
  return row?.totp_secret ? vault.open(row.totp_secret, totpContext(memberId)) : undefined;
}

/** Makes it theirs, with the step whose code proved it; false where they have one already, which stays. */
export async function keepTotpSecret(
  db: Kysely<Schema>,
  vault: Vault,
  memberId: string,
  secret: string,
  step: number,
): Promise<boolean> {
  const result = await db
    .updateTable("staff_member")
    .set({ totp_secret: vault.seal(secret, totpContext(memberId)), totp_step: String(step) })
    .where("id", "=", memberId)
    .where("totp_secret", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Uses up the code of a step of time; false where that one or a later one was used before. */
export async function useTotpStep(db: Kysely<Schema>, memberId: string, step: number): Promise<boolean> {
  const result = await db
    .updateTable("staff_member")
    .set({ totp_step: String(step) })
    .where("id", "=", memberId)
    .where("totp_secret", "is not", null)
    .where(({ or, eb }) => or([eb("totp_step", "is", null), eb("totp_step", "<", String(step))]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Takes the second factor away, with the codes for the day it is lost. */
export async function dropSecondFactor(db: Kysely<Schema>, memberId: string): Promise<void> {
  await db
    .updateTable("staff_member")
    .set({ totp_secret: null, totp_step: null })
    .where("id", "=", memberId)
    .execute();
  await db.deleteFrom("staff_recovery_code").where("member_id", "=", memberId).execute();
}

/** Codes as they are shown; those of before are worth nothing any more. */
export async function writeRecoveryCodes(
  db: Kysely<Schema>,
  vault: Vault,
  memberId: string,
  codes: readonly string[],
): Promise<void> {
  await db.deleteFrom("staff_recovery_code").where("member_id", "=", memberId).execute();
  const plain = codes.flatMap((code) => plainRecoveryCode(code) ?? []);
  await db
    .insertInto("staff_recovery_code")
    .values(plain.map((code) => ({ member_id: memberId, code_hash: recoveryHash(vault, memberId, code) })))
    .execute();
}

/** Uses up a code, as plainRecoveryCode gives it; false where it is none of theirs, or was used. */
export async function useRecoveryCode(
  db: Kysely<Schema>,
  vault: Vault,
  memberId: string,
  code: string,
): Promise<boolean> {
  const result = await db
    .deleteFrom("staff_recovery_code")
    .where("member_id", "=", memberId)
    .where("code_hash", "=", recoveryHash(vault, memberId, code))
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function countRecoveryCodes(db: Kysely<Schema>, memberId: string): Promise<number> {
  const { count } = await db
    .selectFrom("staff_recovery_code")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("member_id", "=", memberId)
    .executeTakeFirstOrThrow();
  return count;
}

function totpContext(memberId: string): string {
  return `staff:${memberId}:totp`;
}

/** Fifty bits can be tried out by whoever has the table, so the hash needs the key. */
function recoveryHash(vault: Vault, memberId: string, code: string): Buffer {
  return vault.fingerprint(code, `staff:${memberId}:recovery`);
}
