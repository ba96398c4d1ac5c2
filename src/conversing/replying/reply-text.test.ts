import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeText } from "./reply-text.ts";

const divide = { mayDivide: true, isDivided: true };

test.each<[string, string, number, object, unknown]>([
  ["fits as it is", " Buongiorno. ", 20, divide, { kind: "fits", parts: ["Buongiorno."] }],
  ["is refused when empty", " \n ", 20, divide, { kind: "empty" }],
  [
    "is refused when too long, with what dividing would make of it",
    "Prima frase. Seconda frase.",
    15,
    { mayDivide: true, isDivided: false },
    { kind: "too-long", characters: 27, charactersMax: 15, parts: 2 },
  ],
  [
    "is refused where it may not be divided",
    "Prima frase. Seconda frase.",
    15,
    { mayDivide: false, isDivided: true },
    { kind: "too-long", characters: 27, charactersMax: 15, parts: undefined },
  ],
  [
    "is divided between sentences",
    "Prima frase. Seconda frase.",
    15,
    divide,
    { kind: "fits", parts: ["Prima frase.", "Seconda frase."] },
  ],
])("a text %s", (_what, text, most, how, expected) => {
  expect(judgeText(text, most, how as typeof divide)).toEqual(expected);
});

test("a divided text has all its words in their order, and no part above the bound or half a character", () => {
  const words = fc.array(fc.stringMatching(/^[a-z😀.,\n ]{1,30}$/u), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(" ");
      const verdict = judgeText(text, 40, divide);
      if (verdict.kind !== "fits") return verdict.kind === "empty";
      const squeezed = (one: string) => one.replace(/\s/g, "");
      return (
        squeezed(verdict.parts.join("")) === squeezed(text) &&
        verdict.parts.every((part) => part.length <= 40 && part.isWellFormed())
      );
    }),
  );
});
