import { expect, test } from "vitest";
import { firstPace, paceAfter } from "./handling-pace.ts";

test("while nobody asks, batches grow to what fits, without a pause", () => {
  let pace = firstPace;
  for (let batch = 0; batch < 5; batch += 1) pace = paceAfter(pace, { events: pace.events, ms: 20 }, 0);
  expect(pace).toEqual({ events: 200, pauseMs: 0 });
});

test("while deliveries keep arriving, others have most of the time, for a bounded time", () => {
  expect(paceAfter(firstPace, { events: 50, ms: 100 }, 500)).toEqual({ events: 100, pauseMs: 300 });
  expect(paceAfter(firstPace, { events: 50, ms: 5_000 }, 500).pauseMs).toBe(500);
  expect(paceAfter(firstPace, { events: 50, ms: 100 }, 3).pauseMs).toBe(0);
});

test("a batch that took too long makes the next one smaller, never nothing", () => {
  expect(paceAfter(firstPace, { events: 50, ms: 1_000 }, 0).events).toBe(10);
  expect(paceAfter(firstPace, { events: 0, ms: 1_000 }, 0).events).toBe(10);
});
