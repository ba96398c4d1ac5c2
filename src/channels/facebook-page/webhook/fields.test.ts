import { expect, test } from "vitest";
import { fieldsOf, idOf, listOf, momentOf, textOf, wholeNumberOf } from "./fields.ts";

test.each([
  ["1", "1"],
  [1, "1"],
  [0, "0"],
  ["m_a".padEnd(500, "x"), "m_a".padEnd(500, "x")],
  ["x".repeat(501), undefined],
  ["", undefined],
  [-1, undefined],
  [1.5, undefined],
  [2 ** 53, undefined],
  [null, undefined],
  [{}, undefined],
])("%j as an id is %j", (value, id) => {
  expect(idOf(value)).toBe(id);
});

test.each([
  [1767225600, "2026-01-01T00:00:00.000Z"],
  [1767225600123, "2026-01-01T00:00:00.123Z"],
  ["1767225600", "2026-01-01T00:00:00.000Z"],
  [0, undefined],
  [-5, undefined],
  ["2026-01-01", undefined],
  [99_999_999_999_999, undefined],
  [null, undefined],
])("%j as a moment is %s", (value, moment) => {
  expect(momentOf(value)?.toISOString()).toBe(moment);
});

test("what has another form is nothing", () => {
  expect([fieldsOf([]), fieldsOf(null), fieldsOf("x"), textOf(""), textOf(5), wholeNumberOf("1e3")]).toEqual(
    Array(6).fill(undefined),
  );
  expect([listOf({}), listOf(undefined)]).toEqual([[], []]);
  expect(wholeNumberOf("12")).toBe(12);
});
