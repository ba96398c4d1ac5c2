import { type Action, actions } from "../../../moderating/action.ts";
import { type ConversationRule, type RuleTopic, ruleTopics } from "../../../moderating/rule.ts";
import type { RuleChange } from "../../../moderating/ruling/rule-change.ts";
import { offeredRules } from "../../../moderating/ruling/rule-sets.ts";
import { newestVersions, type RuleVersion } from "../../../moderating/ruling/rule-version.ts";
import { optionalRules, starterRules } from "../../../moderating/starter-rules.ts";
import { typedText } from "../inbox/shown-text.ts";

/** What stands in the form of a rule, as it was typed. */
export interface TypedRule {
  number: string;
  topic: RuleTopic;
  textIt: string;
  textEn: string;
  /** One a line. */
  examplesIt: string;
  examplesEn: string;
  defaultAction: Action;
  mayActByItself: boolean;
  validFrom: string;
  /** The highest version of that number that was read; 0 for a number that is new. */
  after: number;
}

const formFields = ["number", "textIt", "textEn", "examplesIt", "examplesEn", "validFrom"] as const;

/** What the form of a number begins with: its newest version, planned ones included. */
export function typedOf(rule: RuleVersion, today: string): TypedRule {
  const { number, validFrom, version } = rule;
  return { ...contentTyped(rule, number), validFrom: validFrom > today ? validFrom : today, after: version };
}

/** What a new rule begins with: one that we offer, or nothing but a free number. */
export function typedNew(
  versions: readonly RuleVersion[],
  topic: string | undefined,
  today: string,
): TypedRule {
  const offered = offeredRules(versions, today);
  const chosen = offered.find((one) => one.topic === topic);
  const rule = [...starterRules, ...optionalRules].find((one) => one.topic === chosen?.topic);
  const newest = newestVersions(versions);
  if (chosen && rule) {
    const after = newest.get(chosen.number)?.version ?? 0;
    return { ...contentTyped(rule, chosen.number), validFrom: today, after };
  }
  const free = Array.from({ length: 99 }, (_, index) => index + 1).find((number) => !newest.has(number));
  return {
    ...{ number: String(free ?? ""), topic: offered[0]?.topic ?? "opinion", defaultAction: "hide" },
    ...{ textIt: "", textEn: "", examplesIt: "", examplesEn: "" },
    ...{ mayActByItself: false, validFrom: today, after: 0 },
  };
}

function contentTyped(rule: ConversationRule, number: number) {
  const { topic, text, examples, defaultAction, mayActByItself } = rule;
  return {
    ...{ number: String(number), topic, defaultAction, mayActByItself },
    ...{ textIt: text.it, textEn: text.en },
    ...{ examplesIt: examples.it.join("\n"), examplesEn: examples.en.join("\n") },
  };
}

/** Of a form that was sent; what is none of ours is as in `before`. */
export function typedIn(fields: Record<string, string | undefined>, before: TypedRule): TypedRule {
  const texts = Object.fromEntries(formFields.map((name) => [name, typedText(fields[name]).trim()]));
  return {
    ...before,
    ...(texts as Record<(typeof formFields)[number], string>),
    topic: ruleTopics.find((topic) => topic === fields.topic) ?? before.topic,
    defaultAction: actions.find((action) => action === fields.defaultAction) ?? before.defaultAction,
    mayActByItself: fields.mayActByItself === "yes",
    after: /^\d{1,6}$/.test(fields.after ?? "") ? Number(fields.after) : before.after,
  };
}

/** The same as the fields of a form, to be sent again. */
export function fieldsOf(typed: TypedRule): [string, string][] {
  return [
    ...formFields.map((name): [string, string] => [name, typed[name]]),
    ["topic", typed.topic],
    ["defaultAction", typed.defaultAction],
    ["after", String(typed.after)],
    ...(typed.mayActByItself ? [["mayActByItself", "yes"] as [string, string]] : []),
  ];
}

export function changeOf(typed: TypedRule): RuleChange {
  const { topic, defaultAction, mayActByItself, validFrom, after } = typed;
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const rule = {
    ...{
      number: /^\d{1,2}$/.test(typed.number) ? Number(typed.number) : 0,
      topic,
      defaultAction,
      mayActByItself,
    },
    text: { it: typed.textIt, en: typed.textEn },
    examples: { it: lines(typed.examplesIt), en: lines(typed.examplesEn) },
  };
  return { kind: "put", rule, validFrom, after };
}
