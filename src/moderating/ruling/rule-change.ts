import { actingChance } from "../acting-alone.ts";
import { removesFromSight } from "../action.ts";
import { type ConversationRule, conversationRule } from "../rule.ts";
import {
  contentOf,
  findRuleFault,
  newestVersions,
  type RuleFault,
  type RuleVersion,
} from "./rule-version.ts";

/** One change. `after`: the highest version of that number that was read; 0 for a number that is new. */
export type RuleChange =
  | {
      kind: "put";
      rule: Omit<ConversationRule, "version" | "validFrom">;
      /** The first day on which it holds, as `2026-11-27`; today or later. */
      validFrom: string;
      after: number;
    }
  | { kind: "withdraw"; number: number; validFrom: string; after: number };

/** Why a change cannot be. */
export type RuleRefusal =
  | RuleFault
  /** A day on which people were judged already. */
  | "day-past"
  | "no-day"
  | "unknown-rule"
  | "nothing-new"
  | "malformed"
  /** What was measured of its topic does not let it act by itself. */
  | "may-not-act"
  /** Acting by itself is hiding, and this rule is for something else. */
  | "acts-by-hiding";

/** The versions that changes come to, or why there are none. */
export type RulesMade =
  | { kind: "made"; versions: RuleVersion[] }
  /** Somebody else changed this number since it was read. */
  | { kind: "overtaken"; number: number; by: string | null; at: Date }
  | { kind: "refused"; reason: RuleRefusal; number?: number };

/** All changes or none, as they would be entered by this person now; nothing is written. */
export function makeVersions(
  changes: readonly RuleChange[],
  known: readonly RuleVersion[],
  how: { by: string; now: Date; today: string },
): RulesMade {
  const newest = newestVersions(known);
  const versions: RuleVersion[] = [];
  for (const change of changes) {
    const made = makeOne(change, newest, how);
    if (made.kind !== "made") return made;
    for (const version of made.versions) newest.set(version.number, version);
    versions.push(...made.versions);
  }
  const fault = findRuleFault([...known, ...versions], how.today);
  return fault ? { kind: "refused", reason: fault } : { kind: "made", versions };
}

function makeOne(
  change: RuleChange,
  newest: ReadonlyMap<number, RuleVersion>,
  how: { by: string; now: Date; today: string },
): RulesMade {
  const wanted = wantedBy(change, newest);
  if (!wanted) return { kind: "refused", reason: "unknown-rule" };
  const { isWithdrawn, ...rule } = wanted;
  const { number } = rule;
  const before = newest.get(number);
  if ((before?.version ?? 0) !== change.after) {
    const { changedBy, changedAt } = before ?? { changedBy: null, changedAt: how.now };
    return { kind: "overtaken", number, by: changedBy, at: changedAt };
  }
  const { validFrom, after } = change;
  const whole = conversationRule.safeParse({ ...rule, version: after + 1, validFrom });
  if (!whole.success) {
    const isDay = whole.error.issues.some(({ path }) => path[0] === "validFrom");
    return { kind: "refused", reason: isDay ? "no-day" : "malformed", number };
  }
  if (validFrom < how.today) return { kind: "refused", reason: "day-past", number };
  if (before && isSame(before, { ...whole.data, isWithdrawn }))
    return { kind: "refused", reason: "nothing-new", number };
  const reason = isWithdrawn ? undefined : findActingFault(whole.data);
  if (reason) return { kind: "refused", reason, number };
  const changed = { origin: "desk" as const, changedBy: how.by, changedAt: how.now };
  return { kind: "made", versions: [{ ...whole.data, isWithdrawn, ...changed }] };
}

/** Why a rule cannot act by itself, where it is meant to. */
export function findActingFault({
  topic,
  defaultAction,
  mayActByItself,
}: Pick<ConversationRule, "topic" | "defaultAction" | "mayActByItself">): RuleRefusal | undefined {
  if (!mayActByItself) return undefined;
  if (actingChance(topic).kind !== "measured") return "may-not-act";
  return removesFromSight(defaultAction) ? undefined : "acts-by-hiding";
}

function wantedBy(change: RuleChange, newest: ReadonlyMap<number, RuleVersion>) {
  if (change.kind === "put") return { ...change.rule, isWithdrawn: false };
  const rule = newest.get(change.number);
  return rule && !rule.isWithdrawn ? { ...contentOf(rule), isWithdrawn: true } : undefined;
}

function isSame(before: RuleVersion, after: ConversationRule & { isWithdrawn: boolean }): boolean {
  return (
    before.isWithdrawn === after.isWithdrawn &&
    before.validFrom === after.validFrom &&
    JSON.stringify(contentOf(before)) === JSON.stringify(contentOf(after))
  );
}
