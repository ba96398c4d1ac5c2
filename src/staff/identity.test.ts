import { expect, test } from "vitest";
import { readEmail, readName } from "./identity.ts";

test.each([
  [" Marco.Bianchi@Valdilago.Example ", "marco.bianchi@valdilago.example"],
  ["a@b", undefined],
  ["marco", undefined],
  ["marco@@valdilago.example", undefined],
  ["Marco <marco@valdilago.example>", undefined],
  [`${"a".repeat(65)}@valdilago.example`, undefined],
])("%j is read as %s", (text, read) => {
  expect(readEmail(text)).toBe(read);
});

test.each([
  ["  Marco \n Bianchi ", "Marco Bianchi"],
  ["D'Àgata Ròsa", "D'Àgata Ròsa"],
  ["\u202eMarco", "Marco"],
  [" ", undefined],
  ["x".repeat(101), undefined],
])("the name %j is read as %s", (text, read) => {
  expect(readName(text)).toBe(read);
});
