// What people complained of in other desks, case by case: deadlines that ran at night and on holidays, lunch breaks
// nobody could write down, warnings at midnight, observances taken for days off, a minute lost at every midnight.
import { describe, expect, it } from "vitest";
import { answerDeadline, isLate } from "./answer-deadline.ts";
import { answerPromise } from "./answer-promise.ts";
import { localDate, weekdays } from "./local-date.ts";
import { doorAt, momentWithOpenTimeLeft, openingsBetween, openMsBetween } from "./opening.ts";
import { lakeOffice, office } from "./pretend-offices.ts";
import { tellDeadline } from "./telling.ts";
import { warningsAhead } from "./warning.ts";
import { isWorkingDay, workingDaysBetween } from "./working-day.ts";

const hourMs = 3_600_000;
const at = (text: string) => new Date(text);
const everyDay = (...hours: string[]) => Object.fromEntries(weekdays.map((weekday) => [weekday, hours]));
const mondayToFriday = (...hours: string[]) =>
  Object.fromEntries(weekdays.slice(0, 5).map((weekday) => [weekday, hours]));
const officeHours = office({ timetables: [{ hours: mondayToFriday("09:00-17:00") }] });

function due(calendar: typeof officeHours, receivedAt: string, promise = {}) {
  const deadline = answerDeadline(calendar, at(receivedAt), answerPromise.parse(promise));
  if (deadline.kind !== "due") throw new Error(deadline.kind);
  return deadline;
}

describe("what hurt elsewhere", () => {
  it("an hour that begins on Friday at 16:30 ends on Monday at 9:30 (chatwoot 13392)", () => {
    const [friday, monday] = [at("2026-01-30T16:30:00+01:00"), at("2026-02-02T09:30:00+01:00")];
    expect(openMsBetween(officeHours, friday, monday)).toBe(hourMs);
    const before = openingsBetween(officeHours, at("2026-01-26T00:00:00+01:00"), monday);
    expect(momentWithOpenTimeLeft(before, hourMs)).toEqual(friday);
  });

  it("a message at 12:30 comes outside the hours of a team at lunch (chatwoot 14009)", () => {
    const team = office({ timetables: [{ hours: mondayToFriday("08:00-12:00", "13:30-18:00") }] });
    expect(doorAt(team, at("2026-04-07T12:30:00+02:00"))).toEqual({
      kind: "closed",
      opensAt: at("2026-04-07T13:30:00+02:00"),
    });
    expect(openMsBetween(team, at("2026-04-07T11:00:00+02:00"), at("2026-04-07T14:30:00+02:00"))).toBe(
      2 * hourMs,
    );
  });

  it("a lunch break takes its hour from the day and nothing else (osticket 6847)", () => {
    const broken = office({ timetables: [{ hours: mondayToFriday("09:00-13:00", "14:00-18:00") }] });
    const day = openMsBetween(broken, at("2025-06-24T00:00:00+02:00"), at("2025-06-25T00:00:00+02:00"));
    expect(day).toBe(8 * hourMs);
  });

  it("hours round the clock lose no minute at midnight (zammad 3180)", () => {
    const always = office({ timetables: [{ hours: everyDay("00:00-24:00") }] });
    expect(doorAt(always, at("2026-09-04T00:00:00+02:00")).kind).toBe("open");
    expect(doorAt(always, at("2026-09-03T23:59:59+02:00")).kind).toBe("open");
    const twoDays = openMsBetween(always, at("2026-09-01T12:00:00+02:00"), at("2026-09-03T12:00:00+02:00"));
    expect(twoDays).toBe(48 * hourMs);
  });

  it("days that are only observed do not stop the clock (zammad 390)", () => {
    // Saint Martin, Mother's Day's Monday, Good Friday, Shrove Tuesday, Father's Day.
    for (const date of ["2026-11-11", "2026-05-11", "2026-04-03", "2026-02-17", "2026-03-19"]) {
      expect(isWorkingDay(officeHours, localDate(date)), date).toBe(true);
    }
  });

  it("nobody is warned at midnight or on a Sunday (zammad 4432, glpi 22678)", () => {
    const warnings = [{ openHoursLeft: 1 }, { openHoursLeft: 8 }, { openHoursLeft: 12 }, "last-day"];
    for (const received of [
      "2022-12-16T18:00:00+01:00",
      "2022-12-17T10:00:00+01:00",
      "2022-12-23T23:00:00+01:00",
    ]) {
      const warned = warningsAhead(officeHours, due(officeHours, received, { warnings }), at(received));
      expect(warned).toHaveLength(warnings.length);
      for (const { at: moment } of warned) expect(doorAt(officeHours, moment).kind, received).toBe("open");
    }
  });

  it("what comes in on a weekend is not late on Monday (osticket 1168, 1574)", () => {
    const saturday = due(officeHours, "2014-08-23T10:00:00+02:00");
    expect(saturday.dueOn).toBe("2014-08-26");
    expect(isLate(saturday, at("2014-08-25T23:00:00+02:00"))).toBe(false);
  });

  it("a week with one day of hours is counted like any other (osticket 6739)", () => {
    const onlyTuesday = office({
      workingWeekdays: ["tuesday"],
      timetables: [{ hours: { tuesday: ["08:00-17:00"] } }],
    });
    expect(due(onlyTuesday, "2024-08-07T10:00:00+02:00").dueOn).toBe("2024-08-20");
    expect(workingDaysBetween(onlyTuesday, localDate("2024-08-07"), localDate("2024-09-30"))).toBe(7);
  });

  it("no hours at all are said to be none, and are not 150 days (osticket 4807)", () => {
    const nobody = office({ workingWeekdays: [] });
    expect(answerDeadline(nobody, at("2019-03-19T10:00:00+01:00"), answerPromise.parse({})).kind).toBe(
      "no-working-day",
    );
  });

  it("a deadline explains itself (pain 10)", () => {
    const reading = {
      now: at("2025-12-04T12:00:00+01:00"),
      timeZone: lakeOffice.timeZone,
      language: "it" as const,
    };
    const deadline = due(lakeOffice, "2025-12-04T11:00:00+01:00");
    expect(tellDeadline(deadline, reading)).toBe("scade martedì 9: lunedì 8 è festivo");
  });

  // Pain 9: the network's window of a day or seven is another clock, and these are the days on which the two part.
  it.each([
    ["a Friday at 17:00", "2026-11-20T17:00:00+01:00", "2026-11-24"],
    ["the eve of a bridge", "2026-12-04T17:00:00+01:00", "2026-12-10"],
    ["Christmas Eve", "2026-12-24T17:00:00+01:00", "2026-12-29"],
    ["the last evening of the year", "2026-12-31T17:00:00+01:00", "2027-01-05"],
    ["Maundy Thursday", "2026-04-02T17:00:00+02:00", "2026-04-07"],
    ["the eve of two weeks of holidays", "2026-08-07T17:00:00+02:00", "2026-08-25"],
  ])("%s has its day", (_, receivedAt, dueOn) => {
    const closures = [
      { reason: "ponte", from: "2026-12-07" },
      { reason: "ferie", from: "2026-08-10", to: "2026-08-21" },
    ];
    expect(due(office({ closures }), receivedAt).dueOn).toBe(dueOn);
  });
});
