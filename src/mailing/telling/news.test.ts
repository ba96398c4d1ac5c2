import { describe, expect, test } from "vitest";
import type { Role } from "../../staff/rights.ts";
import { type Audience, listenersOf, type Person, usualChoice } from "./audience.ts";
import { audienceOfAlert, type Earlier, type News, planRound } from "./news.ts";

const now = new Date("2026-11-30T09:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const minuteMs = 60_000;

function person(id: string, roles: Role[], more: Partial<Person> = {}): Person {
  return {
    ...{ id, name: id, email: `${id}@v.example`, language: null, roles, isInstallationAdministrator: false },
    choice: usualChoice,
    ...more,
  };
}

const marco = person("marco", ["moderator"]);
const rosa = person("rosa", ["moderator"]);
const giulia = person("giulia", ["editor"]);
const ferri = person("ferri", ["head"]);
const bruno = person("bruno", ["administrator"]);
const sara = person("sara", [], { isInstallationAdministrator: true });

describe("who hears of something", () => {
  test.each<[string, Audience, Person[], Person[]]>([
    ["those who answer", { may: "answer" }, [marco, giulia, ferri, bruno], [marco, ferri]],
    ["the heads where nobody answers", "heads", [marco, ferri], [ferri]],
    ["administrators where there is no head", "heads", [marco, bruno, sara], [bruno]],
    ["whoever administers all where there is nobody", { may: "moderate" }, [giulia, sara], [sara]],
    ["whoever took it on", { assignee: "marco" }, [marco, rosa, ferri], [marco]],
    ["the others where they no longer answer", { assignee: "giulia" }, [giulia, rosa, ferri], [rosa, ferri]],
    ["nobody where nobody is", { may: "answer" }, [], []],
  ])("%s", (_who, audience, people, listeners) => {
    expect(listenersOf(audience, people, () => true)).toEqual(listeners);
  });

  test("of an alert is decided by its kind, and a kind nobody knows goes to those who answer", () => {
    expect(
      [
        ...["raid", "review-due", "review-late", "distress", "threat", "data-request", "data-request-late"],
        ...["escalation", "kind-of-tomorrow"],
      ].map(audienceOfAlert),
    ).toEqual([
      { may: "moderate" },
      { may: "moderate" },
      "heads",
      { may: "answer" },
      { may: "moderate" },
      { may: "answer" },
      "heads",
      "heads",
      { may: "answer" },
    ]);
  });
});

function news(subject: string, more: Partial<News> = {}): News {
  return {
    ...{ subject, from: { alertId: subject }, topic: "alert", kind: "scam", isUrgent: false },
    audience: { may: "moderate" },
    ...{ raisedAt: ago(15_000), officeName: undefined, conversationId: undefined },
    ...{ deadline: undefined, windowUntil: undefined },
    ...more,
  };
}

const distress = (subject: string) =>
  news(subject, { kind: "distress", isUrgent: true, audience: { may: "answer" }, raisedAt: now });

function plan(all: News[], people: Person[], earlier: Partial<Earlier> = {}, told: string[] = []) {
  const earlierOf = () => ({ letters: [], lastUrgentAt: undefined, ...earlier });
  const isTold = (id: string, subject: string) => told.includes(`${id} ${subject}`);
  const round = planRound(all, people, { isTold, earlierOf }, now);
  return {
    letters: round.letters.map((one) => `${one.person.id}: ${one.news.map(({ subject }) => subject)}`),
    done: round.done.map(({ subject }) => subject),
    unwritten: round.unwritten.length,
    isLast: round.letters.some(({ isLast }) => isLast),
  };
}

describe("a round", () => {
  test("tells all that has gathered in one letter to each person", () => {
    const all = Array.from({ length: 200 }, (_, index) => news(`${index}`));
    const { letters, done } = plan(all, [marco, rosa, giulia]);
    expect(letters).toHaveLength(2);
    expect(letters[0]?.split(",")).toHaveLength(200);
    expect(done).toHaveLength(200);
  });

  test("waits until what comes together has come", () => {
    expect(plan([news("a", { raisedAt: ago(9_000) })], [marco])).toMatchObject({ letters: [], done: [] });
    expect(plan([news("a", { raisedAt: ago(9_000) }), news("b")], [marco]).letters).toEqual(["marco: a,b"]);
  });

  test("writes to nobody twice within a minute, and leaves what waits for the next", () => {
    expect(plan([news("a")], [marco], { letters: [ago(59_000)] })).toMatchObject({ letters: [], done: [] });
    expect(plan([news("a")], [marco], { letters: [ago(minuteMs)] }).letters).toEqual(["marco: a"]);
  });

  test("lets distress out at once, whatever they chose and however much was written", () => {
    const deaf = { ...marco, choice: { ...usualChoice, alerts: false } };
    const letters = Array.from({ length: 12 }, () => ago(1_000));
    expect(plan([distress("d"), news("a")], [deaf, rosa], { letters })).toMatchObject({
      letters: ["marco: d", "rosa: d"],
      done: ["d"],
    });
  });

  test("gathers what is urgent only behind another that has just left", () => {
    expect(plan([distress("d")], [marco], { lastUrgentAt: ago(9_000) }).letters).toEqual([]);
    expect(plan([distress("d"), distress("e")], [marco], { lastUrgentAt: ago(10_000) }).letters).toEqual([
      "marco: d,e",
    ]);
  });

  test("says in the twelfth letter of an hour that it is the last, and writes no thirteenth", () => {
    const letters = Array.from({ length: 11 }, () => ago(2 * minuteMs));
    expect(plan([news("a")], [marco], { letters })).toMatchObject({ letters: ["marco: a"], isLast: true });
    expect(plan([news("a")], [marco], { letters: [...letters, ago(minuteMs)] })).toEqual({
      ...{ letters: [], done: ["a"], unwritten: 1, isLast: false },
    });
  });

  test("tells nobody what they know, and is done with what all know", () => {
    expect(plan([news("a")], [marco, rosa], {}, ["marco a"]).letters).toEqual(["rosa: a"]);
    expect(plan([news("a")], [marco], {}, ["marco a"])).toMatchObject({ letters: [], done: ["a"] });
  });

  test("goes to others where those it is for do not want to hear it", () => {
    const deaf = { ...marco, choice: { ...usualChoice, alerts: false, warnings: false } };
    expect(plan([news("a")], [deaf, ferri]).letters).toEqual(["ferri: a"]);
    const warning = news("w", { topic: "warning", audience: { assignee: "marco" } });
    expect(plan([warning], [deaf, rosa]).letters).toEqual(["rosa: w"]);
  });
});
