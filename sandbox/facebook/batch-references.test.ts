import { expect, test } from "vitest";
import { fillReferences, referencesIn } from "./batch-references.ts";

const results = new Map<string, unknown>([
  ["p", { id: "1_2", deep: { data: [{ id: "5" }, { id: "6" }] } }],
  ["empty", {}],
]);

test.each([
  ["{result=p:$.id}", "1_2"],
  ["ids={result=p:$.deep.data.*.id}&x", "ids=5,6&x"],
  ["{result=p:$.deep.data[1].id}", "6"],
  ["{result=p:$.deep.data[*].id}", "5,6"],
  ["{result=p:$..id}", "1_2,5,6"],
  ["nothing {to} fill", "nothing {to} fill"],
])("%s is filled", (text, filled) => {
  expect(fillReferences(text, results)).toBe(filled);
});

test("a reference to what is not there cannot be filled", () => {
  expect(fillReferences("{result=empty:$.id}", results)).toBeUndefined();
  expect(fillReferences("{result=nobody:$.id}", results)).toBeUndefined();
  expect(referencesIn("/{result=a:$.id}?x={result=b:$.id}")).toEqual(["a", "b"]);
});
