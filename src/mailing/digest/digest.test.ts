import { describe, expect, test } from "vitest";
import { officeCalendar } from "../../authority/calendar/office-calendar.ts";
import { digestDueOn, figuresFor } from "./digest.ts";

const calendar = {
  ...officeCalendar.parse({
    patrons: [{ name: "Sant'Abbondio", day: "31 agosto" }],
    closures: [{ reason: "ponte", from: "2026-12-07" }],
  }),
  timeZone: "Europe/Rome",
};

describe("the digest of a day is due", () => {
  test.each<[string, number, string, string | undefined]>([
    ["at its hour", 8, "2026-11-30T07:00:00Z", "2026-11-30"],
    ["not before", 8, "2026-11-30T06:59:59Z", undefined],
    ["late as well, where nothing ran at its hour", 8, "2026-11-30T10:59:59Z", "2026-11-30"],
    ["no longer when it is four hours late", 8, "2026-11-30T11:00:00Z", undefined],
    ["not on a Sunday", 8, "2026-11-29T07:00:00Z", undefined],
    ["not on a holiday", 8, "2026-12-08T07:00:00Z", undefined],
    ["not while the office is closed", 8, "2026-12-07T07:00:00Z", undefined],
    ["not on the day of the patron", 8, "2026-08-31T06:00:00Z", undefined],
    ["at eight of the wall before summer time", 8, "2026-03-27T07:00:00Z", "2026-03-27"],
    ["not an hour late after it", 8, "2026-03-30T06:00:00Z", "2026-03-30"],
    ["not an hour early after it", 8, "2026-03-30T05:59:00Z", undefined],
    ["at eight of the wall before winter time", 8, "2026-10-23T06:00:00Z", "2026-10-23"],
    ["at eight of the wall after it", 8, "2026-10-26T07:00:00Z", "2026-10-26"],
    ["not an hour early in winter", 8, "2026-10-26T06:00:00Z", undefined],
    ["of yesterday still after midnight", 23, "2026-12-01T01:00:00Z", "2026-11-30"],
    ["of a Friday still on Saturday night", 23, "2026-11-28T00:30:00Z", "2026-11-27"],
  ])("%s", (_what, hour, now, day) => {
    expect(digestDueOn(calendar, hour, new Date(now))).toBe(day);
  });

  test("nowhere at all where the calendar has no working day", () => {
    const never = { ...calendar, workingWeekdays: [] };
    expect(digestDueOn(never, 8, new Date("2026-11-30T07:00:00Z"))).toBeUndefined();
  });
});

test("the figures are those of what one may do, and none is nought", () => {
  const zero = { overdue: 0, dueToday: 0, own: 0, refused: 0, uncertain: 0, faultySources: 0 };
  const figures = { ...zero, waiting: 3, alerts: 1, held: 2, disconnected: 1 };
  expect(figuresFor(figures, ["moderator"])).toEqual({ waiting: 3, alerts: 1 });
  expect(figuresFor(figures, ["editor"])).toEqual({ held: 2 });
  expect(figuresFor(figures, ["administrator"])).toEqual({ held: 2, disconnected: 1 });
  expect(figuresFor({ ...figures, held: 0 }, ["editor"])).toEqual({});
});
