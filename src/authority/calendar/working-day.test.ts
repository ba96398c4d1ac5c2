import { describe, expect, it } from "vitest";
import { localDate } from "./local-date.ts";
import { hillOffice, lakeOffice, office } from "./pretend-offices.ts";
import {
  addWorkingDays,
  dayOff,
  daysOffBetween,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from "./working-day.ts";

const day = localDate;
const august = office({
  patrons: [{ name: "San Rocco", day: "16 agosto" }],
  closures: [
    { reason: "ferie", from: "2027-08-09", to: "2027-08-20" },
    { reason: "ponte", from: "2026-12-07" },
  ],
});

describe("a day", () => {
  it.each([
    ["an ordinary Wednesday", lakeOffice, "2026-11-18", null],
    ["a Saturday", lakeOffice, "2026-11-21", { kind: "weekday" }],
    ["a holiday", lakeOffice, "2026-12-08", { kind: "holiday", holiday: "immaculate-conception" }],
    ["a holiday on a Sunday, which is a Sunday first", lakeOffice, "2026-10-04", { kind: "weekday" }],
    ["the day of the patron", lakeOffice, "2026-08-31", { kind: "patron", name: "Sant'Abbondio" }],
    ["the day of another office's patron", hillOffice, "2026-08-31", null],
    ["the day of the patron on a Sunday", lakeOffice, "2025-08-31", { kind: "weekday" }],
    ["a bridge", august, "2026-12-07", { kind: "closure", reason: "ponte" }],
    ["the first day of a closure", august, "2027-08-09", { kind: "closure", reason: "ferie" }],
    ["the last day of a closure", august, "2027-08-20", { kind: "closure", reason: "ferie" }],
    ["the day after a closure that reached a Friday", august, "2027-08-23", null],
    ["the patron's day within a closure", august, "2027-08-16", { kind: "patron", name: "San Rocco" }],
    ["the last of February in a leap year", lakeOffice, "2028-02-29", null],
  ])("%s", (_, calendar, date, why) => {
    expect(dayOff(calendar, day(date))).toEqual(why);
    expect(isWorkingDay(calendar, day(date))).toBe(why === null);
  });

  it("that is the patron's and a national holiday is the nation's", () => {
    const cathedral = office({ patrons: [{ name: "Santa Maria Assunta", day: "15 agosto" }] });
    expect(dayOff(cathedral, day("2028-08-15"))).toEqual({ kind: "holiday", holiday: "assumption" });
  });

  it("stays what it was when the patron changes", () => {
    const moved = office({
      patrons: [
        { name: "San Vito", day: "15 giugno", until: "2026-12-31" },
        { name: "San Gerardo", day: "28 settembre", from: "2027-01-01" },
      ],
    });
    const off = ["2026-06-15", "2026-09-28", "2027-06-15", "2027-09-28"].map(day);
    expect(off.map((date) => isWorkingDay(moved, date))).toEqual([false, true, true, false]);
  });

  it("is the patron's on the first and the last day on which it is valid", () => {
    const once = office({
      patrons: [{ name: "San Vito", day: "15 giugno", from: "2026-06-15", until: "2026-06-15" }],
    });
    expect(dayOff(once, day("2026-06-15"))).toEqual({ kind: "patron", name: "San Vito" });
  });

  it("counts on Saturday where the office says so", () => {
    const sixDays = office({ workingWeekdays: ["monday", "saturday"] });
    expect(isWorkingDay(sixDays, day("2026-11-21"))).toBe(true);
    expect(isWorkingDay(sixDays, day("2026-11-20"))).toBe(false);
  });

  it("that is Whit Monday is off where the calendar says so", () => {
    const altoAdige = office({ patrons: [{ name: "Lunedì di Pentecoste", day: "easter+50" }] });
    expect(dayOff(altoAdige, day("2026-05-25"))).toMatchObject({ kind: "patron" });
    expect(dayOff(lakeOffice, day("2026-05-25"))).toBeNull();
  });
});

describe("working days", () => {
  it.each([
    ["over a weekend", "2026-11-20", 1, "2026-11-23"],
    ["over the end of the year", "2026-12-30", 2, "2027-01-04"],
    ["from a day off", "2026-11-21", 1, "2026-11-23"],
    ["none, even from a day off", "2026-11-21", 0, "2026-11-21"],
    ["over a closure of two weeks", "2027-08-06", 1, "2027-08-23"],
    ["a fortnight of them", "2026-11-02", 15, "2026-11-23"],
  ])("are added %s", (_, from, days, to) => {
    expect(addWorkingDays(august, day(from), days)).toBe(to);
    if (days > 0) expect(workingDaysBetween(august, day(from), day(to))).toBe(days);
  });

  it("are counted without the first day and with the last", () => {
    expect(workingDaysBetween(lakeOffice, day("2026-12-04"), day("2026-12-09"))).toBe(2);
    expect(workingDaysBetween(lakeOffice, day("2026-12-09"), day("2026-12-09"))).toBe(0);
    expect(workingDaysBetween(lakeOffice, day("2026-12-09"), day("2026-12-04"))).toBe(0);
  });

  it("that were skipped are told with their reasons", () => {
    expect(daysOffBetween(august, day("2026-12-04"), day("2026-12-09"))).toEqual([
      { date: "2026-12-05", why: { kind: "weekday" } },
      { date: "2026-12-06", why: { kind: "weekday" } },
      { date: "2026-12-07", why: { kind: "closure", reason: "ponte" } },
      { date: "2026-12-08", why: { kind: "holiday", holiday: "immaculate-conception" } },
    ]);
  });

  it.each([-1, 1.5, Number.NaN])("are not added by %d", (days) => {
    expect(() => addWorkingDays(lakeOffice, day("2026-12-04"), days)).toThrow(RangeError);
  });

  it("are none where no weekday counts, or a closure has no end", () => {
    for (const never of [
      office({ workingWeekdays: [] }),
      office({ closures: [{ reason: "soppressa", from: "2026-01-01", to: "2099-12-31" }] }),
    ]) {
      expect(nextWorkingDay(never, day("2026-11-18"))).toBeNull();
      expect(addWorkingDays(never, day("2026-11-18"), 2)).toBeNull();
      expect(workingDaysBetween(never, day("2026-11-18"), day("2027-11-18"))).toBe(0);
    }
  });

  it("come again after a closure of a whole year", () => {
    const restored = office({ closures: [{ reason: "lavori", from: "2026-01-01", to: "2026-12-31" }] });
    expect(nextWorkingDay(restored, day("2025-12-31"))).toBe("2027-01-04");
  });
});
