import { expect, test } from "vitest";
import { type RuleVersion, starterVersions } from "../../moderating/ruling/rule-version.ts";
import { rulesPublished } from "./published-rules.ts";

const today = "2026-11-20";
const first = starterVersions("2026-01-01", new Date("2026-01-01T08:00:00Z"));
const sixth = first.find(({ number }) => number === 6) as RuleVersion;

const later = (version: number, validFrom: string, more: Partial<RuleVersion> = {}): RuleVersion => ({
  ...sixth,
  version,
  validFrom,
  origin: "desk",
  changedBy: "giulia",
  ...more,
});

function sixthOf(versions: RuleVersion[]) {
  const { rules, earlier } = rulesPublished([...versions, ...first], today);
  const versionsOf = (all: readonly { number: number; version: number }[]) =>
    all.filter(({ number }) => number === 6).map(({ version }) => version);
  return { holds: versionsOf(rules), earlier: versionsOf(earlier) };
}

test.each<[string, RuleVersion[], number[], number[]]>([
  ["never changed", [], [1], []],
  ["changed today", [later(2, today)], [2], [1]],
  ["to change tomorrow", [later(2, "2026-11-21")], [1], []],
  ["withdrawn", [later(2, "2026-11-01", { isWithdrawn: true })], [], [1]],
  [
    "planned, and planned again for an earlier day",
    [later(3, "2026-11-02"), later(2, "2026-11-10")],
    [3],
    [1],
  ],
  ["changed twice", [later(3, "2026-11-02"), later(2, "2026-10-10")], [3], [2, 1]],
])("a rule that was %s", (_what, versions, holds, earlier) => {
  expect(sixthOf(versions)).toEqual({ holds, earlier });
});
