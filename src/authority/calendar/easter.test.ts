import { describe, expect, it } from "vitest";
import { easterSunday } from "./easter.ts";
import { dateOf } from "./local-date.ts";

/** Gauss's rule with the constants of 1900 to 2099: another way to the same day. */
function easterByGauss(year: number) {
  const d = (19 * (year % 19) + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const days = 22 + d + e;
  if (days <= 31) return dateOf(year, 3, days);
  const april = days - 31;
  if (april === 26) return dateOf(year, 4, 19);
  if (april === 25 && d === 28 && e === 6 && year % 19 > 10) return dateOf(year, 4, 18);
  return dateOf(year, 4, april);
}

describe("Easter", () => {
  it("is the same by two rules from 1990 to 2060", () => {
    for (let year = 1990; year <= 2060; year += 1) {
      expect(easterSunday(year), String(year)).toBe(easterByGauss(year));
    }
  });

  // As the calendars of the Church print them; 2038 is the latest there can be, 2008 nearly the earliest.
  it.each([
    "1990-04-15",
    "2000-04-23",
    "2008-03-23",
    "2011-04-24",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2038-04-25",
    "2049-04-18",
  ])("was or will be on %s", (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });
});
