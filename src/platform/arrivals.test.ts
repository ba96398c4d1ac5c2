import { expect, test } from "vitest";
import { countArrivals } from "./arrivals.ts";

function arrivals() {
  let present = 10_000;
  const counted = countArrivals(() => present);
  return {
    ...counted,
    move: (ms: number) => {
      present += ms;
    },
  };
}

test("what keeps arriving is counted over a second, whatever came before", () => {
  const some = arrivals();
  for (let ms = 0; ms < 5_000; ms += 10) {
    some.note();
    some.move(10);
  }
  expect(some.perSecond()).toBeGreaterThanOrEqual(50);
  expect(some.perSecond()).toBeLessThanOrEqual(100);
});

test("a second after the last of them nothing arrives any more", () => {
  const some = arrivals();
  for (let count = 0; count < 100; count += 1) some.note();
  expect(some.perSecond()).toBe(100);
  some.move(500);
  expect(some.perSecond()).toBe(100);
  some.move(500);
  expect(some.perSecond()).toBe(0);
  some.move(60_000);
  some.note();
  expect(some.perSecond()).toBe(1);
});
