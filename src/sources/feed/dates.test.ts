import { describe, expect, it } from "vitest";
import { parseFeedDate } from "./dates.ts";

describe("a date is read as its author meant it", () => {
  it.each([
    ["Wed, 18 Nov 2026 10:00:00 +0100", "2026-11-18T09:00:00Z"],
    ["Wed, 18 Nov 2026 10:00:00 GMT", "2026-11-18T10:00:00Z"],
    ["Wed, 18 Nov 2026 10:00:00 CET", "2026-11-18T09:00:00Z"],
    ["Wed, 18 Nov 2026 10:00:00 EST", "2026-11-18T15:00:00Z"],
    ["Wed, 18 Nov 2026 10:00 +01:00", "2026-11-18T09:00:00Z"],
    ["Wed,18 Nov 2026 10:00:00 GMT+1", "2026-11-18T09:00:00Z"],
    ["Wed, 18 Nov 2026 10:00:00 +0100 (CET)", "2026-11-18T09:00:00Z"],
    ["18 Nov 26 10:00 Z", "2026-11-18T10:00:00Z"],
    ["18-Nov-2026 10:00:00 UTC", "2026-11-18T10:00:00Z"],
    ["03 Apr 02 1500 GMT", "2002-04-03T15:00:00Z"],
    ["Wednesday, 18 November 2026 10:00:00 +0000", "2026-11-18T10:00:00Z"],
    ["Wed Nov 18 10:00:00 CET 2026", "2026-11-18T09:00:00Z"],
    ["Wed Nov 18 10:00:00 2026", "2026-11-18T09:00:00Z"],
    ["November 18, 2026 10:00 pm", "2026-11-18T21:00:00Z"],
    ["2026-11-18T10:00:00+01:00", "2026-11-18T09:00:00Z"],
    ["2026-11-18T10:00:00.123Z", "2026-11-18T10:00:00Z"],
    ["2026-11-18T10:00Z", "2026-11-18T10:00:00Z"],
    ["2026-11-18 10:00:00", "2026-11-18T09:00:00Z"],
    ["20261118T100000Z", "2026-11-18T10:00:00Z"],
    ["2026-11-18", "2026-11-17T23:00:00Z"],
    ["2026-07-18", "2026-07-17T22:00:00Z"],
    ["12/11/2026 09:00", "2026-11-12T08:00:00Z"],
    ["12/11/2026 ore 9.30", "2026-11-12T08:30:00Z"],
    ["12-11-2026", "2026-11-11T23:00:00Z"],
    ["12.11.26", "2026-11-11T23:00:00Z"],
    ["mer, 11 nov 2026", "2026-11-10T23:00:00Z"],
    ["mer, 11 nov 2026 09:00:00 +0100", "2026-11-11T08:00:00Z"],
    ["giovedì 12 novembre 2026, ore 9:00", "2026-11-12T08:00:00Z"],
    ["1° settembre 2026", "2026-08-31T22:00:00Z"],
    ["18 dic 2026", "2026-12-17T23:00:00Z"],
    ["Thu, 12 Nov 2026 09:00:00 +0100\n", "2026-11-12T08:00:00Z"],
    ["07/04/2025\tMon, 07 Apr 2025 00:00:00 +0000", "2025-04-07T00:00:00Z"],
    ["Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z"],
  ])("%j", (written, expected) => {
    expect(parseFeedDate(written)?.toISOString()).toBe(new Date(expected).toISOString());
  });
});

describe("what is no date is absent", () => {
  it.each([
    ...["", " ", "(error)", "oggi", "18", "2026", "novembre 2026", "Offerta 12 del 2026", "Art. 16 L. 56/87"],
    ...[
      "Wed, 18 Nov 2026 25:00:00 +0100",
      "18 Nov 2026 10:61",
      "31/02/2026",
      "32/01/2026",
      "12/13/2026",
      "30 Foo 2026",
    ],
    ...["0000-00-00 00:00:00", "-0001-11-30T00:00:00+00:00", "Thu, 01 Jan 1970 00:00:00 +0000", "9999-12-31"],
    ...["2026-11-18T10:00:00+01:00 e altro", "entro il 20 gennaio 2027", "1763542800"],
  ])("%j", (written) => {
    expect(parseFeedDate(written)).toBeUndefined();
  });
});

it("a time without zone is Rome's, in summer and in winter, whatever the year", () => {
  const rome = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Rome",
    dateStyle: "short",
    timeStyle: "medium",
  });
  for (let hours = 0; hours < 24 * 366 * 4; hours += 7) {
    const moment = new Date(Date.UTC(2025, 0, 1) + hours * 3_600_000);
    const wall = rome.format(moment);
    const read = parseFeedDate(wall);
    // The repeated hour of October has two answers; both show the same wall time.
    expect(read && rome.format(read)).toBe(wall);
  }
});
