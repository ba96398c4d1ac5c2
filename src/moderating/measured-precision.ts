import type { Confidence } from "./confidence.ts";
import type { RuleTopic } from "./rule.ts";

/** How often a band was right: `right` of `cases` suggestions to hide or delete. */
export interface Measured {
  topic: RuleTopic;
  confidence: Confidence;
  cases: number;
  right: number;
}

/**
 * What `npm run eval:moderation` counted on the samples and our own ten sets, which the lists know by now. At first sight
 * it was 25 of 26 in three older sets and 19 of 20 in the one held out (decision 0029). Harmless sentences made to
 * mislead it then found 41 of 245 surely hidden, so the band was narrowed to what these figures count.
 * `bench/moderation/measured-bands.test.ts` fails when the lists have changed them.
 */
export const measuredPrecision: readonly Measured[] = [
  { topic: "fairness-and-privacy", confidence: "certain", cases: 36, right: 36 },
  { topic: "offence", confidence: "certain", cases: 26, right: 26 },
  { topic: "advertising", confidence: "certain", cases: 20, right: 20 },
];
