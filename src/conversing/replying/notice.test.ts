import { expect, test } from "vitest";
import type { HelpLine } from "../../authority/prepared-answers.ts";
import { noticeInNeed, noticeText } from "./notice.ts";

const places = {
  authority: "Provincia di Valdilago",
  pec: "lavoro@pec.valdilago.example",
  telephone: "031 000000",
  by: "entro martedì 9 dicembre",
};

test("says that it is automatic, until when somebody answers, and that nothing here is registered", () => {
  expect(noticeText(undefined, places, "it", 1_999)).toBe(
    [
      "Messaggio automatico.",
      "Abbiamo ricevuto il suo messaggio, grazie. Le risponde una persona entro martedì 9 dicembre.",
      "I messaggi inviati qui non vengono protocollati.",
      "Per istanze, reclami e comunicazioni ufficiali: PEC lavoro@pec.valdilago.example.",
      "Telefono: 031 000000.",
      "Provincia di Valdilago",
    ].join("\n"),
  );
});

test("says the same in English", () => {
  const text = noticeText(undefined, { ...places, by: "by Tuesday 9 December" }, "en", 1_999);
  expect(text).toMatch(/^Automatic message\.\n.*A person answers you by Tuesday 9 December\.\n.*register/s);
});

test("in the authority's own words still begins by saying that nobody wrote it", () => {
  const own = "Grazie da {authority}!\nSportello: {address}\n{nothing}";
  expect(noticeText(own, places, "it", 1_999)).toBe(
    "Messaggio automatico.\nGrazie da Provincia di Valdilago!",
  );
});

test.each([
  ["too long for the network", "x".repeat(2_000)],
  ["without a word to say", "{address}"],
])("is none when it is %s", (_why, template) => {
  expect(noticeText(template, places, "it", 1_999)).toBeUndefined();
});

const lines: HelpLine[] = [
  { name: "Emergenze", number: "112", kind: "emergency", checked: "2026-01-01" },
  { name: "Telefono Amico", number: "02 2327 2327", hours: "9–24", kind: "despair", checked: "2026-11-01" },
  { name: "Un numero vecchio", number: "800 000000", kind: "despair", checked: "2026-01-01" },
];

test("to whoever is in need names the numbers that were checked lately, and that of emergencies always", () => {
  const how = { language: "it", charactersMax: 1_999, now: new Date("2026-11-28T09:00:00Z") } as const;
  const told = noticeInNeed(lines, places, how)?.split("\n");
  expect(told?.slice(3)).toEqual([
    "- Emergenze: 112",
    "- Telefono Amico: 02 2327 2327, ore 9–24",
    "Provincia di Valdilago, telefono 031 000000",
  ]);
  expect(noticeInNeed(lines, places, { ...how, charactersMax: 100 })).toBeUndefined();
});
