import { describe, expect, test } from "vitest";
import { type AnswerFacts, type AnswerWay, type ClosedReason, waysToAnswer } from "./answer-way.ts";

const hour = 3_600_000;
const writtenAt = new Date("2026-11-27T16:00:00Z");
const later = (hours: number) => new Date(writtenAt.getTime() + hours * hour);

const talk: AnswerFacts = {
  kind: "private",
  isAutomatic: false,
  answered: { sentAt: writtenAt, isRemoved: false },
  hasPrivateReply: false,
  isPersonKnown: true,
  isBlocked: false,
  isHeld: false,
  windowUntil: later(24),
  humanUntil: later(7 * 24),
  windows: { privateReplyMs: 7 * 24 * hour },
};
const thread: AnswerFacts = { ...talk, kind: "comment-thread", windowUntil: null, humanUntil: null };

type Row = [string, Partial<AnswerFacts>, number, string | ClosedReason];

describe("a private message", () => {
  test.each<Row>([
    ["at once", {}, 0, "answer"],
    ["a minute before the day is over", {}, 23.99, "answer"],
    ["as the day is over", {}, 24, "human"],
    ["a minute before the week is over", {}, 7 * 24 - 0.01, "human"],
    ["as the week is over", {}, 7 * 24, "human-window-over"],
    ["after a day without the network's grant", { humanUntil: null }, 24, "window-over"],
    ["that writes itself, within the day", { isAutomatic: true }, 23.99, "answer"],
    ["that writes itself, after the day", { isAutomatic: true }, 24, "automatic-too-late"],
    ["to somebody who is blocked", { isBlocked: true }, 1, "person-blocked"],
    ["in a thread that another app has", { isHeld: true }, 1, "held-by-another-app"],
    ["to nobody knows whom", { isPersonKnown: false }, 1, "person-unknown"],
  ])("%s", (_when, more, hours, expected) => {
    const verdict = waysToAnswer({ ...talk, ...more }, later(hours)).message;
    expect(verdict.kind === "open" ? verdict.tag : verdict.reason).toBe(expected);
  });

  test("is answered neither publicly nor by a private reply", () => {
    const ways = waysToAnswer(talk, later(0));
    expect([ways.public, ways["private-reply"]]).toEqual([
      { kind: "closed", reason: "nothing-public" },
      { kind: "closed", reason: "nothing-public" },
    ]);
  });
});

describe("a comment", () => {
  const open = { public: "open", "private-reply": "open", message: "no-private-talk" };
  test.each<[string, Partial<AnswerFacts>, number, Partial<Record<AnswerWay, string>>]>([
    ["is answered publicly or privately", {}, 0, {}],
    ["is answered publicly after a week too", {}, 7 * 24, { "private-reply": "private-reply-over" }],
    ["is answered privately once", { hasPrivateReply: true }, 1, { "private-reply": "replied-privately" }],
    [
      "of somebody blocked is answered publicly only",
      { isBlocked: true },
      1,
      { "private-reply": "person-blocked" },
    ],
    [
      "of nobody knows whom is answered publicly",
      { isPersonKnown: false },
      1,
      { "private-reply": "person-unknown" },
    ],
    [
      "that was removed is not answered",
      { answered: { sentAt: writtenAt, isRemoved: true } },
      1,
      { public: "removed", "private-reply": "removed" },
    ],
  ])("%s", (_what, more, hours, expected) => {
    const ways = waysToAnswer({ ...thread, ...more }, later(hours));
    const told = Object.entries(ways).map(([way, one]) => [way, one.kind === "open" ? "open" : one.reason]);
    expect(Object.fromEntries(told)).toEqual({ ...open, ...expected });
  });
});
