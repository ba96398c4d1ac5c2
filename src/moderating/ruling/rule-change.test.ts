import { describe, expect, test } from "vitest";
import { actingChance } from "../acting-alone.ts";
import { optionalRules } from "../starter-rules.ts";
import { makeVersions, type RuleChange } from "./rule-change.ts";
import { offeredRules, ruleSets, standingsOf } from "./rule-sets.ts";
import { contentOf, type RuleVersion, starterVersions } from "./rule-version.ts";
import { tryText } from "./tried-text.ts";

const today = "2026-11-27";
const now = new Date("2026-11-27T09:00:00Z");
const how = { by: "ferri", now, today };
const starter = starterVersions("2026-11-01", new Date("2026-11-01T09:00:00Z"));
const content = (number: number) => contentOf(starter[number - 1] as RuleVersion);

function put(number: number, more: object = {}, validFrom = today, after = 1): RuleChange {
  return { kind: "put", rule: { ...content(number), ...more }, validFrom, after };
}

/** The versions there are with these changes, each made with the ones before it known. */
function versionsWith(...changes: RuleChange[]): RuleVersion[] {
  const known = [...starter];
  for (const change of changes) {
    const made = makeVersions([change], known, how);
    if (made.kind !== "made") throw new Error(JSON.stringify(made));
    known.push(...made.versions);
  }
  return known;
}

const refusal = (...changes: RuleChange[]) => {
  const made = makeVersions(changes, starter, how);
  return made.kind === "refused" ? made.reason : made.kind;
};

describe("a change", () => {
  test("may let a rule act by itself only where that was measured, and only where it hides", () => {
    expect(actingChance("offence")).toMatchObject({ kind: "measured" });
    expect(actingChance("copyright")).toEqual({ kind: "never-measured" });
    expect(refusal(put(6, { mayActByItself: true }))).toBe("made");
    expect(refusal(put(8, { mayActByItself: true }))).toBe("may-not-act");
    expect(refusal(put(6, { mayActByItself: true, defaultAction: "answer" }))).toBe("acts-by-hiding");
  });

  test.each([
    ["too-few", { cases: 9, right: 9 }],
    ["too-imprecise", { cases: 100, right: 97 }],
    ["measured", { cases: 100, right: 98 }],
  ] as const)("is offered as '%s' by what was counted", (kind, counted) => {
    const measured = [{ topic: "links" as const, confidence: "certain" as const, ...counted }];
    expect(actingChance("links", measured)).toEqual({ kind, ...counted });
  });

  test("needs a day that is not over, something new, a topic of its own and the version that was read", () => {
    expect(refusal(put(6, {}, "2026-11-26"))).toBe("day-past");
    expect(refusal(put(6, {}, "domani"))).toBe("no-day");
    expect(refusal(put(6, {}, "2026-11-01"))).toBe("day-past");
    expect(refusal(put(6, { topic: "opinion" }))).toBe("topic-twice");
    expect(refusal(put(6, { text: { it: "", en: "x" } }))).toBe("malformed");
    expect(refusal(put(6, {}, today, 2))).toBe("overtaken");
    expect(refusal({ kind: "withdraw", number: 12, validFrom: today, after: 0 })).toBe("unknown-rule");
    const all = starter.map(
      ({ number }): RuleChange => ({ kind: "withdraw", number, validFrom: today, after: 1 }),
    );
    expect(refusal(...all)).toBe("no-rule-left");
    expect(refusal(...all.slice(1))).toBe("made");
  });
});

describe("the rules of a day", () => {
  const versions = versionsWith(
    put(6, { mayActByItself: true }, "2026-12-01"),
    put(6, { defaultAction: "delete" }, "2026-12-10", 2),
    put(2, { defaultAction: "none" }, "2027-01-01"),
    put(2, { defaultAction: "hide" }, "2026-12-20", 2),
    { kind: "withdraw", number: 8, validFrom: "2026-12-15", after: 1 },
  );
  const told = (day: string) => {
    const { inForce, coming, former } = ruleSets(versions, day);
    const names = (all: typeof inForce) => all.map(({ version }) => `${version.number}.${version.version}`);
    return { inForce: names(inForce), coming: names(coming), former: names(former) };
  };

  test("are told apart from those to come and those that were", () => {
    expect(told(today)).toEqual({
      inForce: ["1.1", "2.1", "3.1", "4.1", "5.1", "6.1", "7.1", "8.1"],
      coming: ["6.2", "6.3", "8.2", "2.3"],
      former: [],
    });
    expect(told("2026-12-31")).toEqual({
      inForce: ["1.1", "2.3", "3.1", "4.1", "5.1", "6.3", "7.1"],
      coming: [],
      former: ["2.1", "8.1", "6.2", "6.1"],
    });
  });

  test("never include a version that was replaced before its day", () => {
    const two = standingsOf(versions, "2027-06-01").filter(({ version }) => version.number === 2);
    expect(two.map(({ standing }) => standing.kind)).toEqual(["former", "never-held", "in-force"]);
  });

  test("are not offered again while they hold, and get their own number back once they have ended", () => {
    const offered = (day: string) =>
      offeredRules(versions, day).map(({ topic, number }) => `${topic} ${number}`);
    expect(offered(today)).toEqual(optionalRules.map(({ topic, number }) => `${topic} ${number}`));
    expect(offered("2026-12-15")).toContain("copyright 8");
    const taken = versionsWith({ ...put(1, { ...content(1), number: 9, topic: "links" }, today, 0) });
    expect(offeredRules(taken, today).find(({ topic }) => topic === "unlawful-acts")).toEqual({
      topic: "unlawful-acts",
      number: 10,
    });
  });
});

describe("a text that is tried", () => {
  const alone = (text: string, versions: RuleVersion[], channel: "comment" | "message" = "comment") =>
    tryText({ text, channel, day: today }, versions, []).alone;
  const acting = versionsWith(put(6, { mayActByItself: true }));

  test.each([
    ["siete dei coglioni", acting, "yes"],
    ["siete dei coglioni", starter, "switched-off"],
    ["Grazie mille!", acting, "nothing-to-hide"],
    ["siete dei coglioni, non ce la faccio più, voglio morire", acting, "for-a-person"],
  ] as const)(
    "'%s' says whether it would be hidden without a person, and why not",
    (text, versions, answer) => {
      expect(alone(text, [...versions])).toBe(answer);
    },
  );

  test("in private is never hidden", () => {
    expect(alone("siete dei coglioni", acting, "message")).toBe("nothing-to-hide");
  });

  test("is judged by the rules of the day that was asked for", () => {
    const versions = versionsWith(put(6, { mayActByItself: true }, "2026-12-01"));
    const asked = { text: "siete dei coglioni", channel: "comment" as const };
    expect(tryText({ ...asked, day: today }, versions, []).alone).toBe("switched-off");
    expect(tryText({ ...asked, day: "2026-12-01" }, versions, []).alone).toBe("yes");
  });
});
