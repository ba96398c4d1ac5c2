import { expect, test } from "vitest";
import { maskPersonalData } from "./mask-personal-data.ts";

test("a telephone number and an e-mail address are not shown, and the words around them are", () => {
  expect(maskPersonalData("Chiamatemi al 349 111 22 33 o a anna@posta.example, grazie")).toEqual([
    { text: "Chiamatemi al " },
    { masked: "mobile-number" },
    { text: " o a " },
    { masked: "e-mail" },
    { text: ", grazie" },
  ]);
});

test("a text without such data is itself", () => {
  expect(maskPersonalData("quando scade?")).toEqual([{ text: "quando scade?" }]);
  expect(maskPersonalData("")).toEqual([]);
});
