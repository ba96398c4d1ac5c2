import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Suggestion } from "../../moderating/triage.ts";
import { markText } from "./marked-text.ts";

type Because = Suggestion["because"];

const suggestion = (...because: Because): Suggestion => ({
  ...{ topic: "offence", rule: 6, action: "hide", confidence: "certain" },
  because,
});

describe("marked words", () => {
  const text = "siete dei coglioni, andate via";

  test("carry the number of every explanation that rests on them, in the order of the suggestions", () => {
    const { pieces, reasons } = markText(text, [
      suggestion({ reason: "insult", spans: [{ from: 10, to: 18 }] }),
      suggestion({ reason: "insult-phrase", spans: [{ from: 0, to: 18 }] }),
    ]);
    expect(pieces).toEqual([
      { text: "siete dei ", numbers: [2] },
      { text: "coglioni", numbers: [1, 2] },
      { text: ", andate via", numbers: [] },
    ]);
    expect(reasons).toEqual([
      { number: 1, reason: "insult" },
      { number: 2, reason: "insult-phrase" },
    ]);
  });

  test("of one reason that several suggestions give have one number", () => {
    const insult = { reason: "insult" as const, spans: [{ from: 10, to: 18 }] };
    const { reasons } = markText(text, [suggestion(insult), suggestion(insult)]);
    expect(reasons).toEqual([{ number: 1, reason: "insult" }]);
  });

  test("are none where a reason rests on no words, or on words that are there no more", () => {
    const spans = [{ from: 900, to: 910 }];
    const { pieces, reasons } = markText(text, [
      suggestion({ reason: "picture-only", spans: [] }, { reason: "insult", spans }),
    ]);
    expect(pieces).toEqual([{ text, numbers: [] }]);
    expect(reasons).toHaveLength(2);
    expect(markText("", [suggestion({ reason: "picture-only", spans: [] })]).pieces).toEqual([]);
  });

  test("are the whole text again when put together, whatever overlaps", () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([from, to]) => ({ from, to }));
    const because = fc.record({
      reason: fc.constantFrom("insult", "scam", "threat") as fc.Arbitrary<Because[number]["reason"]>,
      spans: fc.array(span, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(because, { maxLength: 6 }), (any, all) => {
        const { pieces } = markText(any, [suggestion(...all)]);
        expect(pieces.map((piece) => piece.text).join("")).toBe(any);
        expect(pieces.every((piece) => piece.text !== "")).toBe(true);
      }),
    );
  });
});
