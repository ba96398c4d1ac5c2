import { expect, test } from "vitest";
import { Clock } from "./clock.ts";

test("what is planned happens in the order of its moments, at the look after them", () => {
  let base = 1000;
  const clock = new Clock(() => base);
  const done: string[] = [];
  clock.at(3000, () => done.push("third"));
  clock.at(2000, () => done.push("first"));
  clock.at(2000, () => done.push("second"));
  base = 1999;
  clock.catchUp();
  expect(done).toEqual([]);
  base = 2000;
  clock.catchUp();
  expect(done).toEqual(["first", "second"]);
  expect(clock.advance(1000)).toBe(3000);
  expect(done).toEqual(["first", "second", "third"]);
  clock.close();
});

test("a deed may plan another, which is done at once where it is due", () => {
  const clock = new Clock(() => 0);
  const done: number[] = [];
  clock.at(10, () => {
    done.push(10);
    clock.at(20, () => done.push(20));
    clock.at(40, () => done.push(40));
  });
  clock.advance(30);
  expect(done).toEqual([10, 20]);
  clock.forget();
  clock.advance(30);
  expect(done).toEqual([10, 20]);
});

test("in real time nobody has to look", async () => {
  const clock = new Clock();
  const done = await new Promise((resolve) => clock.at(clock.now() + 5, () => resolve("done")));
  expect(done).toBe("done");
  expect(() => clock.advance(-1)).toThrow(RangeError);
  clock.close();
});
