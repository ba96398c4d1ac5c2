import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { z } from "zod";
import type { Schema } from "../../database/schema.ts";
import type { ConversationRuleTable } from "../../database/schema-decisions.ts";
import { conversationRule } from "../rule.ts";
import { type RuleVersion, starterVersions } from "./rule-version.ts";

const storedRule = conversationRule.pick({ topic: true, text: true, examples: true }).loose();

function toVersion(row: Selectable<ConversationRuleTable>): RuleVersion {
  const { topic, text, examples } = storedRule.parse(row);
  return {
    number: row.number,
    topic,
    version: row.version,
    validFrom: row.valid_from,
    text,
    examples,
    defaultAction: row.default_action,
    mayActByItself: row.may_act_by_itself,
    isWithdrawn: row.is_withdrawn,
    origin: row.origin,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  };
}

/** All versions, by number and version; empty while the authority keeps the starter set. */
export async function findRuleVersions(db: Kysely<Schema>, authorityId: string): Promise<RuleVersion[]> {
  const rows = await db
    .selectFrom("conversation_rule")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .orderBy("number")
    .orderBy("version")
    .execute();
  return rows.map(toVersion);
}

/** Whoever changes an authority's rules does it alone until the end of the transaction. */
export async function lockRules(trx: Transaction<Schema>, authorityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rules ${authorityId}`}, 0))`.execute(trx);
}

export async function insertRuleVersions(
  trx: Transaction<Schema>,
  authorityId: string,
  versions: readonly RuleVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  await trx
    .insertInto("conversation_rule")
    .values(
      versions.map((one) => ({
        authority_id: authorityId,
        number: one.number,
        version: one.version,
        topic: one.topic,
        valid_from: one.validFrom,
        is_withdrawn: one.isWithdrawn,
        text: JSON.stringify(one.text),
        examples: JSON.stringify(one.examples),
        default_action: one.defaultAction,
        may_act_by_itself: one.mayActByItself,
        origin: one.origin,
        changed_by: one.changedBy,
        changed_at: one.changedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(["authority_id", "number", "version"]).doNothing())
    .execute();
}

/**
 * All versions, the starter set written down first where there are none: what somebody was judged by must not change with
 * a release of ours.
 */
export async function keptRuleVersions(
  trx: Transaction<Schema>,
  authorityId: string,
  today: string,
  now: Date,
): Promise<RuleVersion[]> {
  const known = await findRuleVersions(trx, authorityId);
  if (known.length > 0) return known;
  await lockRules(trx, authorityId);
  const meanwhile = await findRuleVersions(trx, authorityId);
  if (meanwhile.length > 0) return meanwhile;
  const versions = starterVersions(today, now);
  await insertRuleVersions(trx, authorityId, versions);
  return versions;
}

const zoneOfRow = z.object({ timeZone: z.string().catch("Europe/Rome") });

/** The zone in which an authority's days begin; undefined where there is no such authority. */
export async function findTimeZone(db: Kysely<Schema>, authorityId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("authority")
    .select("settings")
    .where("id", "=", authorityId)
    .executeTakeFirst();
  return row && zoneOfRow.parse(row.settings ?? {}).timeZone;
}
