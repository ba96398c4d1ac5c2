import { casesNeeded, mayActByItself } from "../../src/moderating/acting-alone.ts";
import { removesFromSight } from "../../src/moderating/action.ts";
import { confidences } from "../../src/moderating/confidence.ts";
import type { Measured } from "../../src/moderating/measured-precision.ts";
import { ruleTopics } from "../../src/moderating/rule.ts";
import { type JudgedComment, mayBeHidden, ratio } from "./judged-comment.ts";

/** How often each band was right that suggested to hide or delete, by topic. */
export function measureBands(judged: readonly JudgedComment[]): Measured[] {
  return ruleTopics.flatMap((topic) =>
    confidences.flatMap((confidence) => {
      const all = judged.filter(({ triage: { suggestions, action } }) => {
        const [first] = suggestions;
        return first?.topic === topic && first.confidence === confidence && removesFromSight(action);
      });
      const right = all.filter(({ comment }) => mayBeHidden(comment)).length;
      return all.length === 0 ? [] : [{ topic, confidence, cases: all.length, right }];
    }),
  );
}

/** Of what the surest band suggests to hide or delete, how much people would bear hidden. */
export function certainPrecision(judged: readonly JudgedComment[]): { cases: number; precision: number } {
  const certain = judged.filter(
    ({ triage }) => removesFromSight(triage.action) && triage.suggestions[0]?.confidence === "certain",
  );
  const right = certain.filter(({ comment }) => mayBeHidden(comment)).length;
  return { cases: certain.length, precision: ratio(right, certain.length) };
}

/**
 * Which bands may act is the one thing fitted to labelled comments. So it is chosen on all folds but one, and what the
 * chosen bands would then hide in the fold left out is counted.
 */
export function heldOutPrecision(
  judged: readonly JudgedComment[],
  folds: number,
): { hidden: number; precision: number } {
  let hidden = 0;
  let right = 0;
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (_: JudgedComment, index: number) => index % folds === fold;
    const measured = measureBands(judged.filter((one, index) => !isOut(one, index)));
    for (const { comment, triage } of judged.filter(isOut)) {
      const [first] = triage.suggestions;
      if (!first || !mayActByItself(first, { mayActByItself: true }, measured)) continue;
      hidden++;
      if (mayBeHidden(comment)) right++;
    }
  }
  return { hidden, precision: ratio(right, hidden) };
}

/** The bands as they are to stand in `measured-precision.ts`; those with few cases say little and are left out. */
export function worthKeeping(measured: readonly Measured[]): Measured[] {
  return measured.filter(({ cases }) => cases >= casesNeeded);
}
