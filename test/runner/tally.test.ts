import { describe, expect, test } from "vitest";
import { closingLine, gathered, judged, sum } from "./tally.ts";

const good = { passed: 3, failed: 0, skipped: ["one (no samples here)"] };

describe("the tally of a run", () => {
  test("closes with one line that programs can read", () => {
    expect(closingLine(sum([good, { passed: 1, failed: 2, skipped: [] }]))).toBe(
      "4 passed, 2 failed, 1 skipped",
    );
  });

  test("what was not run for one reason is told once", () => {
    const titles = [
      "a.test.ts: samples (not here) > one",
      "a.test.ts: samples (not here) > two",
      "b.test.ts: x > y",
    ];
    expect(gathered(titles)).toEqual(["  a.test.ts: samples (not here): 2 tests", "  b.test.ts: x > y"]);
  });

  test("a step that ended well counts as it says", () => {
    expect(judged(good, 0)).toEqual(good);
  });

  test("a step that ended badly though nothing failed in it has failed once", () => {
    expect(judged(good, 1).failed).toBe(1);
  });

  test("a step that ran nothing has failed, even when it ended well", () => {
    expect(judged({ passed: 0, failed: 0, skipped: [] }, 0).failed).toBe(1);
  });

  test("failures are not counted twice", () => {
    expect(judged({ ...good, failed: 2 }, 1).failed).toBe(2);
  });
});
