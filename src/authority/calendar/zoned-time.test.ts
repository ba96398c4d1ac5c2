import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "./local-date.ts";
import { clockIn, dateIn, endOfDate, momentAt, startOfDate } from "./zoned-time.ts";

const rome = "Europe/Rome";
const spring = localDate("2026-03-29");
const autumn = localDate("2026-10-25");
const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

describe("the day of a moment", () => {
  it.each([
    ["2026-11-18T22:59:59Z", "2026-11-18"],
    ["2026-11-18T23:00:00Z", "2026-11-19"],
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
    ["2026-12-31T23:30:00Z", "2027-01-01"],
  ])("of %s is %s in Rome", (moment, date) => {
    expect(dateIn(new Date(moment), rome)).toBe(date);
  });
});

describe("the moment of a clock", () => {
  it("knows the days of 23 and of 25 hours", () => {
    expect(hours(startOfDate(spring, rome), endOfDate(spring, rome))).toBe(23);
    expect(hours(startOfDate(autumn, rome), endOfDate(autumn, rome))).toBe(25);
    expect(startOfDate(spring, rome)).toEqual(new Date("2026-03-28T23:00:00Z"));
    expect(endOfDate(autumn, rome)).toEqual(new Date("2026-10-25T23:00:00Z"));
  });

  it("that is skipped is that of the skip, so that order stays", () => {
    const skip = new Date("2026-03-29T01:00:00Z");
    for (const minute of [120, 150, 179, 180]) expect(momentAt(spring, minute, rome)).toEqual(skip);
    expect(momentAt(spring, 119, rome)).toEqual(new Date("2026-03-29T00:59:00Z"));
    expect(momentAt(spring, 181, rome)).toEqual(new Date("2026-03-29T01:01:00Z"));
  });

  it("that comes twice is the first", () => {
    expect(momentAt(autumn, 150, rome)).toEqual(new Date("2026-10-25T00:30:00Z"));
  });

  it("at 24:00 is the midnight that ends the day", () => {
    expect(momentAt(autumn, 1440, rome)).toEqual(endOfDate(autumn, rome));
  });

  it("is right where clocks change at midnight", () => {
    // Beirut skipped the first hour of 29 March 2026: the day began at one.
    const start = startOfDate(spring, "Asia/Beirut");
    expect(clockIn(start, "Asia/Beirut")).toBe("01:00");
    expect(dateIn(new Date(start.getTime() - 1), "Asia/Beirut")).toBe("2026-03-28");
  });

  it("leads back to the same clock, except where one is shown twice or never", () => {
    const minutes = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
    const zones = fc.constantFrom(rome, "Atlantic/Azores", "America/St_Johns", "Asia/Kathmandu");
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const moment = new Date(minute * 60_000);
        const [clockHours = "", clockMinutes = ""] = clockIn(moment, zone).split(":");
        const again = momentAt(dateIn(moment, zone), Number(clockHours) * 60 + Number(clockMinutes), zone);
        const isSecondTime = again < moment;
        expect(clockIn(again, zone)).toBe(clockIn(moment, zone));
        expect(moment.getTime() - again.getTime()).toBe(isSecondTime ? 3_600_000 : 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
