import { describe, expect, test } from "vitest";
import { mayActByItself } from "./acting-alone.ts";
import type { Measured } from "./measured-precision.ts";
import { type ConversationRule, conversationRules, ruleOf } from "./rule.ts";
import { optionalRules, starterRules } from "./starter-rules.ts";
import { en } from "./words/en.ts";
import { it as italian } from "./words/it.ts";

test("the starter set is well formed: Como's eight, six more, none acts by itself", () => {
  const all = conversationRules.parse([...starterRules, ...optionalRules]);
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
  expect(all.filter((rule) => rule.mayActByItself)).toEqual([]);
});

describe("rules that contradict each other are refused", () => {
  const [first, second] = starterRules as [ConversationRule, ConversationRule];
  test.each([
    ["a number twice", [first, { ...second, number: first.number }], "number-twice"],
    ["a topic twice", [first, { ...second, topic: first.topic }], "topic-twice"],
  ])("%s", (_, rules, reason) => {
    expect(JSON.stringify(conversationRules.safeParse(rules).error?.issues)).toContain(reason);
  });

  test("a date that is none", () => {
    expect(conversationRules.safeParse([{ ...first, validFrom: "1 dicembre" }]).success).toBe(false);
  });
});

describe("a topic has its rule", () => {
  test.each([
    ["offence", starterRules, 6],
    ["flooding", starterRules, 4],
    ["flooding", [...starterRules, ...optionalRules], 10],
    ["links", starterRules, 7],
    ["offence", [], null],
  ] as const)("%s", (topic, rules, number) => {
    expect(ruleOf(topic, rules)?.number ?? null).toBe(number);
  });
});

describe("nothing acts by itself unless all agree", () => {
  const suggestion = { topic: "offence", action: "hide", confidence: "certain" } as const;
  const band = { topic: "offence", confidence: "certain", cases: 100, right: 98 } as const;
  const on = { mayActByItself: true };

  test.each<[string, Parameters<typeof mayActByItself>, boolean]>([
    ["switched on and measured", [suggestion, on, [band]], true],
    ["switched off", [suggestion, { mayActByItself: false }, [band]], false],
    ["without a rule", [suggestion, null, [band]], false],
    ["measured too low", [suggestion, on, [{ ...band, right: 97 }]], false],
    ["measured on too few", [suggestion, on, [{ ...band, cases: 9, right: 9 }]], false],
    ["never measured", [suggestion, on, [] as Measured[]], false],
    ["a less sure band", [{ ...suggestion, confidence: "likely" }, on, [band]], false],
    ["nothing to hide", [{ ...suggestion, action: "escalate" }, on, [band]], false],
    ["no rule broken", [{ ...suggestion, topic: null, action: "crisis" }, on, [band]], false],
  ])("%s", (_, given, may) => {
    expect(mayActByItself(...given)).toBe(may);
  });
});

test("every reason is said in both languages, each in its own words", () => {
  for (const [reason, words] of Object.entries(italian.reasons)) {
    expect(words.length, reason).toBeGreaterThan(10);
    expect(en.reasons[reason as keyof typeof en.reasons], reason).not.toBe(words);
  }
});
