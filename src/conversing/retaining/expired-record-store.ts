import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { asking } from "./held-back.ts";
import type { Counts, Expiring } from "./retention.ts";

/** What nobody will handle, since the account is off. */
const isOfNobody = sql<boolean>`exists (select from account a where a.authority_id = r.authority_id
  and a.id = r.account_id and a.state = 'off')`;

/** Rows with a term of their own, each as `r`, that nothing else hangs on. */
const plain = {
  events: ({ authorityId, cutoffs }: Expiring) => sql`from event r
    where r.authority_id = ${authorityId} and r.happened_at < ${cutoffs.events} and (r.handled_at is not null or ${isOfNobody})
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
  trx: Kysely<Schema>,
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

/** How many rows come from there. */
export async function countOf(db: Kysely<Schema>, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count ${from}`.execute(db);
  return rows[0]?.count ?? 0;
}
