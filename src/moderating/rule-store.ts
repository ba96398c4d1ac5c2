import type { Kysely } from "kysely";
import { dateIn } from "../authority/calendar/zoned-time.ts";
import type { Schema } from "../database/schema.ts";
import type { ConversationRule } from "./rule.ts";
import { type RuleVersion, rulesInForce, starterVersions } from "./ruling/rule-version.ts";
import { findRuleVersions, findTimeZone } from "./ruling/rule-version-store.ts";

/** The authority's rules in force at a moment, by number; the starter set while it has none of its own. */
export async function rulesOf(
  db: Kysely<Schema>,
  authorityId: string,
  now: Date,
): Promise<ConversationRule[]> {
  const today = dateIn(now, (await findTimeZone(db, authorityId)) ?? "Europe/Rome");
  return rulesInForce(await versionsOr(db, authorityId, today, now), today);
}

/** Every version of every rule, planned and ended ones too: by number, the newest version first. */
export async function rulesHistory(
  db: Kysely<Schema>,
  authorityId: string,
  now: Date,
): Promise<RuleVersion[]> {
  const today = dateIn(now, (await findTimeZone(db, authorityId)) ?? "Europe/Rome");
  const versions = await versionsOr(db, authorityId, today, now);
  return versions.toSorted((a, b) => a.number - b.number || b.version - a.version);
}

async function versionsOr(db: Kysely<Schema>, authorityId: string, today: string, now: Date) {
  const versions = await findRuleVersions(db, authorityId);
  return versions.length > 0 ? versions : starterVersions(today, now);
}
