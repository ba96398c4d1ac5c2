import type { Suggestion } from "../../../moderating/triage.ts";

/** A stretch of a text, and which reasons rest on it, counted from 1. */
export interface MarkedPiece {
  text: string;
  reasons: readonly number[];
}

/** Each reason once, in the order in which they weigh, with all words that led to it. */
export function groupedReasons(because: Suggestion["because"]): Suggestion["because"] {
  const grouped = Map.groupBy(because, ({ reason }) => reason);
  return [...grouped].map(([reason, all]) => ({ reason, spans: all.flatMap(({ spans }) => spans) }));
}

/** Which words led to what: the text cut where a reason begins or ends, in the order of the text; nothing is left out. */
export function markedText(text: string, because: Suggestion["because"]): MarkedPiece[] {
  const spans = because.flatMap(({ spans: own }, index) =>
    own.map(({ from, to }) => ({
      from: Math.max(0, from),
      to: Math.min(to, text.length),
      reason: index + 1,
    })),
  );
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const own = spans.filter((span) => span.from <= from && span.to >= to).map(({ reason }) => reason);
    return { text: text.slice(from, to), reasons: [...new Set(own)] };
  });
}
