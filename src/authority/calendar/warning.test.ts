import { describe, expect, it } from "vitest";
import { answerDeadline } from "./answer-deadline.ts";
import type { AnswerPromise, WarningRule } from "./answer-promise.ts";
import type { WorkingCalendar } from "./office-calendar.ts";
import { hillOffice, lakeOffice, office } from "./pretend-offices.ts";
import { warningsAhead } from "./warning.ts";

function warned(
  calendar: WorkingCalendar,
  receivedAt: string,
  warnings: WarningRule[],
  ends: AnswerPromise["ends"] = "day",
): string[] {
  const received = new Date(receivedAt);
  const deadline = answerDeadline(calendar, received, { workingDays: 2, ends, warnings });
  if (deadline.kind !== "due") throw new Error(deadline.kind);
  return warningsAhead(calendar, deadline, received).map(({ at }) => at.toISOString());
}

const onlyTuesdays = office({ timetables: [{ hours: { tuesday: ["09:00-11:00"] } }] });

describe("warnings ahead of a deadline", () => {
  it.each<[string, WorkingCalendar, string, WarningRule[], string[]]>([
    [
      "come as the last day begins",
      lakeOffice,
      "2026-11-18T10:00:00+01:00",
      ["last-day"],
      ["2026-11-20T07:30:00.000Z"],
    ],
    [
      "come with so many hours of opening left",
      lakeOffice,
      "2026-11-18T10:00:00+01:00",
      [{ openHoursLeft: 6 }],
      ["2026-11-19T13:00:00.000Z"],
    ],
    [
      "come in the order of time",
      lakeOffice,
      "2026-11-18T10:00:00+01:00",
      [{ openHoursLeft: 1 }, "last-day"],
      ["2026-11-20T07:30:00.000Z", "2026-11-20T10:30:00.000Z"],
    ],
    [
      "never come at midnight, where the promise ends",
      lakeOffice,
      "2026-11-19T10:00:00+01:00",
      [{ openHoursLeft: 2 }],
      ["2026-11-23T09:30:00.000Z"],
    ],
    [
      "never come on a weekend or a holiday",
      lakeOffice,
      "2026-12-04T12:00:00+01:00",
      [{ openHoursLeft: 5 }],
      ["2026-12-07T10:30:00.000Z"],
    ],
    [
      "come at once where less time was left from the start",
      lakeOffice,
      "2026-11-18T10:00:00+01:00",
      [{ openHoursLeft: 40 }],
      ["2026-11-18T09:00:00.000Z"],
    ],
    [
      "wait for the office to open where what they warn of came at night",
      lakeOffice,
      "2026-11-18T22:00:00+01:00",
      [{ openHoursLeft: 40 }],
      ["2026-11-19T07:30:00.000Z"],
    ],
    [
      "come on the last day with hours, where the last day has none",
      onlyTuesdays,
      "2026-11-23T10:00:00+01:00",
      ["last-day"],
      ["2026-11-24T08:00:00.000Z"],
    ],
    [
      "come in a usual morning where the hours are not known",
      hillOffice,
      "2026-11-18T10:00:00+01:00",
      ["last-day"],
      ["2026-11-20T08:00:00.000Z"],
    ],
    [
      "come in a usual morning where the office never opens before the end",
      onlyTuesdays,
      "2026-11-24T12:00:00+01:00",
      ["last-day"],
      ["2026-11-26T08:00:00.000Z"],
    ],
    [
      "come all the same where the last day has an assembly and no hours are known",
      office({ exceptions: [{ on: "2026-11-20", reason: "assemblea", hours: [] }] }),
      "2026-11-18T10:00:00+01:00",
      ["last-day"],
      ["2026-11-20T08:00:00.000Z"],
    ],
    ["are none where none are wanted", lakeOffice, "2026-11-18T10:00:00+01:00", [], []],
  ])("%s", (_, calendar, receivedAt, rules, moments) => {
    expect(warned(calendar, receivedAt, rules)).toEqual(moments);
  });

  it("count back from the closing where the promise ends with it", () => {
    const moments = warned(lakeOffice, "2026-11-24T09:00:00+01:00", [{ openHoursLeft: 1 }], "closing");
    expect(moments).toEqual(["2026-11-26T14:00:00.000Z"]);
  });
});
