import { describe, expect, test } from "vitest";
import { readText } from "../reading/words.ts";
import { triage } from "../triage.ts";
import { mendSpelling } from "./mend-spelling.ts";

const readingsOf = (text: string) => mendSpelling(readText(text).words)[0]?.readings;

describe("a word that matters is read as what was meant", () => {
  test.each([
    ["a double letter single", "imbecile", "imbecille"],
    ["a mute letter gone", "deficentone", "deficientone"],
    ["by ear", "rinkoglionito", "rincoglionito"],
    ["two letters swapped", "farabtuti", "farabutti"],
    ["one left out", "lazzarni", "lazzaroni"],
  ])("%s: %s", (_, written, meant) => {
    expect(readingsOf(written)).toContain(meant);
  });

  test.each(["servizi", "contatto", "presenta", "casa"])("words of every day stay themselves: %s", (word) => {
    expect(mendSpelling(readText(word).words)[0]?.isMended).toBeUndefined();
  });
});

test("nothing that rests on a mended word is certain", () => {
  const { suggestions } = triage("siete degli imbecili", { channel: "comment" });
  expect(suggestions[0]).toMatchObject({ action: "hide", confidence: "likely" });
  const spelt = triage("siete degli imbecilli", { channel: "comment" });
  expect(spelt.suggestions[0]).toMatchObject({ action: "hide", confidence: "certain" });
});
