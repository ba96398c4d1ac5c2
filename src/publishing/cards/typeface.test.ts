import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { readTypefaces } from "./read-typefaces.ts";
import { readTypeface, TypefaceError } from "./typeface.ts";

const typefaces = await readTypefaces();

describe("a typeface", () => {
  test("knows which characters it has", () => {
    const drawn = [..."aàèéìòùÀÈ’“”«»–—…€·•őșß"].map((character) => character.codePointAt(0) ?? 0);
    expect(drawn.filter((codePoint) => !typefaces.regular.has(codePoint))).toEqual([]);
    const missing = [..."→жع漢😀●"].map((character) => character.codePointAt(0) ?? 0);
    expect(missing.filter((codePoint) => typefaces.regular.has(codePoint))).toEqual([]);
  });

  test("is wider in a heavier weight and twice as wide at twice the size", () => {
    const text = "Magazziniere/a carrellista";
    expect(typefaces.bold.widthOf(text, 40)).toBeGreaterThan(typefaces.regular.widthOf(text, 40));
    expect(typefaces.bold.widthOf(text, 80)).toBeCloseTo(2 * typefaces.bold.widthOf(text, 40));
  });

  test("moves the pen one letter after the other, and not at all for what it lacks", () => {
    const { bold } = typefaces;
    expect(bold.widthOf("mille", 50)).toBeCloseTo(
      [..."mille"].reduce((sum, letter) => sum + bold.widthOf(letter, 50), 0),
    );
    expect(bold.widthOf("→😀", 50)).toBe(0);
  });

  test.each([
    "Magazziniere/a carrellista",
    "AVVIAMENTO A SELEZIONE ART. 16 L. 56/87",
    "Tavola «AVATAR» – 1.690,00 € l'uno, perché no?",
    "fiffiflufttyWAVEYToTaLT",
  ])("measures no less than the renderer draws, within a hundredth: %s", (text) => {
    const size = 80;
    for (const [weight, css] of [
      ["regular", 400],
      ["bold", 700],
    ] as const) {
      const svg =
        `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="120" font-size="${size}"` +
        ` font-weight="${css}" font-family="${typefaces.family}">${text}</text></svg>`;
      const drawn = new Resvg(svg, {
        font: { loadSystemFonts: false, fontFiles: typefaces.files },
      }).getBBox();
      expect(drawn?.width).toBeGreaterThan(size);
      expect(drawn?.width).toBeLessThan(typefaces[weight].widthOf(text, size) * 1.01);
    }
  });

  test("that ends too early, or is none, is refused", () => {
    const bytes = readFileSync(typefaces.files[0] ?? "");
    expect(() => readTypeface(bytes.subarray(0, 2000))).toThrow(TypefaceError);
    expect(() => readTypeface(Buffer.from("wOFF and nothing more"))).toThrow(TypefaceError);
    expect(() => readTypeface(new Uint8Array())).toThrow(TypefaceError);
  });
});
