import { expect, test } from "vitest";
import { en } from "./en.ts";
import { it } from "./it.ts";

/** "today.waiting.flood(1)": every place of a dictionary, with how many things its sentence is given. */
function places(value: unknown, path = ""): string[] {
  if (typeof value === "function") return [`${path}(${value.length})`];
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => places(part, path ? `${path}.${key}` : key));
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

test("both languages say the same things", () => {
  expect(places(en).sort()).toEqual(places(it).sort());
});

test("no sentence is empty, and hardly any is the same in both", () => {
  expect([...texts(it), ...texts(en)].filter((text) => text.trim() === "")).toEqual([]);
  // The codes of the languages themselves.
  const english = new Set(texts({ ...en, code: "", other: "" }));
  expect(texts(it).filter((text) => english.has(text))).toEqual([]);
});

test("one and several are told apart", () => {
  expect(it.today.latest.attempts(1)).toBe("Come è andata (1 passo)");
  expect(en.today.latest.attempts(2)).toBe("How it went (2 steps)");
});
