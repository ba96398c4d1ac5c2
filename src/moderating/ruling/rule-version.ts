import type { ConversationRule, RuleTopic } from "../rule.ts";
import { starterRules } from "../starter-rules.ts";

/** Whose word a version is: our starter set's, the authority's file's, or that of a person at the desk. */
export type RuleOrigin = "starter" | "file" | "desk";

/** A rule as it was at one time. Never edited: a change is the next version, and so is the end of a rule. */
export interface RuleVersion extends ConversationRule {
  /** From `validFrom` on there is no such rule. */
  isWithdrawn: boolean;
  origin: RuleOrigin;
  changedBy: string | null;
  changedAt: Date;
}

/** Why a set of rules cannot be. */
export type RuleFault =
  /** On that day there would be none. */
  | "no-rule-left"
  /** On that day two rules would be about the same thing. */
  | "topic-twice";

/**
 * The rules in force on a day, by number: of each the highest version whose day has come. So a later version also
 * replaces one that was planned and has not begun.
 */
export function rulesInForce(versions: readonly RuleVersion[], day: string): ConversationRule[] {
  const newest = new Map<number, RuleVersion>();
  for (const one of versions) {
    if (one.validFrom > day) continue;
    const known = newest.get(one.number);
    if (!known || one.version > known.version) newest.set(one.number, one);
  }
  return [...newest.values()]
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .sort((a, b) => a.number - b.number)
    .map(asRule);
}

export function asRule(version: RuleVersion): ConversationRule {
  const { isWithdrawn: _, origin: _origin, changedBy: _by, changedAt: _at, ...rule } = version;
  return rule;
}

/** What a version says, without which version it is. */
export function contentOf({
  number,
  topic,
  text,
  examples,
  defaultAction,
  mayActByItself,
}: ConversationRule) {
  return { number, topic, text, examples, defaultAction, mayActByItself };
}

/** The highest version of each number, planned ones included. */
export function newestVersions(versions: readonly RuleVersion[]): Map<number, RuleVersion> {
  const newest = new Map<number, RuleVersion>();
  for (const one of versions) {
    const known = newest.get(one.number);
    if (!known || one.version > known.version) newest.set(one.number, one);
  }
  return newest;
}

/** What is wrong with the rules as they will be, today and on every later day on which they change. */
export function findRuleFault(versions: readonly RuleVersion[], today: string): RuleFault | undefined {
  const days = new Set([today, ...versions.map(({ validFrom }) => validFrom).filter((day) => day > today)]);
  for (const day of days) {
    const topics = rulesInForce(versions, day).map(({ topic }): RuleTopic => topic);
    if (topics.length === 0) return "no-rule-left";
    if (new Set(topics).size < topics.length) return "topic-twice";
  }
  return undefined;
}

/**
 * The starter set as versions of an authority that has said nothing of its own. They hold from their own day on, but
 * never from a day that has not come: without rules nothing could be decided.
 */
export function starterVersions(today: string, at: Date): RuleVersion[] {
  return starterRules.map((rule) => ({
    ...rule,
    validFrom: rule.validFrom < today ? rule.validFrom : today,
    isWithdrawn: false,
    origin: "starter",
    changedBy: null,
    changedAt: at,
  }));
}
