import fc from "fast-check";
import { expect, test } from "vitest";
import { writableText } from "./writable-text.ts";

const latin = (code: number) => code < 0x250 || code === 0xd7;
const write = (text: string) => writableText(text, latin);

test.each([
  ["what the typeface has, with its lines", "Città: è così?\r\nSì.", "Città: è così?\nSì."],
  ["letters and their marks, joined", "e\u0300", "è"],
  ["a face", "Ciao 😀!", "Ciao [U+1F600]!"],
  ["ten thousand faces", "😀".repeat(10_000), "[U+1F600 ×10000]"],
  ["Arabic", "مر حبا", "[U+0645 U+0631] [U+062D U+0628 U+0627]"],
  ["what turns writing round", "fdp\u202Eexe", "fdp[U+202E]exe"],
  ["what is not seen", "a\u200Bb\u0000c", "a[U+200B]b[U+0000]c"],
  ["half of a sign", "a\uD83D", "a[U+D83D]"],
  ["signs of pages", "<b>&amp;", "<b>&amp;"],
])("writes %s", (_what, text, expected) => {
  expect(write(text)).toBe(expected);
});

test("never leaves a sign that the typeface lacks", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const sign of write(text).replaceAll("\n", "")) expect(latin(sign.codePointAt(0) ?? 0)).toBe(true);
    }),
  );
});
