import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSlot, startOfDay } from "./pace.ts";

const rome = "Europe/Rome";
const silent = { lastPublishedAt: null, publishedToday: 0 };

describe("the pace of an account", () => {
  it("is free where nothing is set", () => {
    const now = new Date("2026-11-23T02:00:00Z");
    expect(nextSlot({}, silent, now, rome)).toEqual(now);
  });

  it("keeps a gap after the last post", () => {
    const now = new Date("2026-11-23T09:00:00Z");
    const spoken = { lastPublishedAt: new Date("2026-11-23T08:59:30Z"), publishedToday: 1 };
    expect(nextSlot({ minimumGapSeconds: 60 }, spoken, now, rome)).toEqual(new Date("2026-11-23T09:00:30Z"));
  });

  it("is quiet at night, also across midnight", () => {
    const pacing = { quietHours: { from: "21:00", to: "08:00" } };
    const morning = new Date("2026-11-24T07:00:00Z");
    expect(nextSlot(pacing, silent, new Date("2026-11-23T22:15:30Z"), rome)).toEqual(morning);
    expect(nextSlot(pacing, silent, new Date("2026-11-24T06:59:59Z"), rome)).toEqual(morning);
    const noon = new Date("2026-11-23T11:00:00Z");
    expect(nextSlot(pacing, silent, noon, rome)).toEqual(noon);
  });

  it("waits for the next day once the day's posts are spent", () => {
    const spent = { lastPublishedAt: null, publishedToday: 20 };
    const slot = nextSlot({ dailyMax: 20 }, spent, new Date("2026-11-23T15:00:00Z"), rome);
    expect(slot).toEqual(new Date("2026-11-23T23:00:00Z"));
  });

  it("knows the two days of the year that have 23 and 25 hours", () => {
    const spent = { lastPublishedAt: null, publishedToday: 1 };
    expect(nextSlot({ dailyMax: 1 }, spent, new Date("2026-03-29T00:30:00Z"), rome)).toEqual(
      new Date("2026-03-29T22:00:00Z"),
    );
    expect(nextSlot({ dailyMax: 1 }, spent, new Date("2026-10-24T22:30:00Z"), rome)).toEqual(
      new Date("2026-10-25T23:00:00Z"),
    );
    expect(startOfDay(new Date("2026-10-25T12:00:00Z"), rome)).toEqual(new Date("2026-10-24T22:00:00Z"));
  });

  it("ends quiet hours on the day on which their last minute does not exist", () => {
    // 02:30 is skipped on 29 March 2026; waiting for it meant waiting for that of the 30th.
    const pacing = { quietHours: { from: "22:00", to: "02:30" } };
    const end = new Date("2026-03-29T01:00:00Z");
    expect(nextSlot(pacing, silent, new Date("2026-03-29T00:50:00Z"), rome)).toEqual(end);
    expect(nextSlot(pacing, silent, new Date("2026-03-28T22:00:00Z"), rome)).toEqual(end);
  });

  it("waits no longer than its gap when the clock was set back since the last post", () => {
    const now = new Date("2026-11-23T09:00:00Z");
    const spoken = { lastPublishedAt: new Date("2027-11-23T09:00:00Z"), publishedToday: 0 };
    expect(nextSlot({ minimumGapSeconds: 60 }, spoken, now, rome)).toEqual(new Date("2026-11-23T09:01:00Z"));
  });

  it("never names a moment in the past nor inside the quiet hours", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const clock = (m: number) =>
      `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(minute, minute, moment, (from, to, now) => {
        const pacing = { quietHours: { from: clock(from), to: clock(to) } };
        const slot = nextSlot(pacing, silent, now, "UTC");
        expect(slot.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(slot.getTime() - now.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
        expect(nextSlot(pacing, silent, slot, "UTC")).toEqual(slot);
      }),
      { numRuns: 60 },
    );
  });
});
