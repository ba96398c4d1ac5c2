import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const commands = ["serve", "once", "apply", "backup", "restore"];

test.each([
  ["srve", "serve"],
  ["aplly", "apply"],
  ["bakcup", "backup"],
  ["RESTORE", "restore"],
])("%s was meant to be %s", (written, meant) => {
  expect(nearest(written, commands)).toBe(meant);
});

test("a word that is near to nothing is near to nothing", () => {
  expect(nearest("pubblica", commands)).toBeUndefined();
  expect(nearest("", commands)).toBeUndefined();
  expect(nearest("serve", [])).toBeUndefined();
});
