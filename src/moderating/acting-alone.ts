import { type Action, removesFromSight } from "./action.ts";
import type { Confidence } from "./confidence.ts";
import { type Measured, measuredPrecision } from "./measured-precision.ts";
import type { ConversationRule, RuleTopic } from "./rule.ts";

/** What a band must have reached on labelled comments before it may hide anything by itself. */
export const precisionNeeded = 0.98;
/** With fewer cases a precision says little, however good it is. */
export const casesNeeded = 10;

/** Whether acting by itself can be offered for a topic, and what was measured of its best band. */
export type ActingChance =
  | { kind: "measured"; cases: number; right: number }
  | { kind: "too-few" | "too-imprecise"; cases: number; right: number }
  /** No labelled comment says anything about it. */
  | { kind: "never-measured" };

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
  return band !== undefined && judge(band).kind === "measured";
}

/** Whether anything besides asks for a person (despair, a threat, a formal act): then all of it is left to one. */
export function asksForPerson(suggestions: readonly { action: Action }[]): boolean {
  return suggestions.some(
    ({ action }) => !removesFromSight(action) && action !== "answer" && action !== "none",
  );
}

/** What may be offered to an authority for a rule on this topic: only what was measured, or why not. */
export function actingChance(
  topic: RuleTopic,
  measured: readonly Measured[] = measuredPrecision,
): ActingChance {
  const chances = measured.filter((one) => one.topic === topic).map(judge);
  return chances.find(({ kind }) => kind === "measured") ?? chances[0] ?? { kind: "never-measured" };
}

function judge({ cases, right }: Measured): Exclude<ActingChance, { kind: "never-measured" }> {
  if (cases < casesNeeded) return { kind: "too-few", cases, right };
  return { kind: right / cases >= precisionNeeded ? "measured" : "too-imprecise", cases, right };
}
