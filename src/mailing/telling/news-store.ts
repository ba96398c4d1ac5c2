import { type Kysely, sql, type Transaction } from "kysely";
import { readDeadline } from "../../conversing/inbox/warning-store.ts";
import type { Schema } from "../../database/schema.ts";
import { changeServer } from "../server-store.ts";
import { audienceOfAlert, gatherMs, isUrgentKind, type News, tooOldMs } from "./news.ts";

/** More than this at once is told in the next round. */
const newsMost = 1_000;

/** Whether anybody is to be told of anything now. */
export async function isNewsDue(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const gathered = new Date(now.getTime() - gatherMs);
  const { rows } = await sql<{ due: boolean }>`select
    exists (select from alert where told_at is null and kind = 'distress')
    or (not exists (select from mail_server where next_round_at > ${now})
      and (exists (select from alert where told_at is null and raised_at <= ${gathered})
        or exists (select from warning_told where mailed_at is null and told_at <= ${gathered}))) as due`.execute(
    db,
  );
  return rows[0]?.due === true;
}

/** Nothing but what is urgent is told before; what waits is looked at again then. */
export async function putOffRounds(db: Kysely<Schema>, until: Date): Promise<void> {
  await changeServer(db, { next_round_at: until });
}

/** Of one process at a time, until the transaction ends; false: another is at it. */
export async function lockTelling(trx: Transaction<Schema>): Promise<boolean> {
  const { rows } = await sql<{
    locked: boolean;
  }>`select pg_try_advisory_xact_lock(hashtext('bacheca telling')) as locked`.execute(trx);
  return rows[0]?.locked === true;
}

/**
 * What needs no telling any more: somebody has taken it on, has answered, or it is of yesterday because there was no mail.
 */
export async function dropStaleNews(trx: Transaction<Schema>, now: Date): Promise<void> {
  const old = new Date(now.getTime() - tooOldMs);
  await sql`update alert set told_at = ${now}
    where told_at is null and (raised_at < ${old} or seen_at is not null)`.execute(trx);
  await sql`update warning_told w set mailed_at = ${now}
    where mailed_at is null and (told_at < ${old} or not exists (
      select from conversation c where c.authority_id = w.authority_id and c.id = w.conversation_id
        and c.waiting_since = w.waiting_since))`.execute(trx);
}

/** Authorities of which something is untold. */
export async function findAuthoritiesWithNews(trx: Transaction<Schema>): Promise<string[]> {
  const { rows } = await sql<{ authority_id: string }>`
    select authority_id from alert where told_at is null
    union select authority_id from warning_told where mailed_at is null order by 1`.execute(trx);
  return rows.map((row) => row.authority_id);
}

/** Its own office, else the default one. */
const officeAnswers = sql<boolean>`(o.id = c.office_id or (c.office_id is null and o.is_default))`;

export async function findNews(trx: Transaction<Schema>, authorityId: string): Promise<News[]> {
  const alerts = await findAlerts(trx, authorityId);
  return [...alerts, ...(await findWarnings(trx, authorityId, newsMost - alerts.length))];
}

async function findAlerts(trx: Transaction<Schema>, authorityId: string): Promise<News[]> {
  const rows = await trx
    .selectFrom("alert as a")
    .leftJoin("conversation as c", (join) =>
      join.onRef("c.authority_id", "=", "a.authority_id").onRef("c.id", "=", "a.conversation_id"),
    )
    .leftJoin("office as o", (join) => join.onRef("o.authority_id", "=", "c.authority_id").on(officeAnswers))
    .select(["a.id", "a.kind", "a.raised_at", "a.conversation_id", "o.name as office_name"])
    .where("a.authority_id", "=", authorityId)
    .where("a.told_at", "is", null)
    .orderBy(sql`a.kind <> 'distress'`)
    .orderBy("a.raised_at")
    .orderBy("a.id")
    .limit(newsMost)
    .execute();
  return rows.map(({ id, kind, raised_at, conversation_id, office_name }) => ({
    ...{ subject: `alert:${id}`, from: { alertId: id }, topic: "alert", kind },
    ...{ audience: audienceOfAlert(kind), isUrgent: isUrgentKind(kind), raisedAt: raised_at },
    officeName: office_name ?? undefined,
    conversationId: conversation_id ?? undefined,
    ...{ deadline: undefined, windowUntil: undefined },
  }));
}

async function findWarnings(trx: Transaction<Schema>, authorityId: string, most: number): Promise<News[]> {
  const rows = await trx
    .selectFrom("warning_told as w")
    .innerJoin("conversation as c", (join) =>
      join.onRef("c.authority_id", "=", "w.authority_id").onRef("c.id", "=", "w.conversation_id"),
    )
    .leftJoin("office as o", (join) => join.onRef("o.authority_id", "=", "c.authority_id").on(officeAnswers))
    .select(["w.conversation_id", "w.waiting_since", "w.warning", "w.told_to", "w.told_at", "c.assignee"])
    .select(["c.deadline", "c.human_until", "c.window_until", "o.name as office_name"])
    .where("w.authority_id", "=", authorityId)
    .where("w.mailed_at", "is", null)
    .orderBy("w.told_at")
    .orderBy("w.conversation_id")
    .limit(Math.max(most, 0))
    .execute();
  return rows.map((row): News => {
    const key = {
      conversationId: row.conversation_id,
      waitingSince: row.waiting_since,
      warning: row.warning,
    };
    const forStaff = row.assignee === null ? { may: "answer" as const } : { assignee: row.assignee };
    return {
      subject: `warning:${row.conversation_id}:${row.waiting_since.toISOString()}:${row.warning}`,
      ...{ from: key, topic: "warning", kind: row.warning },
      audience: row.told_to === "head" ? "heads" : forStaff,
      ...{ isUrgent: false, raisedAt: row.told_at, conversationId: row.conversation_id },
      officeName: row.office_name ?? undefined,
      deadline: row.deadline === null ? undefined : readDeadline(row.deadline),
      windowUntil: row.human_until ?? row.window_until ?? undefined,
    };
  });
}

/** Everybody who had to hear of these has. */
export async function markTold(
  trx: Transaction<Schema>,
  authorityId: string,
  news: readonly News[],
  now: Date,
): Promise<void> {
  const alertIds = news.flatMap(({ from }) => ("alertId" in from ? [from.alertId] : []));
  await sql`update alert set told_at = ${now}
    where authority_id = ${authorityId} and id = any(${alertIds}::uuid[])`.execute(trx);
  const warnings = news.flatMap(({ from }) => ("warning" in from ? [from] : []));
  await sql`update warning_told w set mailed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(warnings)}::jsonb)
      as n ("conversationId" uuid, "waitingSince" timestamptz, warning text)
    where w.authority_id = ${authorityId} and w.conversation_id = n."conversationId"
      and w.waiting_since = n."waitingSince" and w.warning = n.warning`.execute(trx);
}
