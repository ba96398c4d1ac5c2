import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";

/** So long before its term ends a review is told of again; there is a weekend in it. */
const aheadMs = 3 * 86_400_000;

/** Reviews nobody has decided whose term ends soon or is over, and of which that was not told yet. */
function untoldTerms(now: Date) {
  const soon = new Date(now.getTime() + aheadMs);
  const kind = sql`case when r.due_at <= ${now}::timestamptz then 'review-late' else 'review-due' end`;
  return sql`select r.authority_id, ${kind} as kind, r.decision_id::text as subject,
      jsonb_build_object('dueOn', r.due_on) as detail, ${now}::timestamptz as raised_at
    from decision_review r
    where r.outcome is null and r.due_at <= ${soon}
      and not exists (select 1 from alert a where a.authority_id = r.authority_id
        and a.kind = ${kind} and a.subject = r.decision_id::text)`;
}

/** Whether the term of a review is to be told of. */
export async function isReviewTermDue(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const { rows } = await sql`${untoldTerms(now)} limit 1`.execute(db);
  return rows.length > 0;
}

/** Alerts for terms of reviews that end within three days or are over, each once. */
export async function raiseReviewTerms(db: Kysely<Schema>, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into alert (authority_id, kind, subject, detail, raised_at)
    ${untoldTerms(now)} on conflict (authority_id, kind, subject) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}
