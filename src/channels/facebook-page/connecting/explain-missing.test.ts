import { expect, test } from "vitest";
import { explainMissing } from "./explain-missing.ts";
import { neededPermissions } from "./needed-rights.ts";

const names = [
  ...neededPermissions.map(({ name }) => name),
  "CREATE_CONTENT",
  "MODERATE",
  "MESSAGING",
  "ANALYZE",
];
const general = (language: "it" | "en") => explainMissing("from-the-future", language).happened;

test.each(names)("%s has words of its own in both languages: what it is for, how it is given", (name) => {
  const [italian, english] = [explainMissing(name, "it"), explainMissing(name, "en")];
  expect(italian.happened).not.toBe(general("it"));
  expect(english.happened).not.toBe(general("en"));
  for (const part of ["happened", "toDo"] as const) expect(italian[part]).not.toBe(english[part]);
});

test("a task is given in another place than a permission", () => {
  expect(explainMissing("MODERATE", "it").toDo).not.toBe(explainMissing("pages_messaging", "it").toDo);
});

test("a name nobody knows gets an honest general sentence", () => {
  for (const name of ["business_management", "toString", ""]) {
    expect(explainMissing(name, "it").happened).toBe(general("it"));
  }
});
