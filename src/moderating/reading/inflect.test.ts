import { expect, test } from "vitest";
import { firstPersonOf, formsOf } from "./inflect.ts";

test.each([
  ["ammazzare", ["ammazzo", "ammazzerebbe", "ammazzatevi", "ammazzarli", "ammazzando", "ammazzata"]],
  ["impiccare", ["impicchi", "impiccherò".replace("ò", "o"), "impiccateli"]],
  ["mangiare", ["mangi", "mangera", "mangiarsela"]],
  ["vendere", ["vendono", "venduto", "vendermela"]],
  ["finire", ["finisco", "finiranno", "finirla"]],
  ["scemo", ["scemi", "sceme", "scemotto", "scemone", "scemissimo"]],
  ["idiota", ["idioti", "idiote", "idiotone"]],
  ["imbecille", ["imbecilli", "imbecillotti"]],
  ["zoccola", ["zoccole", "zoccolaccia"]],
])("%s has its forms", (word, forms) => {
  expect(formsOf(word)).toEqual(expect.arrayContaining(forms));
});

test("what is written with h to sound the same is", () => {
  expect(formsOf("impiccare")).not.toContain("impicci");
  expect(formsOf("bifolco")).toContain("bifolchi");
});

test("the first person is told from the others", () => {
  const first = firstPersonOf("bruciare");
  expect(first).toEqual(expect.arrayContaining(["brucio", "bruceremo", "brucerei"]));
  expect(first).not.toContain("brucia");
});

test("a noun has no persons", () => {
  expect(() => firstPersonOf("scemo")).toThrow("no verb");
});
