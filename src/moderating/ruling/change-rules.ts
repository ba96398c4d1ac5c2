import type { Kysely, Transaction } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import type { Schema } from "../../database/schema.ts";
import type { Clock } from "../../platform/clock.ts";
import { type ConversationRule, conversationRule, type RuleTopic } from "../rule.ts";
import { optionalRules, starterRules } from "../starter-rules.ts";
import {
  contentOf,
  findRuleFault,
  newestVersions,
  type RuleFault,
  type RuleVersion,
} from "./rule-version.ts";
import { findTimeZone, insertRuleVersions, keptRuleVersions, lockRules } from "./rule-version-store.ts";

/** One change. `after`: the highest version of that number that was read; 0 for a number that is new. */
export type RuleChange =
  | {
      kind: "put";
      rule: Omit<ConversationRule, "version" | "validFrom">;
      /** The first day on which it holds, as `2026-11-27`; today or later. */
      validFrom: string;
      after: number;
    }
  | { kind: "withdraw"; number: number; validFrom: string; after: number }
  /** One of the rules we offer, under the number it has there. */
  | { kind: "take-over"; topic: RuleTopic; validFrom: string; after: number };

export type RulesChanged =
  | { kind: "changed"; versions: RuleVersion[] }
  /** Somebody else changed this number since it was read. */
  | { kind: "overtaken"; number: number; by: string | null; at: Date }
  | {
      kind: "refused";
      reason: RuleFault | "day-past" | "no-day" | "unknown-rule" | "nothing-new" | "malformed";
      number?: number;
    }
  | { kind: "gone" };

export interface RuleTools {
  db: Kysely<Schema>;
  clock: Clock;
}

/**
 * Changes an authority's rules for a person who may change settings: all changes or none. Each is a new version with its
 * day; nothing is ever edited, and no day on which people were judged already is changed afterwards.
 */
export async function changeRules(
  tools: RuleTools,
  { authorityId, by }: { authorityId: string; by: string },
  changes: readonly RuleChange[],
): Promise<RulesChanged> {
  const timeZone = await findTimeZone(tools.db, authorityId);
  if (timeZone === undefined) return { kind: "gone" };
  return await tools.db.transaction().execute(async (trx) => {
    const now = tools.clock.now();
    const today = dateIn(now, timeZone);
    await lockRules(trx, authorityId);
    const known = await keptRuleVersions(trx, authorityId, today, now);
    const made = versionsOf(changes, known, { by, now, today });
    if (made.kind !== "made") return made;
    const fault = findRuleFault([...known, ...made.versions], today);
    if (fault) return { kind: "refused", reason: fault };
    await insertRuleVersions(trx, authorityId, made.versions);
    await record(trx, authorityId, by, now, made.versions);
    return { kind: "changed", versions: made.versions };
  });
}

async function record(
  trx: Transaction<Schema>,
  authorityId: string,
  by: string,
  at: Date,
  versions: readonly RuleVersion[],
): Promise<void> {
  for (const { number, version, validFrom, isWithdrawn, mayActByItself } of versions) {
    const act = isWithdrawn ? "rule-withdrawn" : "rule-changed";
    const detail = { number, version, validFrom, mayActByItself };
    await recordAct(trx, { authorityId, at, by, act, subject: `rule ${number}`, detail });
  }
}

type Made = { kind: "made"; versions: RuleVersion[] } | Exclude<RulesChanged, { kind: "changed" | "gone" }>;

function versionsOf(
  changes: readonly RuleChange[],
  known: readonly RuleVersion[],
  how: { by: string; now: Date; today: string },
): Made {
  const newest = newestVersions(known);
  const versions: RuleVersion[] = [];
  for (const change of changes) {
    const wanted = wantedBy(change, newest);
    if (!wanted) return { kind: "refused", reason: "unknown-rule" };
    const { number } = wanted;
    const before = newest.get(number);
    if ((before?.version ?? 0) !== change.after) {
      const { changedBy, changedAt } = before ?? { changedBy: null, changedAt: how.now };
      return { kind: "overtaken", number, by: changedBy, at: changedAt };
    }
    const { isWithdrawn, ...rule } = wanted;
    const whole = conversationRule.safeParse({
      ...rule,
      version: change.after + 1,
      validFrom: change.validFrom,
    });
    if (!whole.success) {
      const isDay = whole.error.issues.some(({ path }) => path[0] === "validFrom");
      return { kind: "refused", reason: isDay ? "no-day" : "malformed", number };
    }
    if (change.validFrom < how.today) return { kind: "refused", reason: "day-past", number };
    if (before && isSame(before, { ...whole.data, isWithdrawn }))
      return { kind: "refused", reason: "nothing-new", number };
    const version: RuleVersion = {
      ...whole.data,
      isWithdrawn,
      origin: "desk",
      changedBy: how.by,
      changedAt: how.now,
    };
    newest.set(number, version);
    versions.push(version);
  }
  return { kind: "made", versions };
}

function wantedBy(change: RuleChange, newest: ReadonlyMap<number, RuleVersion>) {
  switch (change.kind) {
    case "put":
      return { ...change.rule, isWithdrawn: false };
    case "withdraw": {
      const rule = newest.get(change.number);
      return rule && !rule.isWithdrawn ? { ...contentOf(rule), isWithdrawn: true } : undefined;
    }
    case "take-over": {
      const rule = [...starterRules, ...optionalRules].find(({ topic }) => topic === change.topic);
      return rule && { ...contentOf(rule), isWithdrawn: false };
    }
  }
}

function isSame(before: RuleVersion, after: ConversationRule & { isWithdrawn: boolean }): boolean {
  return (
    before.isWithdrawn === after.isWithdrawn &&
    before.validFrom === after.validFrom &&
    JSON.stringify(contentOf(before)) === JSON.stringify(contentOf(after))
  );
}
