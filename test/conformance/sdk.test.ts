// Meta's own SDK understands the pretend Facebook; `npm run conformance:sdk` prints the same as a table.
import { expect, test } from "vitest";
import { type Judged, judge, scenarios } from "./sdk/judge.ts";

const judged = await judge();

test("the scenarios are as many as promised, each with a name of its own", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(25);
  expect(new Set(judged.map(({ name }) => name)).size).toBe(judged.length);
});

const isDefect = ({ name }: Judged): boolean => !scenarios.some((scenario) => scenario.name === name);

test.each(judged.filter((row) => !isDefect(row)))("Meta's SDK understands: $name", ({ understood, note }) => {
  expect(understood, note).toBe("yes");
});

// Refused rightly, and shown, so that a mended SDK is noticed.
test.each(judged.filter(isDefect))("Meta's SDK is broken at: $name", ({ understood, note }) => {
  expect(understood, note).toBe("SDK defect");
});
