import type { Kysely } from "kysely";
import type { StoredSettings } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";

/** The app that an authority has at a network: one for each kind of network. */
export interface AppKey {
  authorityId: string;
  channel: string;
}

/** As it stands in its row. */
export interface SealedApp {
  settings: StoredSettings;
  secrets: Buffer | null;
}

/** The app as its channel's `readApp` wants it, secrets opened: not to be logged nor kept. Undefined where there is none. */
export async function findNetworkApp(
  db: Kysely<Schema>,
  vault: Vault,
  key: AppKey,
): Promise<StoredSettings | undefined> {
  const row = await db
    .selectFrom("network_app")
    .select(["settings", "secrets"])
    .where("authority_id", "=", key.authorityId)
    .where("channel", "=", key.channel)
    .executeTakeFirst();
  return row && openApp(key, row, vault);
}

/** Settings and opened secrets of one app in one object. */
export function openApp(key: AppKey, app: SealedApp, vault: Vault): StoredSettings {
  const secrets = app.secrets ? vault.open(app.secrets, appContext(key)) : "{}";
  return { ...app.settings, ...(JSON.parse(secrets) as StoredSettings) };
}

export async function writeNetworkApp(
  db: Kysely<Schema>,
  vault: Vault,
  key: AppKey,
  app: { settings: StoredSettings; secrets: StoredSettings },
): Promise<void> {
  const row = {
    settings: JSON.stringify(app.settings),
    secrets: vault.seal(JSON.stringify(app.secrets), appContext(key)),
  };
  await db
    .insertInto("network_app")
    .values({ authority_id: key.authorityId, channel: key.channel, ...row })
    .onConflict((conflict) => conflict.columns(["authority_id", "channel"]).doUpdateSet(row))
    .execute();
}

export async function removeNetworkApp(db: Kysely<Schema>, key: AppKey): Promise<void> {
  await db
    .deleteFrom("network_app")
    .where("authority_id", "=", key.authorityId)
    .where("channel", "=", key.channel)
    .execute();
}

/** What the sealed secrets are bound to, so that they open in their own row only. */
function appContext({ authorityId, channel }: AppKey): string {
  return `network-app:${authorityId}/${channel}`;
}
