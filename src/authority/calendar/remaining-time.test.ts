import { describe, expect, it } from "vitest";
import { answerDeadline } from "./answer-deadline.ts";
import type { AnswerPromise } from "./answer-promise.ts";
import { hillOffice, lakeOffice } from "./pretend-offices.ts";
import { type RemainingTime, remainingTime } from "./remaining-time.ts";

function remaining(
  calendar: typeof lakeOffice,
  now: string,
  ends: AnswerPromise["ends"] = "day",
): RemainingTime {
  // Received on a Friday, due on Wednesday 9 December after a weekend and a holiday.
  const deadline = answerDeadline(calendar, new Date("2026-12-04T12:00:00+01:00"), {
    workingDays: 2,
    ends,
    warnings: [],
  });
  if (deadline.kind !== "due") throw new Error(deadline.kind);
  return remainingTime(calendar, deadline, new Date(now));
}

describe("the time that remains", () => {
  it.each<[string, string, RemainingTime]>([
    ["is working days before the last", "2026-12-04T12:00:00+01:00", { kind: "working-days", days: 2 }],
    ["is working days on a Saturday", "2026-12-05T12:00:00+01:00", { kind: "working-days", days: 2 }],
    ["is one working day on a holiday", "2026-12-08T23:59:00+01:00", { kind: "working-days", days: 1 }],
    ["is open time on the last day", "2026-12-09T09:30:30+01:00", { kind: "open-minutes", minutes: 179 }],
    ["is none after closing", "2026-12-09T12:30:00+01:00", { kind: "open-minutes", minutes: 0 }],
    ["is days once the day is over", "2026-12-10T00:00:00+01:00", { kind: "late-days", days: 1 }],
    ["is days of the wall calendar", "2026-12-14T09:00:00+01:00", { kind: "late-days", days: 5 }],
  ])("%s", (_, now, expected) => {
    expect(remaining(lakeOffice, now)).toEqual(expected);
  });

  it("is minutes on the day itself where the promise ended as the office closed", () => {
    expect(remaining(lakeOffice, "2026-12-09T14:00:00+01:00", "closing")).toEqual({
      kind: "late-minutes",
      minutes: 90,
    });
  });

  it("is only the last day where the hours are not known", () => {
    expect(remaining(hillOffice, "2026-12-09T09:00:00+01:00")).toEqual({ kind: "last-day" });
  });
});
