import { type Kysely, sql, type Transaction } from "kysely";
import { openApp } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import { type Vault, VaultError } from "../platform/vault.ts";
import { goodStanding, notConnected } from "../publishing/account.ts";
import { formatChoice, secretContext, standingColumns } from "../publishing/account-store.ts";
import { lineTaken } from "../publishing/lease-store.ts";
import { sourceSettings } from "../watching/source-settings.ts";
import type { AppliedAccount, AppliedAuthority, Difference } from "./apply-authority-differences.ts";
import type { AuthorityFile, FileAccount, FileApp, FileSource } from "./authority-file.ts";
import { findAuthority } from "./authority-store.ts";
import { readLogo, writeLogo } from "./logo-store.ts";
import { isConnected, replacedInFile } from "./obtained-settings.ts";
import { findOffices } from "./office-store.ts";
import { pacingSettings } from "./settings.ts";

/** Any number nobody else uses: two applications at once would judge each other's Pages by what is not yet there. */
const applyLock = 7_304_615_803;

export async function lockApplying(trx: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${applyLock})`.execute(trx);
}

/** What is there now, in the shape of the file; secrets opened, so never to be logged. */
export async function readApplied(
  db: Kysely<Schema>,
  vault: Vault,
  authorityId: string,
): Promise<AppliedAuthority> {
  const authority = await findAuthority(db, authorityId);
  const logo = await readLogo(db, authorityId);
  const sources = await db
    .selectFrom("source")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .orderBy("id")
    .execute();
  return {
    authority: authority && { ...authority, ...(logo && { logo }) },
    sources: sources.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      url: row.url,
      everySeconds: row.every_seconds,
      settings: sourceSettings.parse(row.settings),
      isStopped: row.stopped_at !== null,
    })),
    apps: await readApps(db, vault, authorityId),
    accounts: await readAccounts(db, vault, authorityId),
    offices: await findOffices(db, authorityId),
  };
}

async function readApps(db: Kysely<Schema>, vault: Vault, authorityId: string): Promise<FileApp[]> {
  const rows = await db
    .selectFrom("network_app")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .orderBy("channel")
    .execute();
  return rows.map(({ channel, settings, secrets }) => ({
    channel,
    settings,
    secrets: unlessLost(() => openApp({ authorityId, channel }, { settings: {}, secrets }, vault)),
  }));
}

async function readAccounts(
  db: Kysely<Schema>,
  vault: Vault,
  authorityId: string,
): Promise<AppliedAccount[]> {
  const rows = await db
    .selectFrom("account")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    externalId: row.external_id,
    name: row.name,
    formats: formatChoice.parse(row.formats),
    kinds: row.kinds,
    pacing: pacingSettings.parse(row.pacing),
    settings: row.settings,
    secrets: openSecrets(row.secrets, vault, secretContext({ authorityId, accountId: row.id })),
    state: row.state,
    isWaitingForLogin: row.reason === notConnected,
    isOfDesk: row.origin === "desk",
  }));
}

function openSecrets(sealed: Buffer | null, vault: Vault, context: string): Record<string, unknown> {
  if (!sealed) return {};
  return unlessLost(() => JSON.parse(vault.open(sealed, context)) as Record<string, unknown>);
}

/** Secrets that no longer open are replaced by those of the file, which is the way out of a lost key. */
function unlessLost(open: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return open();
  } catch (error) {
    if (error instanceof VaultError) return {};
    throw error;
  }
}

export async function writeAuthority(
  trx: Transaction<Schema>,
  { id, name, settings, logo }: AuthorityFile["authority"],
): Promise<void> {
  const row = { name, settings: JSON.stringify(settings) };
  await trx
    .insertInto("authority")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await writeLogo(trx, id, logo);
}

/**
 * A source that is new or resumed, or whose reading changed, is looked at now. A new address keeps the memory of items
 * (the same news under another address is not news) and forgets what the old server said: validators and faults.
 */
export async function writeSource(
  trx: Transaction<Schema>,
  authorityId: string,
  source: FileSource,
  difference: Difference,
  now: Date,
): Promise<void> {
  const isMoved = difference.fields.some((field) => field.name === "url" || field.name === "kind");
  const forgotten = {
    etag: null,
    last_modified: null,
    faults: 0,
    fault: null,
    fault_detail: null,
    fault_since: null,
  };
  const row = {
    kind: source.kind,
    name: source.name,
    url: source.url,
    every_seconds: source.everySeconds,
    settings: JSON.stringify(source.settings),
    next_look_at: source.kind === "push" ? null : now,
    stopped_at: null,
    ...(isMoved ? forgotten : {}),
  };
  await trx
    .insertInto("source")
    .values({ authority_id: authorityId, id: source.id, ...row })
    .onConflict((conflict) => conflict.columns(["authority_id", "id"]).doUpdateSet(row))
    .execute();
}

export async function stopSource(
  trx: Transaction<Schema>,
  authorityId: string,
  id: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable("source")
    .set({ stopped_at: now })
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .execute();
}

const standingAnew = standingColumns(goodStanding);

export async function writeAccount(
  trx: Transaction<Schema>,
  vault: Vault,
  authorityId: string,
  account: FileAccount,
  difference: Difference,
  now: Date,
): Promise<void> {
  const context = secretContext({ authorityId, accountId: account.id });
  // What is in force came with the file, whoever had connected it before.
  const isOfFile = !account.leftToLogin?.length && !(replacedInFile in account.secrets);
  const row = {
    channel: account.channel,
    external_id: account.externalId,
    name: account.name,
    formats: JSON.stringify(account.formats),
    kinds: account.kinds ? JSON.stringify(account.kinds) : null,
    pacing: JSON.stringify(account.pacing),
    settings: JSON.stringify(account.settings),
    secrets: vault.seal(JSON.stringify(account.secrets), context),
    origin: "file" as const,
    next_health_at: null,
    ...(isOfFile && { connected_by: null, connected_at: null }),
    ...lineTaken,
    ...standingOf(account, difference, now),
  };
  await trx
    .insertInto("account")
    .values({ authority_id: authorityId, id: account.id, ...row })
    .onConflict((conflict) => conflict.columns(["authority_id", "id"]).doUpdateSet(row))
    .execute();
}

/** What its new settings say about how it stands; without a login that it waits for there is nothing to try with. */
function standingOf(account: FileAccount, { verb }: Difference, now: Date) {
  if (!isConnected(account)) {
    return { ...standingAnew, state: "disconnected" as const, reason: notConnected, since: now };
  }
  return verb === "resumed" || verb === "reconnected" ? standingAnew : {};
}

/** What rests on an app is looked over at once with its new settings; what works again goes on by that. */
export async function checkAccountsOf(
  trx: Transaction<Schema>,
  authorityId: string,
  channel: string,
): Promise<void> {
  await trx
    .updateTable("account")
    .set({ next_health_at: null, idle_until: null })
    .where("authority_id", "=", authorityId)
    .where("channel", "=", channel)
    .execute();
}

/** Off until it stands in the file again: nothing is planned for it, and what it still had to say waits. */
export async function stopAccount(trx: Transaction<Schema>, authorityId: string, id: string): Promise<void> {
  await trx
    .updateTable("account")
    .set({ ...standingAnew, ...lineTaken, state: "off" })
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .execute();
}

/** Other accounts of this installation that speak for one of these Pages. */
export async function findOwners(
  db: Kysely<Schema>,
  accounts: readonly Pick<FileAccount, "channel" | "externalId">[],
): Promise<{ authorityId: string; accountId: string; channel: string; externalId: string }[]> {
  if (accounts.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .select(["authority_id", "id", "channel", "external_id"])
    .where(
      "external_id",
      "in",
      accounts.map((account) => account.externalId),
    )
    .execute();
  return rows.map((row) => ({
    authorityId: row.authority_id,
    accountId: row.id,
    channel: row.channel,
    externalId: row.external_id,
  }));
}

/** Whether anything was ever planned for an account. */
export async function hasPublications(
  db: Kysely<Schema>,
  authorityId: string,
  accountId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("publication")
    .select("id")
    .where("authority_id", "=", authorityId)
    .where("account_id", "=", accountId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
