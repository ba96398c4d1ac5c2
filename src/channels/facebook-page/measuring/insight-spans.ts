/** Facebook takes at most 90 days in one request, and looks back two years (graph-api.md section 19). */
const dayMs = 86_400_000;
const requestDaysMax = 90;
const yearsBackDays = 2 * 365;
/** What is asked for at the very edge would be beyond it when it arrives. */
const edgeMs = 3_600_000;

export interface Span {
  since: Date;
  until: Date;
}

/** A stretch of time in pieces that Facebook takes, oldest first; what lies beyond its memory is left out. */
export function insightSpans({ since, until }: Span, now: Date): Span[] {
  const earliest = now.getTime() - yearsBackDays * dayMs + edgeMs;
  const end = Math.min(until.getTime(), now.getTime());
  const spans: Span[] = [];
  for (let from = Math.max(since.getTime(), earliest); from < end; from += requestDaysMax * dayMs) {
    spans.push({ since: new Date(from), until: new Date(Math.min(from + requestDaysMax * dayMs, end)) });
  }
  return spans;
}
