import { type Kysely, sql } from "kysely";
import type { AppKey } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";

const ofAccounts = ({ authorityId, channel }: AppKey) => sql`event.authority_id = ${authorityId}
  and event.account_id in (select id from account where authority_id = ${authorityId} and channel = ${channel})`;

/** Ids of people in events of the authority's accounts on this channel, in their order, those after `after`. */
export async function findPeople(
  db: Kysely<Schema>,
  key: AppKey,
  after: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct reading #>> '{person,id}' as id from event
    where ${ofAccounts(key)} and reading #>> '{person,id}' > ${after}
    order by 1 limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Erases every event that a person caused, and the echoes of what was written to them. Gives how many. */
export async function erasePerson(db: Kysely<Schema>, key: AppKey, personId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from event where ${ofAccounts(key)}
    and (reading #>> '{person,id}' = ${personId} or reading ->> 'recipientId' = ${personId})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Who connected accounts of the authority on this channel by logging in there. */
export async function findConnectors(db: Kysely<Schema>, key: AppKey): Promise<string[]> {
  const rows = await db
    .selectFrom("account")
    .select("connected_by")
    .distinct()
    .where("authority_id", "=", key.authorityId)
    .where("channel", "=", key.channel)
    .where("connected_by", "is not", null)
    .execute();
  return rows.flatMap(({ connected_by }) => connected_by ?? []);
}

/** Forgets that the person connected anything; the accounts stay as they are. */
export async function forgetConnector(db: Kysely<Schema>, key: AppKey, personId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("account")
    .set({ connected_by: null })
    .where("authority_id", "=", key.authorityId)
    .where("channel", "=", key.channel)
    .where("connected_by", "=", personId)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
