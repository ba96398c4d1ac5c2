import { dateOf, type LocalDate } from "./local-date.ts";

// A walk over a year asks for each of its days; there are few years.
const found = new Map<number, LocalDate>();

/**
 * Easter Sunday of the western churches, by the anonymous rule that Meeus and Jones handed on (Astronomical Algorithms,
 * chapter 8); right for every year of the Gregorian calendar.
 */
export function easterSunday(year: number): LocalDate {
  const date = found.get(year) ?? reckon(year);
  found.set(year, date);
  return date;
}

function reckon(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonDrift = Math.floor((8 * century + 13) / 25);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonDrift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const days = moon + toSunday - 7 * lateMoon + 114;
  return dateOf(year, Math.floor(days / 31), (days % 31) + 1);
}
