import { type LocalDate, yearOf } from "./local-date.ts";
import { fallsOn, type YearlyDay } from "./yearly-day.ts";

export type NationalHoliday =
  | "new-year"
  | "epiphany"
  | "unity"
  | "easter"
  | "easter-monday"
  | "liberation"
  | "labour"
  | "republic"
  | "assumption"
  | "saint-francis"
  | "all-saints"
  | "immaculate-conception"
  | "christmas"
  | "saint-stephen";

interface HolidayRule {
  holiday: NationalHoliday;
  day: YearlyDay;
  /** First and last year; without them, as far back and ahead as this calendar is asked. */
  from?: number;
  until?: number;
  law: string;
}

const original = "L. 260/1949, art. 2";

/**
 * The days off of the whole country, by law and by nothing else: what is only observed (Mother's Day, carnival, Good
 * Friday) is a working day. What the Republic takes back gets an `until`, and the past stays as it was.
 */
export const nationalHolidays: readonly HolidayRule[] = [
  { holiday: "new-year", day: "--01-01", law: original },
  // Suspended from 1977 to 1985 (L. 54/1977).
  { holiday: "epiphany", day: "--01-06", from: 1986, law: "D.P.R. 792/1985, art. 1" },
  { holiday: "unity", day: "--03-17", from: 2011, until: 2011, law: "D.L. 5/2011, art. 1" },
  { holiday: "easter", day: "easter", law: original },
  { holiday: "easter-monday", day: "easter+1", law: original },
  { holiday: "liberation", day: "--04-25", law: original },
  { holiday: "labour", day: "--05-01", law: original },
  // From 1977 to 2000 it was kept on the first Sunday of June.
  { holiday: "republic", day: "--06-02", from: 2001, law: "L. 336/2000, art. 1" },
  { holiday: "assumption", day: "--08-15", law: original },
  { holiday: "saint-francis", day: "--10-04", from: 2026, law: "L. 151/2025, art. 1" },
  { holiday: "all-saints", day: "--11-01", law: original },
  { holiday: "immaculate-conception", day: "--12-08", law: original },
  { holiday: "christmas", day: "--12-25", law: original },
  { holiday: "saint-stephen", day: "--12-26", law: original },
];

/** The national holiday a day is, or null. Two on one day (25 April 2011 was Easter Monday): the first of the list. */
export function nationalHolidayOn(date: LocalDate): NationalHoliday | null {
  const year = yearOf(date);
  const found = nationalHolidays.find(
    (rule) => fallsOn(rule.day, date) && year >= (rule.from ?? year) && year <= (rule.until ?? year),
  );
  return found?.holiday ?? null;
}
