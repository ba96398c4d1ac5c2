import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { recordAct } from "../../auditing/record-act.ts";
import { findAuthority } from "../../authority/authority-store.ts";
import { addWorkingDays } from "../../authority/calendar/working-day.ts";
import { dateIn, endOfDate } from "../../authority/calendar/zoned-time.ts";
import { calendarOf } from "../../authority/office.ts";
import { findOffices } from "../../authority/office-store.ts";
import { readDecisionCode } from "../deciding/decision-code.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { raiseAlert } from "../recognising/alert-store.ts";
import { sealedFor } from "./open-review.ts";
import { countReviewTry, findByCode, insertReview, type ReviewedDecision } from "./review-store.ts";

/** What somebody without an account writes into the public form. `address`: from where, counted and not kept. */
export interface AskedReview {
  authorityId: string;
  code: string;
  text: string;
  contact?: string;
  address: string;
}

export type AskResult =
  /** Taken in; also for a code that nobody was ever given, so that nothing is learnt by trying codes. */
  | { kind: "taken" }
  | { kind: "no-code" }
  | { kind: "text-missing" }
  | { kind: "text-too-long"; charactersMax: number }
  | { kind: "too-often" };

export const reviewTextMax = 3_000;
const contactMax = 200;
const triesAnHour = 10;
/** Longer than any of the answers takes, so that their time says nothing either. */
const answerAfterMs = 300;

/** Asks for a review of a decision: one for each, until its last day. */
export async function askReview(
  tools: Pick<ModerateTools, "db" | "vault" | "clock">,
  asked: AskedReview,
): Promise<AskResult> {
  const code = readDecisionCode(asked.code);
  const text = asked.text.trim();
  if (code === undefined) return { kind: "no-code" };
  if (text === "") return { kind: "text-missing" };
  if (text.length > reviewTextMax) return { kind: "text-too-long", charactersMax: reviewTextMax };
  const now = tools.clock.now();
  const subject = tools.vault.fingerprint(asked.address, `review-try:${asked.authorityId}`);
  if ((await countReviewTry(tools.db, subject, now)) > triesAnHour) return { kind: "too-often" };
  const waited = sleep(answerAfterMs);
  const decision = await findByCode(tools.db, { authorityId: asked.authorityId, code });
  if (decision?.reviewUntil && now < decision.reviewUntil && !decision.review)
    await take(tools, asked, decision, text, now);
  await waited;
  return { kind: "taken" };
}

async function take(
  tools: Pick<ModerateTools, "db" | "vault">,
  { authorityId, contact }: AskedReview,
  decision: ReviewedDecision,
  text: string,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const due = await dueOf(tools, authorityId, now);
  const reached = contact?.trim().slice(0, contactMax);
  const sealed = reached ? tools.vault.seal(reached, sealedFor({ authorityId, reviewId: id })) : null;
  await tools.db.transaction().execute(async (trx) => {
    if (!(await insertReview(trx, { id, decision, text, contact: sealed, askedAt: now, due }))) return;
    const { decisionId } = decision;
    await recordAct(trx, { authorityId, at: now, by: null, act: "review-asked", subject: decisionId });
    await raiseAlert(trx, { authorityId, kind: "review-asked", subject: decisionId }, now);
  });
}

async function dueOf({ db }: Pick<ModerateTools, "db">, authorityId: string, now: Date) {
  const authority = await findAuthority(db, authorityId);
  if (!authority) return null;
  const { timeZone, moderation } = authority.settings;
  const office = (await findOffices(db, authorityId)).find(({ isDefault }) => isDefault);
  const on = addWorkingDays(
    calendarOf(office, timeZone),
    dateIn(now, timeZone),
    moderation.reviewWorkingDays,
  );
  return on && { on, at: endOfDate(on, timeZone) };
}
