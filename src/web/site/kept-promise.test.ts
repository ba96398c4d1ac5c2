import { expect, test } from "vitest";
import { officeCalendar } from "../../authority/calendar/office-calendar.ts";
import { type KeptPromise, keptPromise, type SaidThere, shareOf } from "./kept-promise.ts";

const calendar = { ...officeCalendar.parse({}), timeZone: "Europe/Rome" };
const promise = { workingDays: 2, ends: "day" as const, warnings: [] };
const at = (text: string) => new Date(`2026-11-${text}:00+01:00`);
const heard = (text: string): SaidThere => ({ direction: "in", sentAt: at(text) });
const answered = (text: string): SaidThere => ({
  direction: "out",
  sentAt: at(text),
  answersUntil: at(text),
});
const between = { from: at("01T00:00"), until: at("20T10:00") };

const count = (said: SaidThere[], settledUntil: Date | null = null) =>
  keptPromise([{ said, settledUntil, calendar }], promise, between);
const none: KeptPromise = { due: 0, inTime: 0, late: 0, unanswered: 0, closed: 0 };

test.each<[string, SaidThere[], Date | null, Partial<KeptPromise>]>([
  // Friday the 6th: Monday and Tuesday are the two working days.
  ["on the last day is in time", [heard("06T18:00"), answered("10T23:59")], null, { due: 1, inTime: 1 }],
  ["a day later is late", [heard("06T18:00"), answered("11T00:00")], null, { due: 1, late: 1 }],
  ["that never came is told", [heard("06T18:00")], null, { due: 1, unanswered: 1 }],
  ["that is not due yet counts nowhere", [heard("19T09:00")], null, {}],
  ["that came before it was due counts when it is due", [heard("19T09:00"), answered("19T09:05")], null, {}],
  [
    "that was due before this stretch counts nowhere",
    [{ direction: "in", sentAt: new Date("2026-10-20") }],
    null,
    {},
  ],
  [
    "to three messages in a row counts once, from the first",
    [heard("06T18:00"), heard("10T09:00"), heard("11T09:00"), answered("11T10:00")],
    null,
    { due: 1, late: 1 },
  ],
  [
    "given twice counts twice when they wrote in between",
    [heard("02T09:00"), answered("02T10:00"), heard("03T09:00"), answered("09T09:00")],
    null,
    { due: 2, inTime: 1, late: 1 },
  ],
  ["nobody gave because a person closed it stands apart", [heard("06T18:00")], at("09T12:00"), { closed: 1 }],
])("an answer %s", (_what, said, settledUntil, kept) => {
  expect(count(said, settledUntil)).toEqual({ ...none, ...kept });
});

test("what was written for an earlier message answers nothing that came after it", () => {
  const early: SaidThere = { direction: "out", sentAt: at("09T12:00"), answersUntil: at("06T10:00") };
  expect(count([heard("06T18:00"), early])).toMatchObject({ due: 1, unanswered: 1 });
});

test("a share is told from ten on, and a hundred only where all came in time", () => {
  const of = (inTime: number, due: number) => shareOf({ ...none, due, inTime });
  expect([of(9, 9), of(10, 10), of(199, 200), of(0, 12)]).toEqual([null, 100, 99, 0]);
});
