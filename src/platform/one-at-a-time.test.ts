import { expect, it } from "vitest";
import { openLines } from "./one-at-a-time.ts";

function later<T>(value: T, log: string[], name: string): () => Promise<T> {
  return async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} ends`);
    return value;
  };
}

it("work of one name runs one after the other, other names do not wait", async () => {
  const inLine = openLines();
  const log: string[] = [];
  const values = await Promise.all([
    inLine("a", later(1, log, "a1")),
    inLine("a", later(2, log, "a2")),
    inLine("b", later(3, log, "b1")),
  ]);
  expect(values).toEqual([1, 2, 3]);
  expect(log.indexOf("a2 begins")).toBeGreaterThan(log.indexOf("a1 ends"));
  expect(log.indexOf("b1 begins")).toBeLessThan(log.indexOf("a1 ends"));
});

it("a failure reaches its own caller and lets the next one pass", async () => {
  const inLine = openLines();
  const failing = inLine("a", async () => {
    throw new Error("no");
  });
  const next = inLine("a", async () => "yes");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
});
