import { type Kysely, type Selectable, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { DecisionTable } from "../../database/schema-decisions.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import { type KeptDecision, toDecision } from "./decision-store.ts";

/** Due, or left in the middle of a call; what is behind a call about the same message that is under way waits for it. */
const isDueNow = (now: Date) => sql<boolean>`
  ((d.state = 'due' and d.next_step_at <= ${now})
    or (d.state = 'calling' and d.lease_until < clock_timestamp()))
  and not exists (select from decision o where o.authority_id = d.authority_id and o.id <> d.id
    and o.target = d.target and o.state = 'calling' and o.lease_until >= clock_timestamp())
  and exists (select from account a where a.authority_id = d.authority_id and a.id = d.account_id
    and a.state not in ('off','disconnected')
    and (a.answering_rest_until is null or a.answering_rest_until <= ${now}))`;

/** Accounts through which a decision is to be carried out now. */
export async function findDecidingAccounts(db: Kysely<Schema>, now: Date): Promise<AccountKey[]> {
  const { rows } = await sql<AccountKey>`
    select distinct d.authority_id as "authorityId", d.account_id as "accountId" from decision d
    where d.state in ('due','calling') and ${isDueNow(now)}`.execute(db);
  return rows;
}

export async function findDueDecisions(
  db: Kysely<Schema>,
  { authorityId, accountId }: AccountKey,
  now: Date,
  most: number,
): Promise<KeptDecision[]> {
  const { rows } = await sql<Selectable<DecisionTable>>`
    select d.* from decision d where d.authority_id = ${authorityId} and d.account_id = ${accountId}
      and d.state in ('due','calling') and ${isDueNow(now)}
    order by d.seq limit ${most}`.execute(db);
  return rows.map(toDecision);
}

/** Whether somebody has decided otherwise about the same since; what they wanted is not to be undone by this one. */
export async function hasNewer(db: Kysely<Schema>, one: KeptDecision): Promise<boolean> {
  const isOfPerson = one.action === "block" || one.action === "unblock";
  const { rows } = await sql`
    select from decision d, decision mine
    where mine.authority_id = ${one.authorityId} and mine.id = ${one.id}
      and d.authority_id = mine.authority_id and d.seq > mine.seq
      and case when ${isOfPerson} then d.person_hash = mine.person_hash and d.action in ('block','unblock')
        else d.target = mine.target and d.action in ('hide','unhide','delete') end
    limit 1`.execute(db);
  return rows.length > 0;
}
