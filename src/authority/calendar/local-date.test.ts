import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, isLocalDate, localDate, weekdayOf } from "./local-date.ts";

const day = localDate;

describe("a day of the wall calendar", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "26-04-01",
    "2026-4-1",
    "domani",
    "2026-04-01T00:00",
  ])("is not %s", (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(text);
  });

  it.each([
    ["2026-11-27", "friday"],
    ["2024-02-29", "thursday"],
    ["2000-01-01", "saturday"],
    ["1970-01-01", "thursday"],
    ["1969-12-31", "wednesday"],
    ["2027-10-04", "monday"],
  ])("%s was or will be a %s", (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-03-28", 2, "2026-03-30"],
  ])("%s and %i days is %s", (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it.each([
    ["2026-11-18", 1, "2026-12-18"],
    ["2026-12-18", 1, "2027-01-18"],
    ["2027-01-31", 1, "2027-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-02-28", 1, "2026-03-28"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});
