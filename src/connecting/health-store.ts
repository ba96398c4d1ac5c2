import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import { notConnected } from "../publishing/account.ts";
import type { AccountKey, PublishingAccount } from "../publishing/account-store.ts";
import { type AccountHealth, healthEveryMs, readHealth } from "./account-health.ts";

/**
 * Takes accounts whose next look is due and moves it on. Looks are spread by chance, so that a hundred accounts that
 * were connected together are not looked over together for ever. A clock that was wrong must not put a look off.
 */
export async function takeDueHealth(
  trx: Transaction<Schema>,
  now: Date,
  most: number,
): Promise<AccountKey[]> {
  const seconds = healthEveryMs / 1000;
  const { rows } = await sql<{ authority_id: string; id: string }>`
    update account set next_health_at = ${now}::timestamptz
      + make_interval(secs => ${seconds} * (0.9 + 0.2 * random()))
    where (authority_id, id) in (
      select authority_id, id from account
      where state <> 'off' and reason is distinct from ${notConnected}
        and (next_health_at is null or next_health_at <= ${now}
          or next_health_at > ${now}::timestamptz + make_interval(secs => ${2 * seconds}))
      order by next_health_at nulls first limit ${most} for update skip locked)
    returning authority_id, id`.execute(trx);
  return rows.map((row) => ({ authorityId: row.authority_id, accountId: row.id }));
}

/** What is known of an account's health. */
export interface KnownHealth {
  health: AccountHealth;
  /** Null: never looked at since it was connected. */
  healthAt: Date | null;
  told: string[];
}

export async function findHealth(db: Kysely<Schema>, key: AccountKey): Promise<KnownHealth | undefined> {
  const row = await db
    .selectFrom("account")
    .select(["health", "health_at", "told"])
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .executeTakeFirst();
  return row && { health: readHealth(row.health), healthAt: row.health_at, told: row.told };
}

/** Keeps what a look saw, unless the account was connected anew meanwhile: then it saw the old token. */
export async function saveHealth(
  db: Kysely<Schema>,
  account: PublishingAccount,
  health: AccountHealth,
  told: readonly string[],
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable("account")
    .set({ health: JSON.stringify(health), health_at: now, told: JSON.stringify(told) })
    .where("authority_id", "=", account.authorityId)
    .where("id", "=", account.accountId)
    .where("secrets", "is not distinct from", account.secrets)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
