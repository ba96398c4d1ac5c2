import fc from "fast-check";
import { expect, test } from "vitest";
import { now } from "../pretend-http.ts";
import { openTurns } from "./open-turns.ts";

/** A clock that a wait moves on. */
function world() {
  let ms = now.getTime();
  const clock = { now: () => new Date(ms) };
  const waits: number[] = [];
  const takeTurn = openTurns(clock, async (forMs) => void waits.push(forMs));
  const pass = (forMs: number) => {
    ms += forMs;
  };
  return { takeTurn, waits, pass };
}

test("the first call goes at once, those after it half a second apart, each Page for itself", async () => {
  const { takeTurn, waits } = world();
  for (const pageId of ["1", "1", "1", "2"]) expect(await takeTurn(pageId)).toBeUndefined();
  expect(waits).toEqual([500, 1000]);
});

test("who comes later waits less, and after a while not at all", async () => {
  const { takeTurn, waits, pass } = world();
  await takeTurn("1");
  pass(200);
  await takeTurn("1");
  pass(10_000);
  await takeTurn("1");
  expect(waits).toEqual([300]);
});

test("nobody waits longer than five seconds: the moment to come again is named, and no turn is taken", async () => {
  const { takeTurn, waits, pass } = world();
  const turns = await Promise.all(Array.from({ length: 13 }, () => takeTurn("1")));
  const moment = new Date(now.getTime() + 5_500);
  expect(turns).toEqual([...Array(11).fill(undefined), moment, moment]);
  expect(Math.max(...waits)).toBe(5_000);
  pass(5_500);
  expect(await takeTurn("1")).toBeUndefined();
});

test("however they come, no more than two leave in any second", async () => {
  const comings = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(comings, async (pauses) => {
      const { takeTurn, waits, pass } = world();
      const leavings: number[] = [];
      let at = 0;
      for (const pause of pauses) {
        pass(pause);
        at += pause;
        const before = waits.length;
        if ((await takeTurn("1")) === undefined)
          leavings.push(at + (waits.length > before ? (waits.at(-1) ?? 0) : 0));
      }
      for (const [index, leaving] of leavings.entries()) {
        const third = leavings[index + 2];
        if (third !== undefined) expect(third - leaving).toBeGreaterThanOrEqual(1_000);
      }
    }),
  );
});
