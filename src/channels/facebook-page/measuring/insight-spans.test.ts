import fc from "fast-check";
import { expect, test } from "vitest";
import { insightSpans } from "./insight-spans.ts";

const now = new Date("2026-11-02T09:00:00Z");
const day = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * day);

test("a quarter is one request, a year is five, oldest first and without gaps", () => {
  expect(insightSpans({ since: daysAgo(90), until: now }, now)).toEqual([{ since: daysAgo(90), until: now }]);
  const year = insightSpans({ since: daysAgo(365), until: now }, now);
  expect(year).toHaveLength(5);
  expect(year[0]?.since).toEqual(daysAgo(365));
  expect(year.at(-1)?.until).toEqual(now);
});

test("whatever is asked for, no piece is longer than 90 days, older than two years or in the future", () => {
  const moments = fc.integer({ min: -2000, max: 100 }).map((days) => daysAgo(-days));
  fc.assert(
    fc.property(moments, moments, (since, until) => {
      const spans = insightSpans({ since, until }, now);
      for (const [at, span] of spans.entries()) {
        expect(span.until.getTime() - span.since.getTime()).toBeLessThanOrEqual(90 * day);
        expect(span.since.getTime()).toBeLessThan(span.until.getTime());
        expect(span.since.getTime()).toBeGreaterThan(daysAgo(730).getTime());
        expect(span.until.getTime()).toBeLessThanOrEqual(now.getTime());
        if (at > 0) expect(span.since).toEqual(spans[at - 1]?.until);
      }
    }),
  );
});
