import { describe, expect, test } from "vitest";
import { contractsIn } from "./contract.ts";
import { fold } from "./fold.ts";
import { parametersOf, readQuestion } from "./question.ts";
import { addressPart, seqOf } from "./slug.ts";
import { standingOf } from "./standing.ts";

const now = new Date("2026-11-20T22:59:59.000Z");

describe("how an item stands", () => {
  test.each([
    // One second before midnight in Rome.
    ["2026-11-19", "closed", undefined],
    ["2026-11-20", "closing-soon", 0],
    ["2026-11-21", "closing-soon", 1],
    ["2026-11-27", "closing-soon", 7],
    ["2026-11-28", "open", 8],
    ["2026-11-20T23:59:59+01:00", "closed", undefined],
    ["2026-11-21T12:00:00+01:00", "closing-soon", 1],
    ["fino a copertura posti", "open", undefined],
    [undefined, "open", undefined],
  ])("with the deadline %s it is %s", (deadline, kind, daysLeft) => {
    const item = { facts: deadline ? { deadline } : {}, lifeChange: null };
    expect(standingOf(item, "Europe/Rome", now)).toMatchObject({
      kind,
      ...(daysLeft !== undefined && { daysLeft }),
    });
  });

  test.each([
    ["closed", "closed"],
    ["expired", "closed"],
    ["withdrawn", "withdrawn"],
    ["reopened", "open"],
    ["extended", "open"],
  ] as const)("whose last change is %s it is %s", (kind, standing) => {
    const item = { facts: { deadline: "2026-12-31" }, lifeChange: { kind, at: now } };
    expect(standingOf(item, "Europe/Rome", now).kind).toBe(standing);
  });
});

describe("addresses", () => {
  test.each([
    ["Magazziniere a Cantù", "magazziniere-a-cantu-7"],
    ["  Perché?! «Sì» ", "perche-si-7"],
    ["招聘", "7"],
    ["a".repeat(300), `${"a".repeat(60)}-7`],
    ["parola ".repeat(40), `${"parola-".repeat(8)}7`],
  ])("%s becomes %s", (title, part) => {
    expect(addressPart({ seq: "7", title })).toBe(part);
    expect(seqOf(part)).toBe("7");
  });

  test.each(["", "0", "x", "x-", "-7x", "7-x", "X-7", "../7", "1234567890123456789", "a-07"])(
    "%o names no item",
    (part) => {
      expect(seqOf(part)).toBeUndefined();
    },
  );
});

describe("questions", () => {
  test.each([
    ["cerca=saldatore&tipo=offer&luogo=Cant%C3%B9&contratto=permanent&stato=tutte&pagina=3"],
    ["tipo=course"],
    ["sede=CPI+Lago+Sud&professione=logistics&stato=in-scadenza"],
    ["stato=in-scadenza"],
    [""],
  ])("%s is asked again by the same address", (query) => {
    const reading = readQuestion(Object.fromEntries(new URLSearchParams(query)));
    expect(reading.kind).toBe("question");
    if (reading.kind !== "question") return;
    expect(new URLSearchParams(parametersOf(reading.question)).toString()).toBe(query);
  });

  test("what a form sends empty is not asked", () => {
    const reading = readQuestion({ cerca: "  ", tipo: "", luogo: "", contratto: "", stato: "", pagina: "" });
    expect(reading).toEqual({ kind: "question", question: { search: "", state: "open", page: 1 } });
  });

  test.each([
    [{ cerca: "x".repeat(201) }, "search-too-long"],
    [{ tipo: "constructor" }, "unknown-filter"],
    [{ professione: "constructor" }, "unknown-filter"],
    [{ sede: "x".repeat(121) }, "unknown-filter"],
    [{ stato: "closed" }, "unknown-filter"],
    [{ luogo: "x".repeat(121) }, "unknown-filter"],
    [{ pagina: "1.5" }, "bad-page"],
  ])("%o is refused", (parameters, fault) => {
    expect(readQuestion(parameters)).toEqual({ kind: "fault", fault });
  });
});

describe("contracts as portals write them", () => {
  test.each([
    ["Tempo indeterminato full-time", ["permanent", "full-time"]],
    ["TEMPO DETERMINATO (6 mesi), part time", ["fixed-term", "part-time"]],
    ["Apprendistato", ["apprenticeship"]],
    ["Contratto stagionale a tempo pieno", ["seasonal", "full-time"]],
    ["Tirocinio extracurriculare", ["traineeship"]],
    ["somministrazione a tempo determinato", ["fixed-term", "agency"]],
    ["P.IVA", ["self-employed"]],
    ["da definire", []],
  ])("%s", (text, expected) => {
    expect(contractsIn(text)).toEqual(expected);
  });
});

test("words are compared without accents and in small letters", () => {
  expect(fold("PERCHÉ L’Àgata è così")).toBe("perche l'agata e cosi");
});
