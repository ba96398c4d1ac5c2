import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { asking, isUnderWay } from "./held-back.ts";
import type { Counts, Expiring } from "./retention.ts";

/** Rows with a term of their own, each as `r`, that nothing else hangs on. */
const plain = {
  events: ({ authorityId, cutoffs }: Expiring) => sql`from event r
    where r.authority_id = ${authorityId} and r.happened_at < ${cutoffs.events} and r.handled_at is not null
      and not coalesce((r.account_id, r.reading #>> '{person,id}') in (${asking(authorityId)}), false)
      and not coalesce((r.account_id, r.reading ->> 'recipientId') in (${asking(authorityId)}), false)`,
  notices: ({ authorityId, cutoffs }: Expiring) => sql`from notice_given r
    where r.authority_id = ${authorityId} and r.given_at < ${cutoffs.notices}
      and (r.account_id, r.person_id) not in (${asking(authorityId)})`,
  feedback: ({ authorityId, cutoffs }: Expiring) => sql`from feedback r
    where r.authority_id = ${authorityId} and r.sent_at < ${cutoffs.feedback}`,
} as const;

const tables = { events: "event", notices: "notice_given", feedback: "feedback" } as const;
export type PlainKind = keyof typeof plain;

export async function countExpiredRows(
  db: Kysely<Schema>,
  expiring: Expiring,
  kind: PlainKind,
): Promise<Counts> {
  return { [kind]: await countOf(db, plain[kind](expiring)) };
}

export async function eraseExpiredRows(
  trx: Transaction<Schema>,
  expiring: Expiring,
  kind: PlainKind,
  most: number,
): Promise<Counts> {
  const { numAffectedRows } = await sql`delete from ${sql.table(tables[kind])} where ctid = any(array(
    select r.ctid ${plain[kind](expiring)} limit ${most} for update of r skip locked))`.execute(trx);
  return { [kind]: Number(numAffectedRows ?? 0) };
}

/** Extracts as `x`: our copy goes, the hash that proves the copy in the register stays. */
const expiredExtracts = ({ authorityId, cutoffs }: Expiring) => sql`from extract x
  where x.authority_id = ${authorityId} and x.erased_at is null and x.made_at < ${cutoffs.extracts}
    and not exists (select from (${asking(authorityId)}) as asking (account_id, author_id)
      where asking.account_id = x.account_id and asking.author_id = any(x.person_ids))`;

export async function countExpiredExtracts(db: Kysely<Schema>, expiring: Expiring): Promise<Counts> {
  return { extracts: await countOf(db, expiredExtracts(expiring)) };
}

export async function eraseExpiredExtracts(
  trx: Transaction<Schema>,
  expiring: Expiring,
  most: number,
): Promise<Counts> {
  const { rows } = await sql<{ id: string }>`
    select x.id ${expiredExtracts(expiring)} limit ${most} for update of x skip locked`.execute(trx);
  await eraseExtracts(
    trx,
    expiring.authorityId,
    rows.map(({ id }) => id),
    expiring.now,
  );
  return { extracts: rows.length };
}

/** Empties extracts of all but their number, day and hash; the names of files people sent go as well. */
export async function eraseExtracts(
  trx: Transaction<Schema>,
  authorityId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from extract_piece
    where authority_id = ${authorityId} and extract_id = any(${[...ids]}::uuid[])`.execute(trx);
  await sql`update extract set erased_at = ${now}, person_ids = '{}', files = '[]'
    where authority_id = ${authorityId} and id = any(${[...ids]}::uuid[])`.execute(trx);
}

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
  await sql`update decision_review set text = null, contact = null
    where authority_id = ${authorityId} and decision_id = any(${ids}::uuid[])`.execute(trx);
  await sql`update decision set evidence = null, person_sealed = null, emptied_at = coalesce(emptied_at, ${now}),
      person_hash = case when decided_at < ${cutoffs.evidence} and decided_at < ${warningsSince} then null
        else person_hash end
    where authority_id = ${authorityId} and id = any(${ids}::uuid[])`.execute(trx);
  return { evidence: ids.length };
}

async function countOf(db: Kysely<Schema>, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count ${from}`.execute(db);
  return rows[0]?.count ?? 0;
}
