import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { type Holding, type HoldingKind, holdingKinds, holdings } from "./holdings.ts";
import type { Person, PersonKey } from "./person.ts";

/** Somebody as a search shows them. */
export interface FoundPerson extends PersonKey {
  names: string[];
  /** When we last heard of them. */
  lastAt: Date | null;
}

const namesMax = 5;

/**
 * People of whom something is held in one of these authorities: whose id it is, or in whose name all the patterns are.
 * Those heard of last come first; `most` at most.
 */
export async function searchPersons(
  db: Kysely<Schema>,
  authorityIds: readonly string[],
  { id, patterns }: { id: string; patterns: readonly string[] },
  most: number,
): Promise<FoundPerson[]> {
  const isMeant = (personId: string, name: string) =>
    sql`(${sql.raw(personId)} = ${id} or ${sql.raw(name)} ilike all(${[...patterns]}::text[]))`;
  const own = sql`authority_id = any(${[...authorityIds]}::text[])`;
  const { rows } = await sql<FoundPerson>`
    with found (authority_id, account_id, person_id, name, at) as (
      select authority_id, account_id, author_id, author_name, sent_at from message
        where ${own} and direction = 'in' and author_id is not null and ${isMeant("author_id", "author_name")}
      union all select authority_id, account_id, person_id, person_name, last_message_at from conversation
        where ${own} and person_id is not null and ${isMeant("person_id", "person_name")}
      union all select authority_id, account_id, reading #>> '{person,id}', reading #>> '{person,name}', happened_at
        from event where ${own} and reading #>> '{person,id}' is not null
          and coalesce(reading #>> '{person,isPage}', 'false') <> 'true'
          and ${isMeant("reading #>> '{person,id}'", "reading #>> '{person,name}'")}
      union all select authority_id, account_id, ${id}, null, made_at from extract
        where ${own} and person_ids @> array[${id}]::text[]
      union all select authority_id, id, connected_by, null, connected_at from account
        where ${own} and connected_by = ${id}
    )
    select f.authority_id as "authorityId", a.channel, f.person_id as "personId", max(f.at) as "lastAt",
      coalesce((array_agg(distinct f.name) filter (where f.name is not null))[1:${sql.raw(String(namesMax))}], '{}') as names
    from found f join account a on a.authority_id = f.authority_id and a.id = f.account_id
    group by 1, 2, 3 order by max(f.at) desc nulls last, f.person_id limit ${most}`.execute(db);
  return rows;
}

/** The kinds of networks on which an authority has accounts. */
export async function findChannels(
  db: Kysely<Schema>,
  authorityIds: readonly string[],
): Promise<{ authorityId: string; channel: string }[]> {
  if (authorityIds.length === 0) return [];
  return await db
    .selectFrom("account")
    .select(["authority_id as authorityId", "channel"])
    .distinct()
    .where("authority_id", "in", [...authorityIds])
    .execute();
}

/** How many rows of each kind are held. */
export async function countHoldings(
  db: Kysely<Schema>,
  person: Person,
): Promise<Record<HoldingKind, number>> {
  const counts = holdingKinds.map(
    (kind) => sql`(select count(*)::integer ${from(holdings[kind], person)}) as ${sql.ref(kind)}`,
  );
  const { rows } = await sql<Record<HoldingKind, number>>`select ${sql.join(counts)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("a count without a row");
  return row;
}

/** The rows of one kind, with the columns that whoever asks is given. */
export async function readHolding(
  db: Kysely<Schema>,
  kind: HoldingKind,
  person: Person,
): Promise<Record<string, unknown>[]> {
  const { columns, orderBy } = holdings[kind];
  const shown = sql.join(columns.map((column) => sql`t.${sql.ref(column)}`));
  const { rows } = await sql<Record<string, unknown>>`
    select ${shown} ${from(holdings[kind], person)} order by t.${sql.ref(orderBy)}, t.ctid`.execute(db);
  return rows;
}

function from({ table, of }: Holding, person: Person) {
  return sql`from ${sql.table(table)} t where ${of(person)}`;
}

/** Names under which we know the person, the latest first. */
export async function findNames(
  db: Kysely<Schema>,
  { authorityId, channel, personId }: PersonKey,
): Promise<string[]> {
  const ours = sql`authority_id = ${authorityId}
    and account_id in (select id from account where authority_id = ${authorityId} and channel = ${channel})`;
  const { rows } = await sql<{ name: string }>`
    select name from (
      select author_name as name, max(sent_at) as at from message where ${ours} and author_id = ${personId} group by 1
      union all select person_name, max(last_message_at) from conversation
        where ${ours} and person_id = ${personId} group by 1
      union all select reading #>> '{person,name}', max(happened_at) from event
        where ${ours} and reading #>> '{person,id}' = ${personId} group by 1
    ) as named where name is not null group by name order by max(at) desc limit ${namesMax}`.execute(db);
  return rows.map(({ name }) => name);
}

export interface DataRequest {
  conversationId: string;
  receivedOn: string;
  expiresOn: string;
  outcome: "answered" | "refused" | "not-a-request" | null;
}

/** What the person asked us about their own data, in messages; those still to be answered first. */
export async function findOwnRequests(db: Kysely<Schema>, person: Person): Promise<DataRequest[]> {
  const { rows } = await sql<DataRequest>`
    select t.conversation_id as "conversationId", t.received_on as "receivedOn", t.expires_on as "expiresOn", t.outcome
    from data_request t where ${holdings.requests.of(person)}
    order by t.outcome is not null, t.expires_on`.execute(db);
  return rows;
}

export interface PersonTalk {
  id: string;
  kind: "private" | "comment-thread" | "visitor-post";
  lastAt: Date;
}

/** Conversations in which the person has a part. */
export async function findTalks(db: Kysely<Schema>, person: Person, most: number): Promise<PersonTalk[]> {
  const { rows } = await sql<PersonTalk>`
    select t.id, t.kind, t.last_message_at as "lastAt" from conversation t
    where ${holdings.conversations.of(person)} order by t.last_message_at desc, t.id limit ${most}`.execute(
    db,
  );
  return rows;
}
