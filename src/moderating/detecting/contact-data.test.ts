import { describe, expect, test } from "vitest";
import { readText } from "../reading/words.ts";
import { findContactData } from "./contact-data.ts";
import { isIban } from "./iban.ts";
import { findPhoneNumbers } from "./phone-numbers.ts";
import { isTaxCode } from "./tax-code.ts";

/** The kinds of data in a text, each with the words it stands on. */
function dataIn(text: string, published = ""): string[] {
  return findContactData(readText(text), published).map(
    ({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`,
  );
}

describe("data are found with the words they stand on", () => {
  test.each([
    ["chiamami al 3471234567!", ["mobile-number: 3471234567"]],
    ["tel 347-123.45 67 dopo le 17", ["mobile-number: 347-123.45 67"]],
    ["+39 347 123 4567", ["mobile-number: +39 347 123 4567"]],
    ["3 4 7 1 2 3 4 5 6 7", ["mobile-number: 3 4 7 1 2 3 4 5 6 7"]],
    ["il fisso è 0835 123456", ["landline-number: 0835 123456"]],
    ["whatsapp +225 07 00 00 00 00", ["foreign-number: +225 07 00 00 00 00"]],
    [
      "tre quattro sette uno due tre quattro cinque",
      ["mobile-number: tre quattro sette uno due tre quattro cinque"],
    ],
    ["scrivi a Rita.Neri@posta.example.", ["e-mail: Rita.Neri@posta.example"]],
    ["rita chiocciola posta punto example", ["e-mail: rita chiocciola posta punto example"]],
    ["abito in via San Rocco 7/b a Matera", ["postal-address: via San Rocco 7"]],
    ["CF RSSMRA80A01H501U", ["tax-code: RSSMRA80A01H501U"]],
    ["rss mra 80a01 h501u", ["tax-code: rss mra 80a01 h501u"]],
    ["IT60 X054 2811 1010 0000 0123 456", ["iban: IT60 X054 2811 1010 0000 0123 456"]],
    ["nata il 3/5/1980", ["birth-date: nata il 3/5/1980"]],
  ])("%s", (text, expected) => {
    expect(dataIn(text)).toEqual(expected);
  });
});

describe("what only looks like data is none", () => {
  test.each([
    "1.690,00 € per 14 mensilità",
    "dal 31.12.2026 10 posti",
    "entro il 04/12/2026 alle 12:30",
    "Rif. VDL-2026-0412",
    "via mail o via PEC 2 giorni prima",
    "un corso di 80 ore in 12 settimane",
    "@Franco guarda qui",
    "legge 68/99 art. 16 e 56/87",
    "2000 euro, 3 anni, 40 ore, 6 mesi",
    "si sale in piazza e si protesta 24 ore",
  ])("%s", (text) => {
    expect(dataIn(text)).toEqual([]);
  });
});

test("what the post says is no secret", () => {
  const published = "Scrivete a cpi@provincia.example, telefono 0835 123456, Via Roma 3";
  expect(
    dataIn("ho chiamato 0835/123456, scritto a cpi@provincia.example e passato in via Roma 3", published),
  ).toEqual([]);
});

test("a day before a number is not part of it", () => {
  expect(findPhoneNumbers({ plain: "dal 12 3471234567" }).map(({ digits }) => digits)).toEqual([
    "3471234567",
  ]);
});

describe("checks of codes hold", () => {
  test.each([
    ["RSSMRA80A01H501U", true],
    ["rss mra 80a01 h501u", true],
    ["RSSMRA80A01H501V", false],
    ["RSSMRA80A01H501", false],
  ])("tax code %s: %s", (code, holds) => {
    expect(isTaxCode(code)).toBe(holds);
  });

  test.each([
    ["IT60X0542811101000000123456", true],
    ["IT60 X054 2811 1010 0000 0123 456", true],
    ["DE89370400440532013000", true],
    ["IT61X0542811101000000123456", false],
    ["IT60X054281110100000012345", false],
  ])("IBAN %s: %s", (code, holds) => {
    expect(isIban(code)).toBe(holds);
  });
});
