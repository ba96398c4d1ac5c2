import { type Kysely, sql } from "kysely";
import type { AppKey } from "../connecting/network-app-store.ts";
import type { Schema } from "../database/schema.ts";
import type { Person } from "./personal-data/person.ts";
import { emptyDecisionsOf } from "./retaining/emptied-decision-store.ts";
import { eraseExtracts } from "./retaining/expired-record-store.ts";

const ofAccounts = ({ authorityId, channel }: AppKey) => sql`event.authority_id = ${authorityId}
  and event.account_id in (select id from account where authority_id = ${authorityId} and channel = ${channel})`;

const ofAccount = ({ authorityId, channel }: AppKey) => sql`authority_id = ${authorityId}
  and account_id in (select id from account where authority_id = ${authorityId} and channel = ${channel})`;

/** Ids of people we heard of through the authority's accounts on this channel, in their order, those after `after`. */
export async function findPeople(
  db: Kysely<Schema>,
  key: AppKey,
  after: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (select distinct reading #>> '{person,id}' as id from event
    where ${ofAccounts(key)} and reading #>> '{person,id}' > ${after}
    union select author_id from message where ${ofAccount(key)} and author = 'person' and author_id > ${after}
    union select person_id from conversation where ${ofAccount(key)} and person_id > ${after}
    union select unnest(person_ids) from extract where ${ofAccount(key)} and erased_at is null) as people
    where id > ${after} order by 1 limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Erases every event that a person caused, the echoes of what was written to them, what they wrote, our private talks with
 * them and our notes, and our copies of extracts that are in no register. Gives how many rows that were. What others wrote
 * below their comments stays, without their name; texts of decisions that are not final stay until these are, and then go
 * by themselves (retaining/).
 */
export async function erasePerson(db: Kysely<Schema>, person: Person, now: Date): Promise<number> {
  const { personId, ...key } = person;
  await lockTalksOf(db, person);
  const extracts = await findUnregisteredExtracts(db, person);
  await eraseExtracts(db, key.authorityId, extracts, now);
  const { numAffectedRows } = await sql`
    delete from event where ${ofAccounts(key)}
    and (reading #>> '{person,id}' = ${personId} or reading ->> 'recipientId' = ${personId})`.execute(db);
  let count = Number(numAffectedRows ?? 0) + extracts.length + (await emptyDecisionsOf(db, person, now));
  const written = sql`message m where m.authority_id = ${key.authorityId} and m.author_id = ${personId}
    and m.account_id in (select id from account where authority_id = ${key.authorityId} and channel = ${key.channel})`;
  const begun = sql`select id from conversation where ${ofAccount(key)} and person_id = ${personId}`;
  const theirs = [
    // Written to them alone, below a comment that others have answered.
    sql`delete from reply where ${ofAccount(key)} and kind = 'private-reply'
      and target in (select m.external_id from ${written})`,
    sql`delete from alert where authority_id = ${key.authorityId} and message_id in (select m.id from ${written})`,
    sql`delete from note where authority_id = ${key.authorityId} and conversation_id in (${begun})`,
    sql`delete from draft where authority_id = ${key.authorityId} and conversation_id in (${begun})`,
    sql`delete from conversation where ${ofAccount(key)} and person_id = ${personId}
      and (kind = 'private' or not exists (select from message where message.authority_id = conversation.authority_id
        and message.conversation_id = conversation.id and message.author_id is distinct from ${personId}))`,
    sql`delete from message where ${ofAccount(key)} and author_id = ${personId}`,
    sql`update conversation set person_id = null, person_name = null
      where ${ofAccount(key)} and person_id = ${personId}`,
    // What is left of a thread must not wait for an answer to words that are gone.
    sql`update conversation c set state = case when answered_at is null then 'closed' else 'answered' end,
        needs_answer = 'no', waiting_since = null, deadline = null, due_at = null, due_on = null, leads_at = null,
        next_warning_at = null, version = version + 1
      where ${ofAccount(key)} and waiting_since is not null and reopened_at is null and not exists (
        select from message m where m.authority_id = c.authority_id and m.conversation_id = c.id
          and m.direction = 'in' and m.needs_answer = 'yes' and m.removed_at is null
          and m.sent_at >= c.waiting_since)`,
    sql`delete from notice_given where ${ofAccount(key)} and person_id = ${personId}`,
  ];
  for (const statement of theirs) count += Number((await statement.execute(db)).numAffectedRows ?? 0);
  return count;
}

/** Whoever answers, decides or handles events has the conversations first as well, in this order. */
async function lockTalksOf(db: Kysely<Schema>, { personId, ...key }: Person): Promise<void> {
  await sql`select from conversation where ${ofAccount(key)} and (person_id = ${personId}
      or id in (select conversation_id from message where ${ofAccount(key)} and author_id = ${personId}))
    order by id for update`.execute(db);
}

async function findUnregisteredExtracts(db: Kysely<Schema>, { personId, ...key }: Person): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from extract where ${ofAccount(key)}
    and person_ids @> array[${personId}]::text[] and register_number is null and erased_at is null`.execute(
    db,
  );
  return rows.map(({ id }) => id);
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
