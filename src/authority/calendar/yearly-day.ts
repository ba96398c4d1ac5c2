import { easterSunday } from "./easter.ts";
import { daysBetween, type LocalDate, yearOf } from "./local-date.ts";

/**
 * A day that comes every year: "--08-31", or "easter+50" for what moves with Easter. A calendar keeps it in these
 * forms, which nobody can misread: "02-07" would be the second of July to one and the seventh of February to another.
 */
export type YearlyDay = `--${string}` | `easter${string}`;

const monthNames = [
  ["gennaio", "january"],
  ["febbraio", "february"],
  ["marzo", "march"],
  ["aprile", "april"],
  ["maggio", "may"],
  ["giugno", "june"],
  ["luglio", "july"],
  ["agosto", "august"],
  ["settembre", "september"],
  ["ottobre", "october"],
  ["novembre", "november"],
  ["dicembre", "december"],
];

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the year as people write it ("31 agosto", "31 August", "1° maggio") or as it is kept; null for no such day. */
export function readYearlyDay(text: string): YearlyDay | null {
  const plain = text.trim().toLowerCase();
  if (/^easter(?:[+-]\d{1,3})?$/.test(plain)) return plain as YearlyDay;
  const kept = /^--(\d{2})-(\d{2})$/.exec(plain);
  if (kept) return fixedDay(Number(kept[1]), Number(kept[2]));
  const written = /^(\d{1,2})[°º]?\s+(\p{L}+)$/u.exec(plain);
  if (!written) return null;
  const month = monthNames.findIndex((names) => names.includes(written[2] ?? "")) + 1;
  return fixedDay(month, Number(written[1]));
}

function fixedDay(month: number, day: number): YearlyDay | null {
  if (day < 1 || day > (longest[month - 1] ?? 0)) return null;
  return `--${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The 29th of February comes in leap years only: nobody celebrates it on another day for us. */
export function fallsOn(day: YearlyDay, date: LocalDate): boolean {
  if (day.startsWith("--")) return date.endsWith(day.slice(1));
  const offset = Number(day.slice("easter".length) || 0);
  return daysBetween(easterSunday(yearOf(date)), date) === offset;
}
