import { expect, test } from "vitest";
import { answerPromise } from "../../authority/calendar/answer-promise.ts";
import { officeCalendar } from "../../authority/calendar/office-calendar.ts";
import { clockIn, dateIn } from "../../authority/calendar/zoned-time.ts";
import type { AnswerWindows } from "../../channels/conversing.ts";
import type { ConversationKind } from "./conversation.ts";
import { plannedWarnings } from "./planned-warning.ts";
import { timingOf } from "./timing.ts";

const hour = 3_600_000;
const rome = (text: string) => new Date(`${text}:00+01:00`);
const told = (moment: Date | null) =>
  moment && `${dateIn(moment, "Europe/Rome").slice(5)} ${clockIn(moment, "Europe/Rome")}`;

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const como = {
  ...officeCalendar.parse({
    patrons: [{ name: "Sant'Abbondio", day: "31 agosto" }],
    closures: [{ reason: "ponte", from: "2026-12-07" }],
    timetables: [{ hours: Object.fromEntries(weekdays.map((one) => [one, ["08:30-12:30"]])) }],
  }),
  timeZone: "Europe/Rome",
};
const windows: AnswerWindows = { answerMs: 24 * hour, humanMs: null, privateReplyMs: 7 * 24 * hour };
const granted: AnswerWindows = { ...windows, humanMs: 7 * 24 * hour };

function timing(kind: ConversationKind, at: Date, of = windows) {
  const standing = { waitingSince: at, heardAt: at };
  return timingOf({
    kind,
    standing,
    actedAt: at,
    calendar: como,
    promise: answerPromise.parse({}),
    windows: of,
  });
}

test.each<[string, ConversationKind, string, AnswerWindows, string, string]>([
  ["a comment of Wednesday", "comment-thread", "2026-11-25T10:00", windows, "2026-11-27", "11-28 00:00"],
  ["a message of Wednesday", "private", "2026-11-25T10:00", windows, "2026-11-27", "11-26 10:00"],
  ["a message of Friday at five", "private", "2026-11-27T17:00", windows, "2026-12-01", "11-28 17:00"],
  [
    "the same where people may write longer",
    "private",
    "2026-11-27T17:00",
    granted,
    "2026-12-01",
    "12-02 00:00",
  ],
  ["a comment before the bridge", "comment-thread", "2026-12-04T09:00", windows, "2026-12-10", "12-11 00:00"],
  [
    "a message before Christmas, with the longer window",
    "private",
    "2026-12-23T18:00",
    granted,
    "2026-12-28",
    "12-29 00:00",
  ],
  [
    "a message of Christmas Eve, with the longer window",
    "private",
    "2026-12-24T12:00",
    granted,
    "2026-12-29",
    "12-30 00:00",
  ],
  [
    "a message of New Year's Eve, with the longer window",
    "private",
    "2026-12-31T18:00",
    granted,
    "2027-01-05",
    "01-06 00:00",
  ],
  [
    "a comment before the patron's day",
    "comment-thread",
    "2026-08-28T18:00",
    windows,
    "2026-09-02",
    "09-03 00:00",
  ],
])("%s is due and leads by the earlier of promise and window", (_what, kind, at, of, dueOn, leads) => {
  const moment = at.includes("-08-") ? new Date(`${at}:00+02:00`) : rome(at);
  const { dueOn: due, leadsAt } = timing(kind, moment, of);
  expect([due, told(leadsAt)]).toEqual([dueOn, leads]);
});

test("who waits for nothing has a window and no deadline", () => {
  const heardAt = rome("2026-11-25T10:00");
  const standing = { waitingSince: null, heardAt };
  const basis = { kind: "private", standing, actedAt: null, calendar: como, windows } as const;
  expect(timingOf({ ...basis, promise: answerPromise.parse({}) })).toMatchObject({
    dueAt: null,
    leadsAt: null,
    windowUntil: rome("2026-11-26T10:00"),
  });
});

test.each<[string, ConversationKind, string, AnswerWindows, string[]]>([
  [
    "of a comment: the last day, then the head",
    "comment-thread",
    "2026-11-25T10:00",
    windows,
    ["11-27 08:30 last-day staff", "11-28 00:00 late head"],
  ],
  [
    "of a message whose window closes first: two hours of opening before that too",
    "private",
    "2026-11-25T10:00",
    windows,
    [
      "11-25 12:00 window staff",
      "11-26 10:00 window-lost head",
      "11-27 08:30 last-day staff",
      "11-28 00:00 late head",
    ],
  ],
  [
    "of a message of Friday at five: at once, since nobody is there before its window closes",
    "private",
    "2026-11-27T17:00",
    windows,
    [
      "11-27 17:00 window staff",
      "11-28 17:00 window-lost head",
      "12-01 08:30 last-day staff",
      "12-02 00:00 late head",
    ],
  ],
])("warnings %s", (_what, kind, at, of, expected) => {
  const since = rome(at);
  const planned = plannedWarnings(como, timing(kind, since, of), since);
  expect(planned.map((one) => `${told(one.at)} ${one.warning} ${one.to}`)).toEqual(expected);
});
