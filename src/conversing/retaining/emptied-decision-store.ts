import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Person } from "../personal-data/person.ts";
import { countOf } from "./expired-record-store.ts";
import { asking, isUnderWay } from "./held-back.ts";
import type { Counts, Expiring } from "./retention.ts";

/** Whether somebody's data was erased since it was decided about them: nothing but the term held their texts back. */
const isOfErased = sql<boolean>`exists (select from deletion_request e where e.authority_id = d.authority_id
  and e.channel = d.channel and e.person_hash = d.person_hash and e.done_at is not null
  and e.asked_at >= d.decided_at)`;

const holdsText = sql<boolean>`(d.evidence is not null or d.person_sealed is not null
  or exists (select from decision_review v where v.authority_id = d.authority_id and v.decision_id = d.id
    and (v.text is not null or v.contact is not null)))`;

/** A block that nobody has lifted: whom to unblock has to be known. */
const isBlocking = sql<boolean>`(d.action = 'block' and d.state = 'done' and not exists (select from decision f
  where f.authority_id = d.authority_id and f.follows = d.id and f.action = 'unblock'
    and f.state not in ('due', 'calling')))`;

const isOfAsking = (authorityId: string) => sql<boolean>`exists (select from message m
  where m.authority_id = d.authority_id and m.id = d.message_id
    and (m.account_id, m.author_id) in (${asking(authorityId)}))`;

/**
 * Decisions as `d` that are final, with texts whose term is over, or with the keyed hash of somebody that no longer counts
 * for anything.
 */
const expiredEvidence = ({ authorityId, now, cutoffs, warningsSince }: Expiring) => sql`from decision d
  where d.authority_id = ${authorityId}
    and ((d.decided_at < ${cutoffs.evidence} and (${holdsText} or d.person_hash is not null and d.decided_at < ${warningsSince}))
      or (d.person_hash is not null and ${holdsText} and ${isOfErased}))
    and not ${isUnderWay(now)} and not ${isBlocking} and not ${isOfAsking(authorityId)}`;

export async function countExpiredEvidence(db: Kysely<Schema>, expiring: Expiring): Promise<Counts> {
  return { evidence: await countOf(db, expiredEvidence(expiring)) };
}

export async function emptyExpiredEvidence(
  trx: Transaction<Schema>,
  expiring: Expiring,
  most: number,
): Promise<Counts> {
  const { authorityId, now, cutoffs, warningsSince } = expiring;
  const { rows } = await sql<{ id: string }>`
    select d.id ${expiredEvidence(expiring)} limit ${most} for update of d skip locked`.execute(trx);
  if (rows.length === 0) return {};
  const ids = rows.map(({ id }) => id);
  await empty(trx, authorityId, ids, now);
  await sql`update decision set person_hash = null where authority_id = ${authorityId} and id = any(${ids}::uuid[])
    and decided_at < ${cutoffs.evidence} and decided_at < ${warningsSince}`.execute(trx);
  return { evidence: ids.length };
}

async function empty(
  db: Kysely<Schema>,
  authorityId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await sql`update decision_review set text = null, contact = null
    where authority_id = ${authorityId} and decision_id = any(${[...ids]}::uuid[])`.execute(db);
  await sql`update decision set evidence = null, person_sealed = null, emptied_at = coalesce(emptied_at, ${now})
    where authority_id = ${authorityId} and id = any(${[...ids]}::uuid[])`.execute(db);
}

const ofPerson = ({ authorityId, channel, personHash }: Person) => sql`from decision d
  where d.authority_id = ${authorityId} and d.channel = ${channel} and d.person_hash = ${personHash} and ${holdsText}`;

/** Empties what is final of what was decided about a person; gives how many decisions that were. */
export async function emptyDecisionsOf(db: Kysely<Schema>, person: Person, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select d.id ${ofPerson(person)} and not ${isUnderWay(now)} and not ${isBlocking} for update of d`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await empty(db, person.authorityId, ids, now);
  return ids.length;
}

/**
 * How many decisions about a person could be emptied at once, how many keep their texts for now, and until when that is
 * sure to last; null: until a review or a block ends.
 */
export async function countTextsOf(
  db: Kysely<Schema>,
  person: Person,
  now: Date,
): Promise<{ final: number; kept: number; until: Date | null }> {
  const isKept = sql<boolean>`(${isUnderWay(now)} or ${isBlocking})`;
  const { rows } = await sql<{ final: number; kept: number; until: Date | null }>`
    select (count(*) filter (where not ${isKept}))::integer as final,
      (count(*) filter (where ${isKept}))::integer as kept,
      max(greatest(d.review_until, d.ends_at)) filter (where ${isKept}) as until ${ofPerson(person)}`.execute(
    db,
  );
  return rows[0] ?? { final: 0, kept: 0, until: null };
}
