import { expect, test } from "vitest";
import { type ConversationState, type Decided, type Said, standingOf } from "./conversation.ts";

const at = (minutes: number) => new Date(Date.parse("2026-11-25T09:00:00Z") + minutes * 60_000);
const they = (minutes: number, more: Partial<Said> = {}): Said => ({
  direction: "in",
  sentAt: at(minutes),
  isRemoved: false,
  needsAnswer: "yes",
  answersUntil: null,
  ...more,
});
const we = (minutes: number, answers: number | null = minutes, more: Partial<Said> = {}): Said => ({
  direction: "out",
  sentAt: at(minutes),
  isRemoved: false,
  needsAnswer: "no",
  answersUntil: answers === null ? null : at(answers),
  ...more,
});
const thanks = { needsAnswer: "probably-not" } as const;
const undecided: Decided = { settledUntil: null, closedAt: null, reopenedAt: null, askedBackAt: null };

test.each<[string, Said[], Partial<Decided>, ConversationState, number | null]>([
  ["somebody wrote", [they(0)], {}, "new", 0],
  ["they wrote again before any answer", [they(0), they(5)], {}, "new", 0],
  ["we answered", [they(0), we(5)], {}, "answered", null],
  ["they wrote again after it", [they(0), we(5), they(9)], {}, "waiting-for-us", 9],
  ["they wrote while our answer was on its way", [they(0), we(5, 0), they(3)], {}, "waiting-for-us", 3],
  ["an automatic notice went out", [they(0), we(1, null)], {}, "new", 0],
  ["they thanked after the answer", [they(0), we(5), they(6, thanks)], {}, "answered", null],
  ["they thanked and asked on", [they(0), we(5), they(6, thanks), they(7)], {}, "waiting-for-us", 7],
  ["they only thanked", [they(0, thanks)], {}, "closed", null],
  ["they removed what they asked", [they(0, { isRemoved: true })], {}, "closed", null],
  ["we removed our answer", [they(0), we(5, 5, { isRemoved: true })], {}, "new", 0],
  ["our answer asks something", [they(0), we(5)], { askedBackAt: at(5) }, "waiting-for-them", null],
  ["they said what we asked", [they(0), we(5), they(8)], { askedBackAt: at(5) }, "waiting-for-us", 8],
  ["we answered once more after asking", [they(0), we(5), we(9)], { askedBackAt: at(5) }, "answered", null],
  ["it was closed without an answer", [they(0)], { settledUntil: at(0), closedAt: at(9) }, "closed", null],
  [
    "it was closed after the answer",
    [they(0), we(5)],
    { settledUntil: at(0), closedAt: at(9) },
    "closed",
    null,
  ],
  [
    "they wrote after it was closed",
    [they(0), they(12)],
    { settledUntil: at(0), closedAt: at(9) },
    "waiting-for-us",
    12,
  ],
  ["it was reopened after the answer", [they(0), we(5)], { reopenedAt: at(30) }, "waiting-for-us", 30],
  ["it was reopened and answered", [they(0), we(5), we(40)], { reopenedAt: at(30) }, "answered", null],
  ["only we said something", [we(0)], {}, "answered", null],
])("when %s", (_what, said, decided, state, waiting) => {
  const expected = { state, waitingSince: waiting === null ? null : at(waiting) };
  expect(standingOf(said, { ...undecided, ...decided })).toMatchObject(expected);
  expect(standingOf(said.toReversed(), { ...undecided, ...decided })).toMatchObject(expected);
});
