import { expect, test } from "vitest";
import { withinTime } from "./within-time.ts";

test("work that ends in time gives its value, and its errors are its own", () => {
  expect(withinTime(1_000, () => ["a"])).toEqual({ value: ["a"] });
  expect(() => withinTime(1_000, () => JSON.parse("{"))).toThrow(SyntaxError);
});

test("a pattern that backtracks without end is given up", () => {
  const startedAt = performance.now();
  expect(withinTime(20, () => /^(a+)+$/.test(`${"a".repeat(60)}!`))).toBeUndefined();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(withinTime(20, () => 1)).toEqual({ value: 1 });
});
