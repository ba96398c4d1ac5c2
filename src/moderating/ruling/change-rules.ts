import type { Kysely, Transaction } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import type { Schema } from "../../database/schema.ts";
import type { Clock } from "../../platform/clock.ts";
import { makeVersions, type RuleChange, type RulesMade } from "./rule-change.ts";
import type { RuleVersion } from "./rule-version.ts";
import { findTimeZone, insertRuleVersions, keptRuleVersions, lockRules } from "./rule-version-store.ts";

export type RulesChanged =
  | { kind: "changed"; versions: RuleVersion[] }
  | Exclude<RulesMade, { kind: "made" }>
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
    const made = makeVersions(changes, known, { by, now, today });
    if (made.kind !== "made") return made;
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
