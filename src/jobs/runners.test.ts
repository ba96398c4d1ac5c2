import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { silentLog } from "../platform/log.ts";
import { openRunner } from "./runners.ts";

const options = { log: silentLog, name: "test" };

it("never runs one key twice at once, and runs it once more when it was woken meanwhile", async () => {
  let [running, most, runs] = [0, 0, 0];
  const runner = openRunner<string>(
    async () => {
      most = Math.max(most, ++running);
      runs += 1;
      await sleep(5);
      running -= 1;
    },
    { ...options, most: 4 },
  );
  for (let i = 0; i < 100; i += 1) runner.wake("a");
  await runner.idle();
  expect({ most, runs }).toEqual({ most: 1, runs: 2 });
});

it("goes on with the others when one breaks off", async () => {
  const done: string[] = [];
  const runner = openRunner<string>(
    async (key) => {
      if (key === "a") throw new Error("broken");
      done.push(key);
    },
    { ...options, most: 1 },
  );
  for (const key of ["a", "b"]) runner.wake(key);
  await runner.idle();
  expect(done).toEqual(["b"]);
});

it("lets those who wait have a turn between the steps of long work", async () => {
  // Sixteen authorities that imported hundreds of offers kept the seventeenth waiting until all of theirs were out.
  const steps: string[] = [];
  const left = new Map([
    ["long", 4],
    ["short", 1],
  ]);
  const runner = openRunner<string>(
    async (key, giveWay) => {
      for (;;) {
        const rest = (left.get(key) ?? 0) - 1;
        if (rest < 0) return;
        left.set(key, rest);
        steps.push(key);
        await sleep(1);
        if (giveWay()) return;
      }
    },
    { ...options, most: 1, turnMs: 0 },
  );
  runner.wake("long");
  runner.wake("short");
  await runner.idle();
  expect(steps).toEqual(["long", "short", "long", "long", "long"]);
});

it("takes nothing more once it is closed, and waits for what runs", async () => {
  const ended: string[] = [];
  const runner = openRunner<string>(
    async (key) => {
      await sleep(10);
      ended.push(key);
    },
    { ...options, most: 1 },
  );
  for (const key of ["a", "b"]) runner.wake(key);
  await runner.close();
  runner.wake("c");
  await runner.idle();
  expect(ended).toEqual(["a"]);
});
