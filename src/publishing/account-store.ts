import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { pacingSettings } from "../authority/settings.ts";
import { type Account, type Format, formats } from "../channels/channel.ts";
import type { StoredSettings } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import type { ItemKind } from "../watching/found-item.ts";
import type { Standing } from "./account.ts";
import type { Pacing } from "./pace.ts";

export interface AccountKey {
  authorityId: string;
  accountId: string;
}

/** An account as publishing needs it. */
export interface PublishingAccount extends AccountKey {
  channel: string;
  externalId: string;
  name: string;
  settings: StoredSettings;
  secrets: Buffer | null;
  formats: Format[];
  /** Kinds of item it tells; null = all. */
  kinds: ItemKind[] | null;
  pacing: Pacing;
  standing: Standing;
  lastPublishedAt: Date | null;
}

const formatList = z.array(z.enum(formats));

function toAccount(row: AccountRow): PublishingAccount {
  return {
    authorityId: row.authority_id,
    accountId: row.id,
    channel: row.channel,
    externalId: row.external_id,
    name: row.name,
    settings: row.settings,
    secrets: row.secrets,
    formats: formatList.parse(row.formats),
    kinds: row.kinds,
    pacing: pacingSettings.parse(row.pacing),
    standing: {
      state: row.state,
      restUntil: row.rest_until,
      reason: row.reason,
      detail: row.detail,
      since: row.since,
      failures: row.failures,
    },
    lastPublishedAt: row.last_published_at,
  };
}

type AccountRow = Awaited<ReturnType<typeof selectAccounts>>[number];

function selectAccounts(db: Kysely<Schema>, authorityId: string) {
  return db.selectFrom("account").selectAll().where("authority_id", "=", authorityId).execute();
}

export async function findAccounts(db: Kysely<Schema>, authorityId: string): Promise<PublishingAccount[]> {
  return (await selectAccounts(db, authorityId)).map(toAccount);
}

/**
 * Takes the account's line for one worker, or gives undefined when another worker has it. Times of leases are the
 * database's own, so that workers with different clocks agree.
 */
export async function lease(
  db: Kysely<Schema>,
  key: AccountKey,
  token: string,
  leaseMs: number,
): Promise<PublishingAccount | undefined> {
  const row = await db
    .updateTable("account")
    .set({
      lease_token: token,
      lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`,
    })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where((eb) =>
      eb.or([eb("lease_until", "is", null), eb("lease_until", "<", sql<Date>`clock_timestamp()`)]),
    )
    .returningAll()
    .executeTakeFirst();
  return row && toAccount(row);
}

/** Keeps a lease that is still ours; never takes one that was given back or lost meanwhile. */
export async function renew(
  db: Kysely<Schema>,
  key: AccountKey,
  token: string,
  leaseMs: number,
): Promise<void> {
  await db
    .updateTable("account")
    .set({ lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})` })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where("lease_token", "=", token)
    .execute();
}

/** Gives the line back, with the moment before which nobody need look at it; harmless when it is no longer ours. */
export async function giveBack(
  db: Kysely<Schema>,
  key: AccountKey,
  token: string,
  idleUntil: Date | null,
): Promise<void> {
  await db
    .updateTable("account")
    .set({ lease_token: null, lease_until: null, idle_until: idleUntil })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where("lease_token", "=", token)
    .execute();
}

/**
 * Commits how an account stands. A worker gives its lease: what it has learned counts only while it holds the line, which
 * people who connect an account again take from it. An account switched off stays off: only its file switches it on.
 */
export async function saveStanding(
  db: Kysely<Schema>,
  key: AccountKey,
  standing: Standing,
  leaseToken?: string,
): Promise<void> {
  let update = db
    .updateTable("account")
    .set({
      state: standing.state,
      rest_until: standing.restUntil,
      reason: standing.reason,
      detail: standing.detail,
      since: standing.since,
      failures: standing.failures,
    })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where("state", "<>", "off");
  if (leaseToken) update = update.where("lease_token", "=", leaseToken);
  await update.execute();
}

/** The account as its channel wants it, secrets opened. The result must not be logged nor kept. */
export function forChannel(account: PublishingAccount, vault: Vault): Account<StoredSettings> {
  const secrets = account.secrets ? vault.open(account.secrets, secretContext(account)) : "{}";
  return {
    id: `${account.authorityId}/${account.accountId}`,
    externalId: account.externalId,
    settings: { ...account.settings, ...(JSON.parse(secrets) as Record<string, unknown>) },
  };
}

/** What a sealed secret is bound to, so that it opens in its own row only. */
export function secretContext(key: AccountKey): string {
  return `account:${key.authorityId}/${key.accountId}`;
}
