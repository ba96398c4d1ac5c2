import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { officeCalendar } from "./office-calendar.ts";

const written = `
patrons:
  - { name: Sant'Abbondio, day: 31 agosto }
  - { name: Lunedì di Pentecoste, day: easter+50, from: 2027-01-01 }
closures:
  - { reason: ponte dell'Immacolata, from: 2026-12-07 }
  - { reason: ferie, from: 2026-08-10, to: 2026-08-21 }
timetables:
  - until: 2026-06-30
    hours: { monday: ["08:30-12:30", "14:00-16:00"] }
  - from: 2026-07-01
    hours: { monday: ["08:00-13:00"], saturday: ["09:00-24:00"] }
exceptions:
  - { on: 2026-12-24, reason: vigilia, hours: ["09:00-11:00"] }
`;

function faults(calendar: object): string[] {
  const result = officeCalendar.safeParse(calendar);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const hours = (...slots: string[]) => ({ timetables: [{ hours: { monday: slots } }] });

describe("the calendar of an office in the authority's file", () => {
  it("is read as people write it, and read again as it is kept", () => {
    const calendar = officeCalendar.parse(parse(written));
    expect(calendar.patrons[0]).toEqual({ name: "Sant'Abbondio", day: "--08-31" });
    expect(calendar.workingWeekdays).toEqual(["monday", "tuesday", "wednesday", "thursday", "friday"]);
    expect(officeCalendar.parse(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar);
  });

  it("may be empty: Monday to Friday and the national holidays", () => {
    expect(officeCalendar.parse({})).toMatchObject({
      patrons: [],
      closures: [],
      timetables: [],
      exceptions: [],
    });
  });

  it.each([
    ["a day that does not exist", { closures: [{ reason: "x", from: "2026-02-30" }] }, "closures.0.from"],
    [
      "a closure that ends first",
      { closures: [{ reason: "x", from: "2026-08-21", to: "2026-08-10" }] },
      "closures.0.from",
    ],
    ["a patron on a day that could be two", { patrons: [{ name: "x", day: "02-07" }] }, "patrons.0.day"],
    [
      "a patron valid backwards",
      { patrons: [{ name: "x", day: "2 luglio", from: "2027-01-01", until: "2026-01-01" }] },
      "patrons.0.from",
    ],
    ["a slot that ends first", hours("12:30-08:30"), "timetables.0.hours.monday.0"],
    ["a slot of no length", hours("12:30-12:30"), "timetables.0.hours.monday.0"],
    ["an hour that does not exist", hours("08:30-25:00"), "timetables.0.hours.monday.0"],
    ["slots that overlap", hours("08:30-12:30", "12:00-14:00"), "timetables.0.hours.monday"],
    ["slots out of order", hours("14:00-16:00", "08:30-12:30"), "timetables.0.hours.monday"],
    [
      "two timetables at once",
      {
        timetables: [
          { until: "2026-07-01", hours: {} },
          { from: "2026-07-01", hours: {} },
        ],
      },
      "timetables",
    ],
    [
      "two exceptions on one day",
      { exceptions: ["a", "b"].map((reason) => ({ on: "2026-12-24", reason, hours: [] })) },
      "exceptions",
    ],
    ["a weekday that does not exist", { workingWeekdays: ["lunedì"] }, "workingWeekdays.0"],
    ["an unknown key", { holidays: [] }, ""],
  ])("refuses %s, at its place", (_, calendar, place) => {
    const found = faults(calendar);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${place}: `)).toBe(true);
  });

  it("says what is wrong in Italian and in English", () => {
    expect(faults({ patrons: [{ name: "x", day: "02-07" }] })[0]).toContain(
      '"31 agosto", oppure "easter+50" / a day',
    );
  });
});
