import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { removesFromSight } from "../action.ts";
import { triage } from "../triage.ts";

const said = (text: string) => triage(text, { channel: "comment", postText: "Addetto alle vendite" });

describe("an exclusion that is reproached stays in sight, and a person sees it", () => {
  test.each([
    "niente disabili, niente over 50: ma allora chi assumete?",
    "nessun posto per gli stranieri? complimenti",
    "non prendete mai donne, ammettetelo",
  ])("%s", (text) => {
    expect(removesFromSight(said(text).action)).toBe(false);
  });

  test.each(["niente zingari qui, vanno cacciati", "non assumete stranieri"])(
    "demanded, it does not: %s",
    (text) => {
      expect(removesFromSight(said(text).action)).toBe(true);
    },
  );
});

const offices = [
  "l'ufficio",
  "il centro per l'impiego",
  "questo concorso",
  "la regione",
  "il vostro portale",
];
const judgements = ["è ridicolo", "è una vergogna", "fa pena", "non serve a niente", "è gestito da incapaci"];
const groups = ["over 50", "disabili", "donne con figli", "stranieri", "giovani"];
const complaints = [
  "non rispondete mai",
  "aspetto da mesi",
  "vincono sempre gli amici degli amici",
  "pagate una miseria",
  "che schifo di orari",
];

test("criticism of offices, in whatever order it is put together, never leaves people's sight", () => {
  const lack = fc.constantFrom(...groups).map((group) => `niente posti per ${group}?`);
  const judged = fc
    .tuple(fc.constantFrom(...offices), fc.constantFrom(...judgements))
    .map(([office, judgement]) => `${office} ${judgement}`);
  const text = fc
    .tuple(judged, fc.constantFrom(...complaints), lack)
    .chain((parts) => fc.shuffledSubarray(parts, { minLength: 1 }))
    .map((parts) => parts.join(". "));
  fc.assert(
    fc.property(text, (comment) => {
      expect(removesFromSight(said(comment).action), comment).toBe(false);
    }),
    { numRuns: 300 },
  );
});
