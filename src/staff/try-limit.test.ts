import { expect, test } from "vitest";
import { levelNow, secondsToWait } from "./try-limit.ts";

const now = new Date("2026-11-27T09:00:00Z");
const limit = { burst: 3, perMs: 60_000 };

test.each([
  [0, 0, 0],
  [2, 0, 0],
  [3, 0, 60],
  [3, 30, 30],
  [3, 60, 0],
  [3, 600, 0],
  // A clock that was set back gives nothing and takes nothing.
  [3, -600, 60],
])("after %i failures and %i seconds one waits %i seconds", (level, seconds, wait) => {
  const at = new Date(now.getTime() - seconds * 1000);
  expect(secondsToWait(levelNow({ level, at }, limit, now), limit)).toBe(wait);
});
