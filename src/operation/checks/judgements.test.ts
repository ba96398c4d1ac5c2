import { describe, expect, test } from "vitest";
import { judgeClock } from "./clock.ts";
import { judgeDisk } from "./database.ts";
import { judgeWork } from "./work.ts";

const mebibyte = 1024 ** 2;

test.each([
  [10_000, "ok"],
  [1_000, "warning"],
  [100, "fault"],
])("%i MB of room are %s", (free, state) => {
  expect(judgeDisk("/data", free * mebibyte).state).toBe(state);
});

test.each([
  [0, 5, "ok"],
  [-1_900, 0, "ok"],
  [4_000, 10, "warning"],
  [-90_000, 10, "fault"],
  // The question itself took so long that nothing can be said.
  [4_000, 3_000, "ok"],
])("clocks %i ms apart, known to %i ms, are %s", (off, unsure, state) => {
  expect(judgeClock(off, unsure).state).toBe(state);
});

describe("work", () => {
  const nothing = { late: 0, lateSeconds: 0, uncertain: 0, held: 0, refused: 0, disconnected: 0 };

  test("that is neither late nor waiting for a person is well", () => {
    expect(judgeWork(nothing)).toEqual([{ part: "work", state: "ok", code: "work-ok", facts: {} }]);
  });

  test("that nobody takes is a fault; what waits for a person is to be seen", () => {
    expect(judgeWork({ ...nothing, late: 3, lateSeconds: 600, held: 1 })).toEqual([
      { part: "work", state: "fault", code: "work-late", facts: { count: "3", minutes: "10" } },
      { part: "work", state: "warning", code: "work-held", facts: { count: "1" } },
    ]);
  });
});
