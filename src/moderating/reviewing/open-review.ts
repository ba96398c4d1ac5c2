import { recordAct } from "../../auditing/record-act.ts";
import { findDecision, type KeptDecision } from "../deciding/decision-store.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import { findRuleVersions } from "../ruling/rule-version-store.ts";
import { findReview, type OpenReview } from "./review-store.ts";

/** A review with all that whoever judges it needs. */
export interface OpenedReview {
  review: OpenReview;
  decision: KeptDecision;
  /** Of the version that was in force. */
  ruleText: { it: string; en: string } | null;
  /** How whoever asked can be reached; null where they said nothing. Only for whoever may judge. */
  contact: string | null;
  /** Nobody judges their own decision. */
  isOwnDecision: boolean;
}

/**
 * Opens a review: what was asked, what had been decided and its evidence. How to reach whoever asked is unsealed for who
 * may judge it; that somebody read it, and whether that was part of it, is entered in the trail.
 */
export async function openReview(
  { db, vault, clock }: Pick<ModerateTools, "db" | "vault" | "clock">,
  key: { authorityId: string; reviewId: string },
  by: string,
): Promise<OpenedReview | undefined> {
  const { authorityId, reviewId } = key;
  const review = await findReview(db, key);
  const decision = review && (await findDecision(db, { authorityId, decisionId: review.decisionId }));
  if (!review || !decision) return undefined;
  const isOwnDecision = review.firstBy === by;
  const sealed = isOwnDecision ? null : review.contact;
  const contact = sealed && vault.open(sealed, sealedFor(key));
  const { rule } = decision;
  const versions = rule ? await findRuleVersions(db, authorityId) : [];
  const version = versions.find((one) => one.number === rule?.number && one.version === rule.version);
  const detail = { contact: contact !== null };
  await recordAct(db, { authorityId, at: clock.now(), by, act: "review-opened", subject: reviewId, detail });
  return { review, decision, ruleText: version?.text ?? null, contact, isOwnDecision };
}

/** What the way to whoever asked is bound to. */
export function sealedFor({ authorityId, reviewId }: { authorityId: string; reviewId: string }): string {
  return `review-contact:${authorityId}/${reviewId}`;
}
