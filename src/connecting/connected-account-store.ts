import type { Kysely, Transaction } from "kysely";
import { replaceObtained } from "../authority/obtained-settings.ts";
import type { ConnectablePage } from "../channels/connecting.ts";
import type { AnyChannel } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import { type Vault, VaultError } from "../platform/vault.ts";
import { goodStanding } from "../publishing/account.ts";
import { secretContext, standingColumns } from "../publishing/account-store.ts";
import { lineTaken } from "../publishing/lease-store.ts";
import { healthEveryMs, newHealth } from "./account-health.ts";
import { newAccountId } from "./new-account-id.ts";

/** Which accounts there are for the Pages of a choice, in whatever authority. */
export interface PageOwner {
  authorityId: string;
  accountId: string;
  name: string;
  externalId: string;
}

/** Accounts of the whole installation that speak for one of these Pages: each Page belongs to one of them at most. */
export async function findPageOwners(
  db: Kysely<Schema>,
  channel: string,
  externalIds: readonly string[],
): Promise<PageOwner[]> {
  if (externalIds.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .select(["authority_id", "id", "name", "external_id"])
    .where("channel", "=", channel)
    .where("external_id", "in", externalIds)
    .execute();
  return rows.map((row) => ({
    authorityId: row.authority_id,
    accountId: row.id,
    name: row.name,
    externalId: row.external_id,
  }));
}

export interface Connection {
  authorityId: string;
  page: ConnectablePage;
  /** Whose login it rests on, by the network's id. */
  personId: string;
  now: Date;
}

/** As good as new; whoever works on its line with the old token loses it. */
const connectedAnew = {
  ...standingColumns(goodStanding),
  ...lineTaken,
  told: "[]",
  health_at: null,
};

/** Whoever connects an account looks it over at once; the clock takes over an hour later. */
function firstHealthAt(now: Date): Date {
  return new Date(now.getTime() + healthEveryMs);
}

/** Gives an account what was obtained for its Page, and lets it go on. One that its file had stopped goes on as the desk's. */
export async function connectAccount(
  trx: Transaction<Schema>,
  vault: Vault,
  channel: AnyChannel,
  accountId: string,
  { authorityId, page, personId, now }: Connection,
): Promise<void> {
  const row = await trx
    .selectFrom("account")
    .select(["settings", "secrets", "state", "origin"])
    .where("authority_id", "=", authorityId)
    .where("id", "=", accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const context = secretContext({ authorityId, accountId });
  const before = row.secrets ? openOrLost(vault, row.secrets, context) : {};
  const { settings, secrets } = obtainedFor(channel, page);
  await trx
    .updateTable("account")
    .set({
      settings: JSON.stringify({ ...row.settings, ...settings }),
      secrets: vault.seal(JSON.stringify(replaceObtained(before, secrets)), context),
      origin: row.state === "off" ? "desk" : row.origin,
      connected_by: personId || null,
      connected_at: now,
      health: JSON.stringify(newHealth(page.missing)),
      next_health_at: firstHealthAt(now),
      ...connectedAnew,
    })
    .where("authority_id", "=", authorityId)
    .where("id", "=", accountId)
    .execute();
}

/** Makes an account for a Page that none has; gives its id. */
export async function addAccount(
  trx: Transaction<Schema>,
  vault: Vault,
  channel: AnyChannel,
  { authorityId, page, personId, now }: Connection,
): Promise<string> {
  const rows = await trx.selectFrom("account").select("id").where("authority_id", "=", authorityId).execute();
  const accountId = newAccountId(
    page.name,
    rows.map(({ id }) => id),
  );
  const { settings, secrets } = obtainedFor(channel, page);
  await trx
    .insertInto("account")
    .values({
      authority_id: authorityId,
      id: accountId,
      channel: channel.kind,
      external_id: page.externalId,
      name: page.name,
      settings: JSON.stringify(settings),
      secrets: vault.seal(JSON.stringify(secrets), secretContext({ authorityId, accountId })),
      origin: "desk",
      connected_by: personId || null,
      connected_at: now,
      health: JSON.stringify(newHealth(page.missing)),
      next_health_at: firstHealthAt(now),
    })
    .execute();
  return accountId;
}

/** With a lost key the login is the way out, as the file is for accounts that are connected by it. */
function openOrLost(vault: Vault, sealed: Buffer, context: string): Record<string, unknown> {
  try {
    return JSON.parse(vault.open(sealed, context)) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof VaultError) return {};
    throw error;
  }
}

function obtainedFor(channel: AnyChannel, page: ConnectablePage) {
  const entries = Object.entries(channel.connecting?.accountSettings(page) ?? {});
  const isSecret = ([name]: [string, unknown]) => channel.secretSettings.includes(name);
  return {
    settings: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secrets: Object.fromEntries(entries.filter(isSecret)),
  };
}
