/** How sure triage is: `certain` hardly ever errs, `likely` should be looked at, `possible` must be. */
export const confidences = ["possible", "likely", "certain"] as const;
export type Confidence = (typeof confidences)[number];

export function isSurer(one: Confidence, other: Confidence): boolean {
  return confidences.indexOf(one) > confidences.indexOf(other);
}
