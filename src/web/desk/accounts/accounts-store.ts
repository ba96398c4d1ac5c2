import type { Kysely } from "kysely";
import type { Authority } from "../../../authority/authority-store.ts";
import { readHealth } from "../../../connecting/account-health.ts";
import type { Schema } from "../../../database/schema.ts";
import type { AccountsOfAuthority } from "./desk-account.ts";

// An authority has a handful; more than this is somebody's mistake and must not become a page without end.
const accountsMost = 100;

export async function readAccountsOf(db: Kysely<Schema>, authority: Authority): Promise<AccountsOfAuthority> {
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "channel", "external_id", "state", "rest_until", "reason", "detail", "since"])
    .select(["last_published_at", "connected_at", "health", "health_at"])
    .where("authority_id", "=", authority.id)
    .orderBy("name")
    .limit(accountsMost)
    .execute();
  const apps = await db
    .selectFrom("network_app")
    .select("channel")
    .where("authority_id", "=", authority.id)
    .orderBy("channel")
    .execute();
  return {
    authority,
    apps: apps.map(({ channel }) => channel),
    accounts: rows.map((row) => ({
      id: row.id,
      name: row.name,
      channel: row.channel,
      externalId: row.external_id,
      state: row.state,
      restUntil: row.rest_until,
      reason: row.reason,
      detail: row.detail,
      since: row.since,
      lastPublishedAt: row.last_published_at,
      connectedAt: row.connected_at,
      health: readHealth(row.health),
      healthAt: row.health_at,
    })),
  };
}

/** Whether there is such an account in this authority, on this channel. */
export async function hasAccount(
  db: Kysely<Schema>,
  authorityId: string,
  channel: string,
  accountId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("account")
    .select("id")
    .where("authority_id", "=", authorityId)
    .where("channel", "=", channel)
    .where("id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}
