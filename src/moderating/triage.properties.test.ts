import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { triage } from "./triage.ts";

const scripts = [
  "ciao ",
  "привет ",
  "مرحبا ",
  "你好",
  "שלום ",
  "idi0ta ",
  "😀",
  "🖕🏽",
  "\u202e",
  "\u200b",
  "ﬁ",
  "a\u0301",
  "\ud83d",
];

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.array(fc.constantFrom(...scripts), { maxLength: 80 }).map((parts) => parts.join("")),
  fc.base64String({ maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "siete",
        "idioti",
        "gay",
        "odio",
        "non",
        "ma",
        '"',
        "?",
        ".",
        "347",
        "123 4567",
        "@",
        "a@b.it",
        "***",
        "c*",
      ),
      {
        maxLength: 120,
      },
    )
    .map((parts) => parts.join(" ")),
);

const anyContext = fc.record({
  channel: fc.constantFrom("comment" as const, "message" as const),
  postText: fc.string({ maxLength: 60 }),
  recentTexts: fc.array(fc.string({ maxLength: 40 }), { maxLength: 3 }),
  hasPicture: fc.boolean(),
});

test("any text is triaged, and every span lies within it", () => {
  fc.assert(
    fc.property(anyText, anyContext, (text, context) => {
      for (const { because } of triage(text, context).suggestions) {
        for (const { from, to } of because.flatMap(({ spans }) => spans)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 500 },
  );
});

/** Generous on a busy machine; what grows with the square of the length takes minutes. */
const millisecondsMax = 4_000;

describe("100 kB take bounded time", () => {
  test.each([
    ["words", "ciao come state ".repeat(6_300)],
    ["one letter", "a".repeat(100_000)],
    ["letters apart", "a b c ".repeat(16_700)],
    ["emoji", "😀".repeat(50_000)],
    ["insults and groups", "siete idioti gay ".repeat(5_900)],
    ["numbers", "347 123 45 67 ".repeat(7_100)],
    ["digits", "1".repeat(100_000)],
    ["dots", "a.".repeat(50_000)],
    ["slashes", "http://".repeat(14_000)],
    ["signs at", "a@".repeat(50_000)],
    ["asterisks", "c*".repeat(50_000)],
    ["quotation marks", '"non '.repeat(20_000)],
    ["classes one after the other", "modulo errore attendo giorni ".repeat(3_400)],
    ["base64", Buffer.from("bacheca".repeat(11_000)).toString("base64")],
    ["mixed scripts", "приветciao你好".repeat(8_000)],
    ["signs that combine", "a\u0301\u0300\u0302".repeat(25_000)],
  ])("%s", (_, text) => {
    const from = performance.now();
    triage(text, { channel: "comment" });
    expect(performance.now() - from).toBeLessThan(millisecondsMax);
  });
});
