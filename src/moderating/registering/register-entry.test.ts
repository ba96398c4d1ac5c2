import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayCount, dayCountMin, registerCsv, registerEntries } from "./register-entry.ts";

const counted: fc.Arbitrary<DayCount> = fc.record({
  day: fc.constantFrom("2026-11-27", "2026-11-28", "2026-12-01"),
  rule: fc.constantFrom(3, 6),
  version: fc.constantFrom(1, 2),
  action: fc.constantFrom("hide", "delete", "warn"),
  channel: fc.constant("facebook-page"),
  isAutomatic: fc.boolean(),
  review: fc.constantFrom("none" as const, "open" as const, "overturned" as const),
  count: fc.integer({ min: 1, max: 7 }),
});

test("no day is named on which a rule was applied less than five times, and nothing is lost", () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 40 }), (counts) => {
      const entries = registerEntries(counts);
      const sum = (all: readonly { count: number }[]) => all.reduce((total, { count }) => total + count, 0);
      expect(sum(entries)).toBe(sum(counts));
      for (const { period, rule } of entries.filter((entry) => entry.period.length > 7)) {
        expect(
          sum(entries.filter((other) => other.rule === rule && other.period === period)),
        ).toBeGreaterThanOrEqual(dayCountMin);
      }
    }),
  );
});

test("the order in which decisions were made does not show", () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 20 }), (counts) => {
      expect(registerEntries(counts.toReversed())).toEqual(registerEntries(counts));
    }),
  );
});

test("a register as CSV has a line for each entry", () => {
  const one = { day: "2026-11-28", rule: 6, version: 1, action: "hide", channel: "facebook-page" };
  const entries = registerEntries([{ ...one, isAutomatic: false, review: "none", count: 1 }]);
  expect(registerCsv(entries)).toBe(
    "period,rule,version,action,channel,isAutomatic,review,count\r\n2026-11,6,1,hide,facebook-page,false,none,1\r\n",
  );
});
