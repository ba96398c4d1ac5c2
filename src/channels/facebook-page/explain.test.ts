import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { facebookReasons } from "./reasons.ts";
import { en } from "./words/en.ts";
import { it } from "./words/it.ts";

test.each(facebookReasons)("%s has words in both languages, each its own", (reason) => {
  const italian = explain(reason, "it");
  const english = explain(reason, "en");
  for (const part of ["happened", "toDo"] as const) {
    for (const sentence of [italian[part], english[part]]) {
      expect(sentence.length).toBeGreaterThan(20);
      expect(sentence).toMatch(/^\p{Lu}.*[.)]$/su);
    }
    expect(italian[part]).not.toBe(english[part]);
  }
});

test("no two reasons say that the same thing happened", () => {
  for (const { reasons } of [it, en]) {
    const sentences = Object.values(reasons).map(({ happened }) => happened);
    expect(new Set(sentences).size).toBe(sentences.length);
  }
});

test("no words are left over", () => {
  expect(Object.keys(it.reasons).toSorted()).toEqual([...facebookReasons].toSorted());
  expect(Object.keys(en.reasons).toSorted()).toEqual([...facebookReasons].toSorted());
});

test("a reason of another release gets an honest general sentence", () => {
  expect(explain("from-the-future", "it")).toBe(it.general);
  expect(explain("toString", "en")).toBe(en.general);
});
