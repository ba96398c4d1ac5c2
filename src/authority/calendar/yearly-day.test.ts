import { describe, expect, it } from "vitest";
import { localDate } from "./local-date.ts";
import { fallsOn, readYearlyDay, type YearlyDay } from "./yearly-day.ts";

describe("a day of the year", () => {
  it.each([
    ["31 agosto", "--08-31"],
    [" 2 Luglio ", "--07-02"],
    ["2 July", "--07-02"],
    ["1° maggio", "--05-01"],
    ["1º maggio", "--05-01"],
    ["29 febbraio", "--02-29"],
    ["--08-31", "--08-31"],
    ["easter+50", "easter+50"],
    ["Easter", "easter"],
  ])("is read from %s", (text, day) => {
    expect(readYearlyDay(text)).toBe(day);
  });

  it.each([
    "02-07",
    "2/7",
    "31 aprile",
    "30 febbraio",
    "0 maggio",
    "32 maggio",
    "--13-01",
    "2 luglium",
    "easter+",
    "",
  ])("is not read from %j, which is none or could be two", (text) => {
    expect(readYearlyDay(text)).toBeNull();
  });

  it.each<[YearlyDay, string, boolean]>([
    ["--08-31", "2026-08-31", true],
    ["--08-31", "2026-08-30", false],
    ["--02-29", "2028-02-29", true],
    ["--02-29", "2027-02-28", false],
    ["--02-29", "2027-03-01", false],
    ["easter", "2026-04-05", true],
    ["easter+1", "2026-04-06", true],
    ["easter-2", "2026-04-03", true],
    ["easter+50", "2026-05-25", true],
    ["easter+50", "2027-05-25", false],
  ])("%s falls on %s: %s", (day, date, falls) => {
    expect(fallsOn(day, localDate(date))).toBe(falls);
  });
});
