import { describe, expect, it } from "vitest";
import { answerDeadline, isLate } from "./answer-deadline.ts";
import { type AnswerPromise, answerPromise } from "./answer-promise.ts";
import { hillOffice, lakeOffice, office } from "./pretend-offices.ts";

const twoDays = answerPromise.parse({});
const untilClosing: AnswerPromise = { workingDays: 2, ends: "closing", warnings: [] };
const due = (calendar: typeof lakeOffice, receivedAt: string, promise = twoDays) => {
  const deadline = answerDeadline(calendar, new Date(receivedAt), promise);
  if (deadline.kind !== "due") throw new Error(deadline.kind);
  return deadline;
};

describe("the deadline of an answer", () => {
  it("is two working days where the authority says nothing else", () => {
    expect(twoDays).toEqual({ workingDays: 2, ends: "day", warnings: ["last-day"] });
  });

  it.each([
    ["of a Wednesday is Friday", "2026-11-18T10:00:00+01:00", "2026-11-20"],
    ["of the last second of Friday is Tuesday", "2026-11-20T23:59:59+01:00", "2026-11-24"],
    ["of Saturday is Tuesday", "2026-11-21T09:00:00+01:00", "2026-11-24"],
    ["goes by the day in Rome, not in Greenwich", "2026-11-18T23:30:00Z", "2026-11-23"],
    ["goes by the day in Rome in summer too", "2026-07-14T22:30:00Z", "2026-07-17"],
    ["leaves out the patron", "2026-08-28T09:00:00+02:00", "2026-09-02"],
    ["leaves out New Year and a weekend", "2026-12-31T09:00:00+01:00", "2027-01-05"],
    ["knows the leap day", "2028-02-28T09:00:00+01:00", "2028-03-01"],
  ])("%s", (_, receivedAt, dueOn) => {
    expect(due(lakeOffice, receivedAt).dueOn).toBe(dueOn);
  });

  it.each([
    ["with its day, as the law counts", lakeOffice, twoDays, "2026-11-27T00:00:00+01:00"],
    ["as the office closes, where that was promised", lakeOffice, untilClosing, "2026-11-26T16:00:00+01:00"],
    ["with its day where the hours are not known", hillOffice, untilClosing, "2026-11-27T00:00:00+01:00"],
  ])("ends %s", (_, calendar, promise, endsAt) => {
    const deadline = due(calendar, "2026-11-24T09:00:00+01:00", promise);
    expect(deadline.endsAt).toEqual(new Date(endsAt));
    expect(isLate(deadline, new Date(deadline.endsAt.getTime() - 1))).toBe(false);
    expect(isLate(deadline, deadline.endsAt)).toBe(true);
  });

  it.each([
    ["before that of spring", "2026-03-25T10:00:00+01:00", "2026-03-28T00:00:00+01:00"],
    ["in spring", "2026-03-27T10:00:00+01:00", "2026-04-01T00:00:00+02:00"],
    ["in autumn", "2026-10-23T10:00:00+02:00", "2026-10-28T00:00:00+01:00"],
  ])("ends at the midnight of the wall beside a change of clocks: %s", (_, receivedAt, endsAt) => {
    expect(due(lakeOffice, receivedAt).endsAt).toEqual(new Date(endsAt));
  });

  it("carries the days that did not count", () => {
    const { skipped } = due(lakeOffice, "2026-12-04T12:00:00+01:00");
    expect(skipped.map(({ date, why }) => `${date} ${why.kind}`)).toEqual([
      "2026-12-05 weekday",
      "2026-12-06 weekday",
      "2026-12-08 holiday",
    ]);
  });

  it("does not exist where the office has no working day, and that is told instead of looked for", () => {
    const never = office({ workingWeekdays: [] });
    expect(answerDeadline(never, new Date("2026-11-18T09:00:00Z"), twoDays)).toEqual({
      kind: "no-working-day",
      receivedOn: "2026-11-18",
    });
  });
});
