import { expect, test } from "vitest";
import { isSeenToBeNoted, isSessionOver } from "./session.ts";

const now = new Date("2026-11-27T17:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test.each([
  ["used just now", 0, 1, false],
  ["left before lunch", 7.9, 24, false],
  ["left since the morning", 8, 24, true],
  ["used all week", 0, 7 * 24 - 0.1, false],
  ["used for more than a week", 0, 7 * 24, true],
])("a session %s: seen %s h ago, begun %s h ago, is over: %s", (_what, seen, begun, isOver) => {
  const expiresAt = new Date(hoursAgo(begun).getTime() + 7 * 24 * 3_600_000);
  expect(isSessionOver({ seenAt: hoursAgo(seen), expiresAt }, now)).toBe(isOver);
});

test("that it is in use is noted once a minute", () => {
  expect(isSeenToBeNoted({ seenAt: new Date(now.getTime() - 59_999) }, now)).toBe(false);
  expect(isSeenToBeNoted({ seenAt: new Date(now.getTime() - 60_000) }, now)).toBe(true);
});
