import { describe, expect, it } from "vitest";
import { localDate } from "./local-date.ts";
import {
  type Door,
  doorAt,
  momentWithOpenTimeLeft,
  openingsBetween,
  openingsOn,
  openMsBetween,
} from "./opening.ts";
import { hillOffice, lakeOffice, office } from "./pretend-offices.ts";
import { clockIn } from "./zoned-time.ts";

const at = (text: string) => new Date(text);
const hourMs = 3_600_000;

function slots(calendar: typeof lakeOffice, date: string): string[] {
  const clock = (moment: Date) => clockIn(moment, calendar.timeZone);
  return openingsOn(calendar, localDate(date)).map(
    ({ opensAt, closesAt }) => `${clock(opensAt)}-${clock(closesAt)}`,
  );
}

const always = Object.fromEntries(
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((each) => [
    each,
    ["00:00-24:00"],
  ]),
);
const seasons = office({
  closures: [{ reason: "ferie", from: "2026-08-10", to: "2026-08-21" }],
  timetables: [
    { until: "2026-06-30", hours: { friday: ["08:30-12:30", "14:00-17:00"] } },
    { from: "2026-07-01", until: "2026-08-31", hours: { friday: ["08:00-12:00"] } },
    { from: "2026-09-01", hours: { friday: ["08:30-12:30"], saturday: ["09:00-11:00"] } },
  ],
  exceptions: [
    { on: "2026-08-14", reason: "giornata del lavoro agricolo", hours: ["07:00-09:00"] },
    { on: "2026-10-30", reason: "assemblea", hours: [] },
  ],
});

describe("the hours of a day", () => {
  it.each([
    ["split in two", lakeOffice, "2026-11-24", ["08:30-12:30", "14:00-16:00"]],
    ["the timetable of last winter", seasons, "2026-06-26", ["08:30-12:30", "14:00-17:00"]],
    ["the timetable of summer", seasons, "2026-07-03", ["08:00-12:00"]],
    ["the timetable of now", seasons, "2026-09-04", ["08:30-12:30"]],
    ["a Saturday with hours that counts for no promise", seasons, "2026-09-05", ["09:00-11:00"]],
    ["a Saturday that is a holiday", seasons, "2026-12-26", []],
    ["a closure", seasons, "2026-08-21", []],
    ["an exception within a closure", seasons, "2026-08-14", ["07:00-09:00"]],
    ["an exception without hours", seasons, "2026-10-30", []],
    ["a holiday", lakeOffice, "2026-12-08", []],
    ["the patron's day", lakeOffice, "2026-08-31", []],
    ["an office whose hours nobody wrote down", hillOffice, "2026-11-24", []],
  ])("%s", (_, calendar, date, hours) => {
    expect(slots(calendar, date)).toEqual(hours);
  });

  it("are one stretch where slots touch", () => {
    const touching = office({
      timetables: [{ hours: { monday: ["08:00-12:00", "12:00-14:00", "15:00-16:00"] } }],
    });
    expect(slots(touching, "2026-11-23")).toEqual(["08:00-14:00", "15:00-16:00"]);
  });

  it("have one hour less or more in the nights in which clocks change", () => {
    const nights = office({ timetables: [{ hours: { sunday: ["00:00-06:00"] } }] });
    const lengths = ["2026-03-29", "2026-10-25", "2026-11-08"].map((date) => {
      const [night] = openingsOn(nights, localDate(date));
      return night && (night.closesAt.getTime() - night.opensAt.getTime()) / hourMs;
    });
    expect(lengths).toEqual([5, 7, 6]);
  });

  it("that fall wholly into the skipped hour are none", () => {
    const nights = office({ timetables: [{ hours: { sunday: ["02:00-03:00"] } }] });
    expect(openingsOn(nights, localDate("2026-03-29"))).toEqual([]);
  });
});

describe("the door", () => {
  it.each<[string, string, Door]>([
    [
      "is open in the morning",
      "2026-11-24T09:00:00+01:00",
      { kind: "open", closesAt: at("2026-11-24T12:30:00+01:00") },
    ],
    [
      "opens on the minute",
      "2026-11-24T08:30:00+01:00",
      { kind: "open", closesAt: at("2026-11-24T12:30:00+01:00") },
    ],
    [
      "closes on the minute",
      "2026-11-24T12:30:00+01:00",
      { kind: "closed", opensAt: at("2026-11-24T14:00:00+01:00") },
    ],
    [
      "is closed at night",
      "2026-11-24T22:00:00+01:00",
      { kind: "closed", opensAt: at("2026-11-25T08:30:00+01:00") },
    ],
    [
      "stays closed over a holiday",
      "2026-12-07T13:00:00+01:00",
      { kind: "closed", opensAt: at("2026-12-09T08:30:00+01:00") },
    ],
    [
      "opens by the wall in the week clocks change",
      "2026-10-23T13:00:00+02:00",
      { kind: "closed", opensAt: at("2026-10-26T08:30:00+01:00") },
    ],
  ])("%s", (_, moment, door) => {
    expect(doorAt(lakeOffice, at(moment))).toEqual(door);
  });

  it("never opens where there are no hours, and saying so takes no eternity", () => {
    expect(doorAt(hillOffice, at("2026-11-24T09:00:00Z"))).toEqual({ kind: "never-open" });
    expect(doorAt(office({ workingWeekdays: [] }), at("2026-11-24T09:00:00Z"))).toEqual({
      kind: "never-open",
    });
  });
});

describe("open time", () => {
  it.each([
    ["of a split day", "2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00", 6],
    ["of a lunch break", "2026-11-24T12:30:00+01:00", "2026-11-24T14:00:00+01:00", 0],
    [
      "from the middle of one slot to the middle of the next",
      "2026-11-24T11:30:00+01:00",
      "2026-11-24T15:00:00+01:00",
      2,
    ],
    ["of a week", "2026-11-23T00:00:00+01:00", "2026-11-30T00:00:00+01:00", 24],
    ["of a week with a holiday on a long day", "2026-12-07T00:00:00+01:00", "2026-12-14T00:00:00+01:00", 18],
    ["of no time", "2026-11-24T09:00:00+01:00", "2026-11-24T09:00:00+01:00", 0],
    ["backwards", "2026-11-24T12:00:00+01:00", "2026-11-24T09:00:00+01:00", 0],
  ])("%s", (_, from, to, hours) => {
    expect(openMsBetween(lakeOffice, at(from), at(to)) / hourMs).toBe(hours);
  });

  it("is all of the time where the office never closes, the days of 23 and 25 hours included", () => {
    const open = office({ timetables: [{ hours: always }] });
    expect(
      openMsBetween(open, at("2026-03-29T00:00:00+01:00"), at("2026-03-30T00:00:00+02:00")) / hourMs,
    ).toBe(23);
    expect(
      openMsBetween(open, at("2026-10-25T00:00:00+02:00"), at("2026-10-26T00:00:00+01:00")) / hourMs,
    ).toBe(25);
  });

  it("is left in part at a moment found from its end", () => {
    const openings = openingsBetween(
      lakeOffice,
      at("2026-11-23T09:00:00+01:00"),
      at("2026-11-24T23:00:00+01:00"),
    );
    const left = (hours: number) => momentWithOpenTimeLeft(openings, hours * hourMs);
    expect(left(1)).toEqual(at("2026-11-24T15:00:00+01:00"));
    expect(left(2)).toEqual(at("2026-11-24T14:00:00+01:00"));
    expect(left(3)).toEqual(at("2026-11-24T11:30:00+01:00"));
    expect(left(7)).toEqual(at("2026-11-23T11:30:00+01:00"));
    expect(left(50)).toEqual(at("2026-11-23T09:00:00+01:00"));
    expect(momentWithOpenTimeLeft([], hourMs)).toBeNull();
  });
});
