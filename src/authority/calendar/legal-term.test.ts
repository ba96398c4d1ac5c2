import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataProtectionTerm, legalTerm, type TermLength } from "./legal-term.ts";
import { addDays, localDate } from "./local-date.ts";

const day = localDate;

describe("a term of the law (art. 2963 c.c.)", () => {
  it.each<[string, string, TermLength, string, string]>([
    ["leaves out its first day", "2026-11-18", { days: 8 }, "2026-11-26", "2026-11-26"],
    ["counts the holidays within it", "2026-12-23", { days: 5 }, "2026-12-28", "2026-12-28"],
    ["moves from a Sunday", "2026-11-26", { days: 10 }, "2026-12-06", "2026-12-07"],
    [
      "moves from Christmas over the weekend behind it",
      "2026-12-15",
      { days: 10 },
      "2026-12-25",
      "2026-12-28",
    ],
    ["moves from Easter over Easter Monday", "2027-03-18", { days: 10 }, "2027-03-28", "2027-03-30"],
    ["ends on a Saturday", "2026-11-19", { days: 30 }, "2026-12-19", "2026-12-19"],
    [
      "ends on the patron's day, which is no holiday of the law",
      "2026-08-21",
      { days: 10 },
      "2026-08-31",
      "2026-08-31",
    ],
    ["goes by the calendar in months", "2026-11-18", { months: 1 }, "2026-12-18", "2026-12-18"],
    ["ends with a month that has no such day", "2027-01-31", { months: 1 }, "2027-02-28", "2027-03-01"],
    ["ends on the leap day", "2028-01-31", { months: 1 }, "2028-02-29", "2028-02-29"],
    ["goes over the end of the year", "2026-12-08", { months: 1 }, "2027-01-08", "2027-01-08"],
    ["of a year is twelve months", "2024-02-29", { months: 12 }, "2025-02-28", "2025-02-28"],
    ["of no days is its first day", "2026-11-18", { days: 0 }, "2026-11-18", "2026-11-18"],
  ])("%s", (_, startsOn, length, nominalOn, expiresOn) => {
    expect(legalTerm(day(startsOn), length)).toMatchObject({ nominalOn, expiresOn });
  });

  it("tells which days moved it", () => {
    expect(legalTerm(day("2026-12-15"), { days: 10 }).movedBy).toEqual([
      { date: "2026-12-25", why: { kind: "holiday", holiday: "christmas" } },
      { date: "2026-12-26", why: { kind: "holiday", holiday: "saint-stephen" } },
      { date: "2026-12-27", why: { kind: "sunday" } },
    ]);
  });

  it("moves from a Saturday for acts of a trial only (art. 155 c. 5 c.p.c.)", () => {
    const term = legalTerm(day("2026-11-19"), { days: 30 }, "saturday-moves");
    expect(term.expiresOn).toBe("2026-12-21");
    expect(term.movedBy.map(({ why }) => why.kind)).toEqual(["saturday", "sunday"]);
  });

  it("is never shortened, nor moved by more than the longest row of festive days", () => {
    const starts = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day("1995-01-01"), days));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 400 }), (startsOn, days) => {
        const { nominalOn, expiresOn, movedBy } = legalTerm(startsOn, { days });
        expect(expiresOn).toBe(addDays(nominalOn, movedBy.length));
        // Three: Christmas and Saint Stephen before a Sunday, or Easter and its Monday before 25 April.
        expect(movedBy.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("the term of a data-protection request (GDPR art. 12)", () => {
  it.each([
    ["is one month", "2026-11-18", false, "2026-12-18"],
    ["is one month, to the end of a shorter one", "2026-08-31", false, "2026-09-30"],
    ["moves from a holiday", "2026-11-08", false, "2026-12-09"],
    ["is not moved from a Saturday, to be on the safe side", "2026-11-19", false, "2026-12-19"],
    ["is three months where it was extended", "2026-11-18", true, "2027-02-18"],
  ])("%s", (_, receivedOn, isExtended, expiresOn) => {
    expect(dataProtectionTerm(day(receivedOn), isExtended).expiresOn).toBe(expiresOn);
  });
});
