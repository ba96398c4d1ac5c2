import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawableText } from "./drawable-text.ts";
import { fitText } from "./fit-text.ts";
import { readTypefaces } from "./read-typefaces.ts";

const { bold } = await readTypefaces();
const box = { width: 600, height: 300, largest: 80, smallest: 30, linesMax: 4, leading: 1.12 };
const plain = (lines: string[]) => lines.map((line) => line.replaceAll("\u00a0", " "));

describe("a text in a box", () => {
  test("is as large as it can be", () => {
    expect(fitText("Barista", box, bold)).toMatchObject({ lines: ["Barista"], size: 80, isCut: false });
  });

  test("steps down until it fits, without cutting a word", () => {
    const fit = fitText("Impiegato/a amministrativo/a – riservato L. 68/99 art. 1", box, bold);
    expect(fit.size).toBeLessThan(80);
    expect(fit).toMatchObject({ isCut: false, hasBrokenWords: false });
    expect(plain(fit.lines).join(" ")).toBe("Impiegato/a amministrativo/a – riservato L. 68/99 art. 1");
  });

  test("leaves no lonely word on its last line where all lines can be even", () => {
    const wide = { ...box, width: 1000, largest: 60, smallest: 60 };
    const [first = "", last = ""] = fitText(
      "Corso gratuito: contabilità e foglio di calcolo",
      wide,
      bold,
    ).lines;
    expect(bold.widthOf(last, 60)).toBeGreaterThan(bold.widthOf(first, 60) * 0.5);
  });

  test("begins no line with a dash and keeps a number with its word", () => {
    for (let width = 300; width < 700; width += 7) {
      const { lines } = fitText(
        "Concorso – art. 16 L. 56/87 – n. 12 posti a 600 € al mese",
        { ...box, width, largest: 40, smallest: 40, linesMax: 9, height: 900 },
        bold,
      );
      for (const line of lines) expect(line).not.toMatch(/^[–€]|(?:art|L|n)\.$/);
    }
  });

  test("keeps a number with what it counts, and not with a little word after it", () => {
    for (let width = 380; width < 900; width += 7) {
      const tall = { ...box, width, largest: 40, smallest: 40, linesMax: 9, height: 900 };
      const { lines } = fitText("4 sviluppatori/trici per 12 mesi, 40 ore", tall, bold);
      for (const line of lines) expect(line).not.toMatch(/\b(?:4|12|40)$/);
    }
    const narrow = { ...box, width: 130, largest: 40, smallest: 40, linesMax: 9, height: 900 };
    expect(fitText("ore 16 alle", narrow, bold).lines).toEqual(["ore 16", "alle"]);
  });

  test("keeps a day with its month, and one without a month with its weekday", () => {
    for (let width = 300; width < 900; width += 7) {
      const { lines } = fitText(
        "Chiusura lunedì 7 dicembre, riapertura mercoledì 9 e di nuovo il 1° marzo",
        { ...box, width, largest: 40, smallest: 40, linesMax: 9, height: 900 },
        bold,
      );
      for (const line of lines) expect(line).not.toMatch(/(?:\b7|°|mercoledì)$|^9/);
    }
  });

  test("breaks a word only when it is wider than the box at the smallest size, first after its signs", () => {
    const fit = fitText("https://bacheca.provincia-valdilago.example/avvisi/2026", box, bold);
    expect(fit).toMatchObject({ size: 30, hasBrokenWords: true, isCut: false });
    expect(fit.lines.join("")).toBe("https://bacheca.provincia-valdilago.example/avvisi/2026");
    expect(fit.lines[0]).toMatch(/[/.-]$/);
  });

  test("ends in an ellipsis when nothing else helps", () => {
    const fit = fitText("parola ".repeat(100).trim(), box, bold);
    expect(fit).toMatchObject({ size: 30, isCut: true });
    expect(fit.lines).toHaveLength(4);
    expect(fit.lines.at(-1)).toMatch(/parola…$/);
  });

  test("stays inside, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const fit = fitText(drawableText(text, bold).text, box, bold);
        for (const line of fit.lines) expect(bold.widthOf(line, fit.size)).toBeLessThanOrEqual(box.width);
        expect(fit.lines.length * fit.lineHeight).toBeLessThanOrEqual(box.height);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a text to draw", () => {
  test.each([
    ["Perché “no”? 1.690 € – è così…", "Perché “no”? 1.690 € – è così…"],
    ["🎄 Chiusura → riapertura il 9", "Chiusura – riapertura il 9"],
    ["Cuoco/a 👨‍🍳, Como 🇮🇹!", "Cuoco/a, Como!"],
    ["e\u0300 gia\u0300", "è già"],
    ["di\ufb03cile, ＣＶ, 5\u2009km, dal 1️⃣ al 2️⃣", "difficile, CV, 5 km, dal 1 al 2"],
    ["● posti ✓ vitto\u200b e\u00ad alloggio", "• posti vitto e alloggio"],
    ["due\n righe\t e\u2028tre", "due righe e tre"],
    ["Tạ Nguyễn", "Ta Nguyen"],
  ])("%j becomes %j without losing a word", (given, drawn) => {
    expect(drawableText(given, bold)).toEqual({ text: drawn, replaced: [] });
  });

  test("shows one question mark for a word in another script, and tells which letters are missing", () => {
    expect(drawableText("Работа a Como", bold)).toEqual({ text: "? a Como", replaced: [..."Работ"] });
  });

  test("has a glyph for every character, whatever was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        for (const character of drawableText(text, bold).text) {
          expect(bold.has(character.codePointAt(0) ?? 0)).toBe(true);
        }
      }),
    );
  });
});
