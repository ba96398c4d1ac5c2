import { describe, expect, test } from "vitest";
import { openMemory } from "./memory.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("what was found lately", () => {
  test("is found once for all who ask at once, and again when it is no longer fresh", async () => {
    let present = 1000;
    let times = 0;
    const memory = openMemory<number>({ weightMax: 100, freshMs: 10, now: () => present });
    const find = async () => {
      times += 1;
      return times;
    };
    expect(await Promise.all([memory.recall("a", find), memory.recall("a", find)])).toEqual([1, 1]);
    present += 9;
    expect(await memory.recall("a", find)).toBe(1);
    present += 1;
    expect(await memory.recall("a", find)).toBe(2);
    present -= 5;
    expect(await memory.recall("a", find)).toBe(3);
  });

  test("counts its age from when it was looked for, not from when it came", async () => {
    let present = 0;
    const memory = openMemory<string>({ weightMax: 100, freshMs: 10, now: () => present });
    const slow = Promise.withResolvers<string>();
    const first = memory.recall("a", () => slow.promise);
    present = 11;
    const second = memory.recall("a", async () => "new");
    slow.resolve("old");
    expect(await first).toBe("old");
    expect(await second).toBe("new");
    expect(await memory.recall("a", async () => "newest")).toBe("new");
    expect(memory.weight()).toBe(1);
  });

  test("stays below its bound, whoever asks for however much, and keeps what is asked for again", async () => {
    const memory = openMemory<string>({ weightMax: 1000, weightOf: (_key, found) => found.length });
    const page = "x".repeat(100);
    await memory.recall("liked", async () => page);
    for (let stranger = 0; stranger < 500; stranger++) {
      await memory.recall(`stranger ${stranger}`, async () => page);
      await settled();
      expect(memory.weight()).toBeLessThanOrEqual(1000);
      expect(await memory.recall("liked", async () => "found again")).toBe(page);
    }
    expect(await memory.recall("stranger 0", async () => "found again")).toBe("found again");
  });

  test("is kept neither when it failed, nor when it is not to be, nor when it weighs too much", async () => {
    const memory = openMemory<string>({
      weightMax: 80,
      weightOf: (_key, found) => (found === "private" ? undefined : found.length),
    });
    const failing = async () => {
      throw new Error("away");
    };
    await expect(memory.recall("a", failing)).rejects.toThrow("away");
    for (const found of ["private", "x".repeat(11)])
      expect(await memory.recall("a", async () => found)).toBe(found);
    await settled();
    expect(memory.weight()).toBe(0);
    expect(await memory.recall("a", async () => "now")).toBe("now");
  });
});
