import type { Reason } from "../../moderating/claim.ts";
import type { Suggestion } from "../../moderating/triage.ts";

/** A stretch of a text, with the numbers of the explanations that rest on it; none = plain words. */
export interface MarkedPiece {
  text: string;
  numbers: readonly number[];
}

/** What was found, counted from 1; reasons that rest on no words (a picture, another language) are there too. */
export interface NumberedReason {
  number: number;
  reason: Reason;
}

/**
 * A text cut where what led to the suggestions begins and ends. Cut before anything is done to its signs, since spans
 * count those of the original; what overlaps carries all of its numbers.
 */
export function markText(
  text: string,
  suggestions: readonly Suggestion[],
): { pieces: MarkedPiece[]; reasons: NumberedReason[] } {
  const byReason = Map.groupBy(
    suggestions.flatMap(({ because }) => because),
    ({ reason }) => reason,
  );
  const found = [...byReason].map(([reason, all], index) => ({
    number: index + 1,
    reason,
    spans: all.flatMap(({ spans }) => spans),
  }));
  const edges = found.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to]));
  const cuts = [...new Set([0, ...edges.filter((at) => at > 0 && at < text.length), text.length])];
  cuts.sort((a, b) => a - b);
  const pieces: MarkedPiece[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    const holding = found.filter(({ spans }) => spans.some((span) => span.from <= from && span.to >= to));
    pieces.push({ text: text.slice(from, to), numbers: holding.map(({ number }) => number) });
  }
  return { pieces: joined(pieces), reasons: found.map(({ number, reason }) => ({ number, reason })) };
}

/** Without cuts between pieces that rest on the same. */
function joined(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  const all: MarkedPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && String(last.numbers) === String(piece.numbers)) last.text += piece.text;
    else all.push({ ...piece });
  }
  return all;
}
