import { type Action, removesFromSight } from "./action.ts";
import type { Confidence } from "./confidence.ts";
import { type Measured, measuredPrecision } from "./measured-precision.ts";
import type { ConversationRule, RuleTopic } from "./rule.ts";

/** What a band must have reached on labelled comments before it may hide anything by itself. */
export const precisionNeeded = 0.98;
/** With fewer cases a precision says little, however good it is. */
export const casesNeeded = 10;

/**
 * Whether a suggestion may be carried out without a person: the authority switched it on for the rule, and the band was
 * measured good enough. What is carried out is then always hiding, which can be taken back.
 */
export function mayActByItself(
  suggestion: { topic: RuleTopic | null; action: Action; confidence: Confidence },
  rule: Pick<ConversationRule, "mayActByItself"> | null,
  measured: readonly Measured[] = measuredPrecision,
): boolean {
  const { topic, action, confidence } = suggestion;
  if (topic === null || !rule?.mayActByItself || !removesFromSight(action)) return false;
  const band = measured.find((one) => one.topic === topic && one.confidence === confidence);
  return band !== undefined && band.cases >= casesNeeded && band.right / band.cases >= precisionNeeded;
}
