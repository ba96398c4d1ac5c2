import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { pacingSettings } from "../authority/settings.ts";
import { type Account, formats } from "../channels/channel.ts";
import type { StoredSettings } from "../channels/registry.ts";
import { openApp, type SealedApp } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import { type ItemKind, itemKinds } from "../watching/found-item.ts";
import type { Standing } from "./account.ts";
import type { FormatChoice } from "./format-choice.ts";
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
  /** Its authority's app at the network, where there is one: an account takes from it what it leaves unsaid. */
  app: SealedApp | null;
  formats: FormatChoice;
  /** Kinds of item it tells; null = all. */
  kinds: ItemKind[] | null;
  pacing: Pacing;
  standing: Standing;
  lastPublishedAt: Date | null;
}

const formatList = z.array(z.enum(formats));
export const formatChoice = z.union([
  formatList,
  z.partialRecord(z.enum([...itemKinds, "others"]), formatList),
]);

export function toAccount(row: AccountRow): PublishingAccount {
  return {
    authorityId: row.authority_id,
    accountId: row.id,
    channel: row.channel,
    externalId: row.external_id,
    name: row.name,
    settings: row.settings,
    secrets: row.secrets,
    app: row.app_settings && { settings: row.app_settings, secrets: row.app_secrets },
    formats: formatChoice.parse(row.formats),
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

type AccountRow = Awaited<ReturnType<ReturnType<typeof selectAccounts>["execute"]>>[number];

function selectAccounts(db: Kysely<Schema>, authorityId: string) {
  return db.selectFrom("account").selectAll().select(appColumns).where("authority_id", "=", authorityId);
}

export const appColumns = [
  appColumn<StoredSettings | null>("settings").as("app_settings"),
  appColumn<Buffer | null>("secrets").as("app_secrets"),
];

/** Of the app that the account's authority has at its network. */
function appColumn<Value>(name: "settings" | "secrets") {
  return sql<Value>`(select ${sql.ref(`network_app.${name}`)} from network_app
    where network_app.authority_id = account.authority_id and network_app.channel = account.channel)`;
}

export async function findAccounts(db: Kysely<Schema>, authorityId: string): Promise<PublishingAccount[]> {
  return (await selectAccounts(db, authorityId).execute()).map(toAccount);
}

export async function findAccount(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
): Promise<PublishingAccount | undefined> {
  const row = await selectAccounts(db, authorityId).where("id", "=", accountId).executeTakeFirst();
  return row && toAccount(row);
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
    .set(standingColumns(standing))
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.accountId)
    .where("state", "<>", "off");
  if (leaseToken) update = update.where("lease_token", "=", leaseToken);
  await update.execute();
}

/** How an account stands, as its row holds it. */
export function standingColumns({ state, restUntil, reason, detail, since, failures }: Standing) {
  return { state, rest_until: restUntil, reason, detail, since, failures };
}

/**
 * Commits how an account stands, for whoever learned it without holding the line: only while nobody has changed what it
 * rests on, its standing and its settings. False when somebody has.
 */
export async function saveStandingIfUnchanged(
  db: Kysely<Schema>,
  known: PublishingAccount,
  standing: Standing,
): Promise<boolean> {
  const { state, reason, restUntil, failures } = known.standing;
  const result = await db
    .updateTable("account")
    .set(standingColumns(standing))
    .where("authority_id", "=", known.authorityId)
    .where("id", "=", known.accountId)
    .where("state", "=", state)
    .where("state", "<>", "off")
    .where("failures", "=", failures)
    .where("reason", "is not distinct from", reason)
    .where("rest_until", "is not distinct from", restUntil)
    .where("secrets", "is not distinct from", known.secrets)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The account as its channel wants it, secrets opened. The result must not be logged nor kept. */
export function forChannel(account: PublishingAccount, vault: Vault): Account<StoredSettings> {
  const secrets = account.secrets ? vault.open(account.secrets, secretContext(account)) : "{}";
  return {
    id: `${account.authorityId}/${account.accountId}`,
    externalId: account.externalId,
    settings: {
      ...(account.app && openApp(account, account.app, vault)),
      ...account.settings,
      ...(JSON.parse(secrets) as Record<string, unknown>),
    },
  };
}

/** What a sealed secret is bound to, so that it opens in its own row only. */
export function secretContext(key: AccountKey): string {
  return `account:${key.authorityId}/${key.accountId}`;
}
