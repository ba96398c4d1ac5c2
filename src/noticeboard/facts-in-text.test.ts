import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../authority/calendar/local-date.ts";
import { itemKinds } from "../watching/found-item.ts";
import { deadlineInText } from "./deadline-in-text.ts";
import { factsInText } from "./facts-in-text.ts";
import { placeInText } from "./place-in-text.ts";
import { professionsIn } from "./profession.ts";

const shownOn = localDate("2026-11-16");

describe("the deadline in a text", () => {
  test.each([
    ["Scadenza: 5.12.26", "2026-12-05"],
    ["SCADENZA CANDIDATURE: 01/12/2026.", "2026-12-01"],
    ["scad. 4 dic. 2026", "2026-12-04"],
    ["Domande entro le ore 23:59 del 21 dicembre 2026.", "2026-12-21"],
    ["Candidarsi entro e non oltre l'8 gennaio 2027", "2027-01-08"],
    ["Adesioni dal 30/11/2026 al 18/12/2026 con il modulo", "2026-12-18"],
    [
      "Adesioni on line dalle ore 9:00 di lunedì 14/12/2026 alle ore 12:00 di venerdì 18/12/2026.",
      "2026-12-18",
    ],
    ["Il termine del 20 novembre 2026 è prorogato all'11 dicembre 2026.", "2026-12-11"],
    ["Domande entro 25 novembre p.v.", "2026-11-25"],
    ["Candidature fino al 10 gennaio", "2027-01-10"],
    ["Scadenza 1° dicembre 2026", "2026-12-01"],
    // What is no deadline.
    ["Contratto fino al 30 aprile 2027", undefined],
    ["Inizio del lavoro entro il 1 marzo 2027", undefined],
    ["Assunzione prevista il 1/12/2026", undefined],
    ["Pubblicato il 16/11/2026", undefined],
    ["entro 30 giorni dalla pubblicazione", undefined],
    ["Scadenza: 31/02/2027", undefined],
    ["Scadenza: 45/13/2026", undefined],
    ["Scadenza: 5/12/2019", undefined],
    ["Turni 6-14 / 14-22, entro la fine del mese", undefined],
    ["fino a copertura dei posti", undefined],
    ["", undefined],
  ])("of %o is %s", (text, day) => {
    expect(deadlineInText(text, shownOn)).toBe(day);
  });
});

describe("the place in a text", () => {
  test.each([
    ["Tornitore CNC – Cantù", "", "Cantù"],
    ["OSS - Erba", "", "Erba"],
    ["Sviluppatore web – Como – rif. VDL-2026-0414", "", "Como"],
    ["Barista", "Sede di lavoro: Sant'Àgata sul Lago (CO)", "Sant'Àgata sul Lago"],
    ["Avviamento art. 16 – Comune di Reggio nell'Emilia: 1 operaio", "", "Reggio nell'Emilia"],
    ["Tirocinio segreteria (Mariano Comense)", "", "Mariano Comense"],
    ["Addetti all'imbottitura: 8 posti a Matera", "", "Matera"],
    ["Magazziniere", "Azienda di logistica di Lomazzo ricerca 2 addetti.", "Lomazzo"],
    ["Magazziniere - Full Time", "Cerchiamo personale.", undefined],
    ["Receptionist - Hotel Bellavista", "", undefined],
    ["Concorso – Provincia di Valdilago", "", undefined],
    ["Barista (urgente)", "Turni di Sabato e Domenica.", undefined],
    ["", "", undefined],
  ])("of %o, %o is %s", (title, text, place) => {
    expect(placeInText(title, text)).toBe(place);
  });
});

describe("the field of work", () => {
  test.each([
    ["Camerieri/e di sala – stagione 2027", ["hospitality"]],
    ["Cameriera ai piani", ["hospitality", "cleaning"]],
    ["Operatore/trice socio-sanitario/a (OSS)", ["care"]],
    ["AUTISTA PATENTE CE", ["logistics"]],
    ["Impiegata amministrativa in azienda edile", ["construction", "office"]],
    ["Chiusura degli uffici", []],
  ])("of %s is %j", (title, fields) => {
    expect(professionsIn(title, "")).toEqual(fields);
  });
});

describe("what an item says", () => {
  const read = (item: Partial<Parameters<typeof factsInText>[0]>, offices?: string[]) =>
    factsInText({ title: "", text: "", kind: "offer", facts: {}, labels: [], ...item }, shownOn, offices);

  test("is read only where no field says it", () => {
    const text = "Sede di lavoro: Erba. Tempo determinato. Scadenza: 5/12/2026";
    expect(read({ text }).facts).toEqual({
      deadline: "2026-12-05",
      place: "Erba",
      contract: "tempo determinato",
    });
    const facts = { deadline: "fino a copertura", place: "Como", contract: "TI" };
    expect(read({ text, facts }).facts).toEqual({});
  });

  test("what a contract may become one day is not what it is", () => {
    const text =
      "Tempo determinato 6 mesi con possibilità di trasformazione a tempo indeterminato, part time";
    expect(read({ text }).facts.contract).toBe("tempo determinato, part time");
    expect(read({ text: "Assunzione T.I. full-time" }).facts.contract).toBe("full-time, tempo indeterminato");
    expect(read({ text: "Si richiede TIG e saldatura" }).facts.contract).toBeUndefined();
  });

  test("a notice and an event have no deadline to apply by", () => {
    const text = "Iscrizioni entro il 5/12/2026";
    expect(read({ kind: "notice", text }).facts).toEqual({});
    expect(read({ kind: "event", text }).facts).toEqual({});
    expect(read({ kind: "course", text }).facts).toEqual({ deadline: "2026-12-05" });
  });

  test("its office is named by a label, by the authority's own name for it, or in passing", () => {
    expect(read({ labels: ["Offerte", "CPI Lago Sud"] }).office).toBe("CPI Lago Sud");
    const text = "Presentarsi allo sportello di Pieve Alta.";
    expect(read({ text }, ["Sportello di Pieve Alta"]).office).toBe("Sportello di Pieve Alta");
    expect(read({ text: "Rivolgersi al CPI Colline, dal lunedì" }).office).toBe("CPI Colline");
    expect(read({ text: "Rivolgersi al CPI, dal lunedì" }).office).toBeUndefined();
  });

  test("whatever portals write, reading it comes to an end and gives days of the calendar", () => {
    const words = fc.constantFrom(
      "scadenza",
      "entro il",
      "31",
      "2",
      "/",
      ".",
      "dicembre",
      "2026",
      "Como",
      "(",
      ")",
      " - ",
      "\n",
      "CPI",
      "a",
      "Sede:",
      "tempo",
      "determinato",
      "T.I.",
      "🙂",
      "’",
    );
    const text = fc.array(words, { maxLength: 60 }).map((each) => each.join(" "));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.constantFrom(...itemKinds), (some, kind) => {
        const { facts } = read({ title: some.slice(0, 80), text: some, kind });
        if (facts.deadline) expect(localDate(facts.deadline) >= "2026-10-16").toBe(true);
        if (facts.place) expect(some).toContain(facts.place);
      }),
      { numRuns: 500 },
    );
  });
});
