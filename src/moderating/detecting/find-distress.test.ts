import { describe, expect, test } from "vitest";
import { triage } from "../triage.ts";

const said = (text: string) => triage(text, { channel: "message" });

describe("despair is seen where its parts stand together", () => {
  test.each([
    ["a wish and dying", "certe sere desidero soltanto scomparire"],
    ["a time and dying", "questa notte la finisco qui"],
    ["somebody near, and dying", "mia sorella dice che vuole farla finita"],
    ["no strength and no worth", "sono sfinito e mi sento uno zero"],
    ["a burden with no way on", "peso su tutti e non vedo soluzioni"],
    ["leave taken for ever", "vi abbraccio, non mi vedrete più"],
    ["a place and a leave-taking", "scusatemi, sono davanti ai binari"],
    ["loss and no hope", "ho perso la casa e sono senza speranza per il futuro"],
  ])("%s", (_, text) => {
    expect(said(text).action).toBe("crisis");
    expect(said(text).needsPerson).toBe(true);
  });

  test("and each of them is shown", () => {
    const text = "certe sere desidero soltanto scomparire";
    const spans = said(text).suggestions[0]?.because.flatMap(({ spans }) => spans) ?? [];
    const words = spans.map(({ from, to }) => text.slice(from, to));
    expect(words).toEqual(expect.arrayContaining(["desidero", "scomparire"]));
  });
});

describe("want is seen where its parts stand together", () => {
  test.each([
    ["hunger that lasts", "sono cinque giorni che saltiamo la cena"],
    ["no roof, and children", "viviamo in garage con la bimba"],
    ["the cold, and a plea", "siamo al freddo, vi supplico"],
  ])("%s", (_, text) => {
    expect(said(text).action).toBe("crisis");
  });
});

describe("a way of speaking alarms nobody, and a person may look", () => {
  test.each([
    ["dying of a feeling", "sto per morire di imbarazzo"],
    ["an end to a thing", "la farei finita con questa burocrazia"],
    ["a treat", "domenica mi sparo due pizze"],
    ["laughter", "con questi turni mi butto dal balcone 😂"],
  ])("%s", (_, text) => {
    expect(["none", "answer"]).toContain(said(text).action);
    expect(said(text).needsPerson).toBe(true);
  });

  test("laughter takes nothing back where hopelessness stands beside it", () => {
    expect(said("ahah tanto non servo a niente, voglio sparire").action).toBe("crisis");
  });
});
