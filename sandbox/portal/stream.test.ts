import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openNoticeboard } from "./noticeboard.ts";
import { offerAt } from "./offers.ts";
import { createStream } from "./stream.ts";

const now = () => new Date("2026-11-23T09:00:00Z");
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("one piece of news at each interval, in the order of the sequence, until the count is reached", () => {
  const board = openNoticeboard({ now });
  const stream = createStream(board, now);
  stream.start({ everyMs: 1000, seed: 4, count: 3 });
  vi.advanceTimersByTime(2500);
  expect(board.items()).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  expect(board.items().map((item) => item.title)).toEqual(
    [2, 1, 0].map((position) => offerAt(4, position, now()).title),
  );
  expect(stream.everyMs()).toBeUndefined();
});

test("after a pause it goes on where it was, and a new pace replaces the old one", () => {
  const board = openNoticeboard({ now });
  const stream = createStream(board, now);
  stream.start({ everyMs: 1000 });
  vi.advanceTimersByTime(2000);
  stream.stop();
  vi.advanceTimersByTime(10_000);
  stream.start({ everyMs: 1000 });
  stream.start({ everyMs: 500 });
  vi.advanceTimersByTime(1000);
  stream.stop();
  expect(board.items().map((item) => item.reference.slice(-4))).toEqual(["0403", "0402", "0401", "0400"]);
});

test("a reference an editor has used is skipped, never doubled", () => {
  const board = openNoticeboard({ now });
  const stream = createStream(board, now);
  board.publish({ ...offerAt(1, 0, now()), title: "Scritta a mano" });
  expect(stream.publishNext().reference).toBe(offerAt(1, 1, now()).reference);
});

test("two portals with ranges of their own never publish the same reference", () => {
  const references = [0, 1000].flatMap((streamFrom) => {
    const stream = createStream(openNoticeboard({ now, streamFrom }), now);
    return Array.from({ length: 50 }, () => stream.publishNext().reference);
  });
  expect(new Set(references).size).toBe(100);
});
