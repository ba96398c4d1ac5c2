import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { DecisionAction } from "../deciding/decision.ts";

export const reviewOutcomes = ["upheld", "overturned", "partly"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** A decision as whoever holds its code may see it: never a text, never a person. */
export interface ReviewedDecision {
  authorityId: string;
  decisionId: string;
  decider: string;
  action: DecisionAction;
  rule: number | null;
  ruleVersion: number | null;
  ruleText: { it: string; en: string } | null;
  why: string;
  isAutomatic: boolean;
  channel: string;
  decidedAt: Date;
  reviewUntil: Date | null;
  review: {
    id: string;
    askedAt: Date;
    dueOn: string | null;
    outcome: ReviewOutcome | null;
    reason: string | null;
    decidedAt: Date | null;
  } | null;
}

interface Row extends Omit<ReviewedDecision, "review"> {
  reviewId: string | null;
  askedAt: Date | null;
  dueOn: string | null;
  outcome: ReviewOutcome | null;
  reviewReason: string | null;
  reviewedAt: Date | null;
}

export async function findByCode(
  db: Kysely<Schema>,
  { authorityId, code }: { authorityId: string; code: string },
): Promise<ReviewedDecision | undefined> {
  const { rows } = await sql<Row>`
    select d.authority_id as "authorityId", d.id as "decisionId", d.decider, d.action, d.rule,
      d.rule_version as "ruleVersion", v.text as "ruleText", d.reason as why, d.is_automatic as "isAutomatic",
      d.channel, d.decided_at as "decidedAt", d.review_until as "reviewUntil", r.id as "reviewId",
      r.asked_at as "askedAt", r.due_on as "dueOn", r.outcome, r.reason as "reviewReason", r.decided_at as "reviewedAt"
    from decision d
    left join conversation_rule v on v.authority_id = d.authority_id and v.number = d.rule and v.version = d.rule_version
    left join decision_review r on r.authority_id = d.authority_id and r.decision_id = d.id
    where d.authority_id = ${authorityId} and d.code = ${code}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { reviewId, askedAt, dueOn, outcome, reviewReason: reason, reviewedAt: decidedAt, ...decision } = row;
  const review = reviewId && askedAt ? { id: reviewId, askedAt, dueOn, outcome, reason, decidedAt } : null;
  return { ...decision, review };
}

/** False where a review of it was asked for already. */
export async function insertReview(
  trx: Transaction<Schema>,
  review: {
    id: string;
    decision: ReviewedDecision;
    text: string;
    contact: Buffer | null;
    askedAt: Date;
    due: { on: string; at: Date } | null;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("decision_review")
    .values({
      authority_id: review.decision.authorityId,
      id: review.id,
      decision_id: review.decision.decisionId,
      first_by: review.decision.decider,
      asked_at: review.askedAt,
      text: review.text,
      contact: review.contact,
      due_on: review.due?.on ?? null,
      due_at: review.due?.at ?? null,
    })
    .onConflict((conflict) => conflict.columns(["authority_id", "decision_id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export interface OpenReview {
  id: string;
  decisionId: string;
  /** Empty where the product decided by itself. */
  firstBy: string;
  /** Of the decision. */
  action: DecisionAction;
  rule: number | null;
  askedAt: Date;
  text: string;
  contact: Buffer | null;
  dueOn: string | null;
  dueAt: Date | null;
  outcome: ReviewOutcome | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** Reviews of an authority that wait for a decision, those that are due first. */
export async function findOpenReviews(db: Kysely<Schema>, authorityId: string): Promise<OpenReview[]> {
  const { rows } = await sql<OpenReview>`${columns}
    where r.authority_id = ${authorityId} and r.outcome is null order by r.due_at nulls last, r.asked_at limit 200`.execute(
    db,
  );
  return rows;
}

/** How many wait for a decision, in each of these authorities. */
export async function countOpenReviews(
  db: Kysely<Schema>,
  authorityIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ authorityId: string; count: number }>`
    select authority_id as "authorityId", count(*)::int as count from decision_review
    where authority_id = any(${[...authorityIds]}::text[]) and outcome is null group by 1`.execute(db);
  return new Map(rows.map(({ authorityId, count }) => [authorityId, count]));
}

const columns = sql`select r.id, r.decision_id as "decisionId", r.first_by as "firstBy", d.action, d.rule,
  r.asked_at as "askedAt", r.text, r.contact, r.due_on as "dueOn", r.due_at as "dueAt", r.outcome, r.reason,
  r.decided_by as "decidedBy", r.decided_at as "decidedAt"
  from decision_review r join decision d on d.authority_id = r.authority_id and d.id = r.decision_id`;

export async function findReview(
  db: Kysely<Schema>,
  { authorityId, reviewId }: { authorityId: string; reviewId: string },
): Promise<OpenReview | undefined> {
  const { rows } = await sql<OpenReview>`${columns}
    where r.authority_id = ${authorityId} and r.id = ${reviewId}`.execute(db);
  return rows[0];
}

export async function lockReview(
  trx: Transaction<Schema>,
  { authorityId, reviewId }: { authorityId: string; reviewId: string },
): Promise<OpenReview | undefined> {
  const { rows } = await sql<OpenReview>`${columns}
    where r.authority_id = ${authorityId} and r.id = ${reviewId} for update of r`.execute(trx);
  return rows[0];
}

export async function saveReviewed(
  trx: Transaction<Schema>,
  key: { authorityId: string; reviewId: string },
  end: { outcome: ReviewOutcome; reason: string; by: string; at: Date; follow: string | null },
): Promise<void> {
  await trx
    .updateTable("decision_review")
    .set({
      outcome: end.outcome,
      reason: end.reason,
      decided_by: end.by,
      decided_at: end.at,
      follow: end.follow,
    })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.reviewId)
    .execute();
}

/** Counts an attempt of this hour; gives how many there were. Older hours are forgotten. */
export async function countReviewTry(db: Kysely<Schema>, subject: Buffer, now: Date): Promise<number> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  await db.deleteFrom("review_try").where("hour", "<", hour).execute();
  const row = await db
    .insertInto("review_try")
    .values({ subject, hour, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["subject", "hour"]).doUpdateSet({ count: sql`review_try.count + 1` }),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return row.count;
}
