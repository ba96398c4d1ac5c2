import { describe, expect, test } from "vitest";
import { firstWordsOf, shownText, typedText } from "./shown-text.ts";

describe("a stranger's text", () => {
  test.each([
    ["turned around", "a\u202Egpj.exe", "agpj.exe", true],
    ["with what nobody sees", "zero\u200Bwidth\uFEFF", "zerowidth", true],
    ["with line ends of forms", "uno\r\ndue", "uno\ndue", false],
    ["with a family of emoji", "👩‍👩‍👧 ok", "👩‍👩‍👧 ok", false],
    ["with signs that steer a terminal", "a\u001b[31mb\u0000", "a[31mb", true],
  ])("%s is shown as what it is", (_, text, shown, hasUnseen) => {
    expect(shownText(text)).toEqual({ text: shown, hasUnseen });
  });

  test("is cut between whole signs", () => {
    expect(firstWordsOf("👩‍👩‍👧".repeat(5), 2)).toBe("👩‍👩‍👧👩‍👩‍👧…");
    expect(firstWordsOf("due righe\n  qui", 40)).toBe("due righe qui");
  });

  test("that is typed keeps everything PostgreSQL can keep", () => {
    expect(typedText("a\r\nb\u0000\uD800")).toBe("a\nb\uFFFD");
    expect(typedText(undefined)).toBe("");
  });
});
