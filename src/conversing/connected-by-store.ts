import type { Kysely } from "kysely";
import type { AppKey } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import type { AccountKey } from "../publishing/account-store.ts";

/** Accounts of the authority that rest on the login of this person, those that are off left out. */
export async function findAccountsConnectedBy(
  db: Kysely<Schema>,
  key: AppKey,
  personId: string,
): Promise<AccountKey[]> {
  const rows = await db
    .selectFrom("account")
    .select("id")
    .where("authority_id", "=", key.authorityId)
    .where("channel", "=", key.channel)
    .where("connected_by", "=", personId)
    .where("state", "<>", "off")
    .execute();
  return rows.map(({ id }) => ({ authorityId: key.authorityId, accountId: id }));
}
