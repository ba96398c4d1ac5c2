import { createHash } from "node:crypto";
import type { HoldingKind } from "./holdings.ts";

/** On which ground of the law somebody's data is erased (GDPR art. 17 c. 1). */
export const erasureGrounds = [
  "not-needed",
  "consent-withdrawn",
  "objection",
  "unlawful",
  "legal-duty",
] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

export const referenceCharactersMax = 120;

/** What erasing a person would take, and what it leaves, with why. */
export interface Erasure {
  counts: Record<HoldingKind, number>;
  /** Decisions whose texts would go at once. */
  emptied: number;
  kept: {
    /** Discussions in which others wrote as well: theirs stays, without the person's name. */
    discussions: number;
    /** Decisions: rule, action, day and hash stay for the register; nobody's name, no text. */
    decisions: number;
    /** Of these, those that are not final keep their texts until they are; `until`: at least. */
    texts: number;
    until: Date | null;
    /** Our copies of extracts that the official register has. */
    extracts: number;
  };
}

/** Whether there is anything to take: what is kept for good is none. */
export function isNothingToErase({ counts, emptied, kept }: Erasure): boolean {
  const { decisions: _decisions, reviews: _reviews, deletions: _deletions, ...rest } = counts;
  return Object.values({ ...rest, emptied, extracts: rest.extracts - kept.extracts }).every(
    (count) => count === 0,
  );
}

/** What whoever confirms has seen, as one word: where it is another by then, they look again. */
export function erasureSeen(erasure: Erasure): string {
  return createHash("sha256").update(JSON.stringify(erasure)).digest("hex").slice(0, 16);
}
