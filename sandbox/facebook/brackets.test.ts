import { expect, test } from "vitest";
import { foldBrackets } from "./brackets.ts";

test.each([
  [{ "a[0]": '{"media_fbid":"1"}', "a[1]": '{"media_fbid":"2"}' }, '[{"media_fbid":"1"},{"media_fbid":"2"}]'],
  [{ "a[10]": "k", "a[2]": "c" }, '["c","k"]'],
  [{ "a[0][media_fbid]": "122100000000000001" }, '[{"media_fbid":"122100000000000001"}]'],
  [{ "a[]": "x", "a[ ]": "y" }, '{"0":"x"," ":"y"}'],
  [{ "a[k][n]": "{broken" }, '{"k":{"n":"{broken"}}'],
])("%j is folded", (params: Record<string, string>, folded) => {
  foldBrackets(params);
  expect(params).toEqual({ a: folded });
});

test("other names stay as they are", () => {
  const params = { "a[": "1", "[0]": "2", b: "[]" };
  foldBrackets(params);
  expect(params).toEqual({ "a[": "1", "[0]": "2", b: "[]" });
});
