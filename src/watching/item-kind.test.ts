import { describe, expect, it } from "vitest";
import { kindOf } from "./item-kind.ts";

describe("the kind of an item", () => {
  it("is what the source says", () => {
    expect(kindOf({ kind: "course", labels: ["Concorsi"], title: "Tirocinio" }, "offer")).toBe("course");
  });

  it.each([
    ["Offerte private", "offer"],
    ["Collocamento mirato", "targeted-placement"],
    ["Avviamenti a selezione (art. 16)", "art16"],
    ["Tirocini", "traineeship"],
    ["Concorsi e selezioni", "competition"],
    ["Corsi di formazione", "course"],
    ["Eventi", "event"],
    ["Avvisi e comunicazioni", "notice"],
  ] as const)("is read from the portal's category %s", (label, kind) => {
    expect(kindOf({ labels: ["Primo piano", label], title: "" }, "offer")).toBe(kind);
  });

  it.each([
    ["Corso gratuito: Italiano L2 per il lavoro (80 ore)", "course"],
    ["Tirocinio segreteria studio professionale", "traineeship"],
    ["Incontro: «Leggere una busta paga» a Como", "event"],
    ["Avviamento a selezione: 2 operai/e", "art16"],
    ["Magazziniere/a con corso di muletto", "offer"],
    ["Barista, orario spezzato", "offer"],
    ["Docente per corsi serali", "offer"],
    ["Addetto/a alla formazione del personale", "offer"],
  ] as const)("is told by how its title begins: %s", (title, kind) => {
    expect(kindOf({ title }, "offer")).toBe(kind);
  });
});
