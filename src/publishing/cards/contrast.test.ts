import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CardColours, cardColours } from "./card-colours.ts";
import { contrast, isColour, leastContrast, mixed, plainTextOn, readableOn } from "./contrast.ts";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#fff", "#FFFFFF", 1],
    ["#777777", "#ffffff", 4.48],
    ["#0066CC", "#ffffff", 5.57],
  ])("of %s and %s is %d, as WCAG counts", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });

  test("of a colour that can be read is not touched", () => {
    expect(readableOn("#17324d", ["#ffffff"])).toBe("#17324d");
  });

  test("of a colour that fails is mended by as little as is needed", () => {
    const mended = readableOn("#777777", ["#ffffff"]);
    expect(contrast(mended, "#ffffff")).toBeGreaterThanOrEqual(leastContrast);
    expect(contrast(mended, "#777777")).toBeLessThan(1.1);
  });

  test("reaches 4.5 for every text on every ground", () => {
    fc.assert(
      fc.property(colour, colour, (text, ground) => {
        expect(contrast(readableOn(text, [ground]), ground)).toBeGreaterThanOrEqual(leastContrast);
        expect(contrast(plainTextOn(ground), ground)).toBeGreaterThanOrEqual(leastContrast);
      }),
      { numRuns: 500 },
    );
  });

  test("mixes from the first colour to the second", () => {
    expect([mixed("#000", "#ffffff", 0), mixed("#000", "#ffffff", 0.5), mixed("#000", "#ffffff", 1)]).toEqual(
      ["#000000", "#808080", "#ffffff"],
    );
  });

  test("is only asked of colours", () => {
    expect(["#06c", "#0066CC", "blue", "#0066C", "0066CC", "#0066CC80", ""].map(isColour)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

/** Every pair of text and ground there is on a card. */
const pairs: [keyof CardColours, (keyof CardColours)[]][] = [
  ["title", ["ground", "shade", "deepShade"]],
  ["kind", ["ground", "shade", "deepShade"]],
  ["facts", ["ground", "shade", "deepShade"]],
  ["deadline", ["deadlineGround"]],
  ["onPaper", ["paper"]],
  ["softOnPaper", ["paper"]],
];

describe("the colours of a card", () => {
  test("can be read whatever colours an authority chooses", () => {
    const look = fc.record(
      { primary: colour, onPrimary: colour, accent: colour },
      { requiredKeys: ["primary"] },
    );
    fc.assert(
      fc.property(look, (chosen) => {
        const colours = cardColours(chosen);
        for (const [text, grounds] of pairs) {
          for (const ground of grounds) {
            const ratio = contrast(colours[text], colours[ground]);
            expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(leastContrast);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("are the authority's own where they can be read", () => {
    const colours = cardColours({ primary: "#0066CC", accent: "#FFD23F" });
    expect(colours).toMatchObject({ ground: "#0066cc", title: "#ffffff", deadlineGround: "#ffd23f" });
  });
});
