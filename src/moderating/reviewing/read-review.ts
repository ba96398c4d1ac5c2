import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { readDecisionCode } from "../deciding/decision-code.ts";
import { findByCode, type ReviewedDecision } from "./review-store.ts";

/** What whoever holds the code of a decision may read of it, and of its review; undefined where no code leads anywhere. */
export async function readReview(
  db: Kysely<Schema>,
  key: { authorityId: string; code: string },
): Promise<Omit<ReviewedDecision, "decider" | "decisionId"> | undefined> {
  const code = readDecisionCode(key.code);
  const found = code && (await findByCode(db, { authorityId: key.authorityId, code }));
  if (!found) return undefined;
  const { decider: _, decisionId: _id, ...told } = found;
  return told;
}
