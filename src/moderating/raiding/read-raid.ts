import type { Kysely } from "kysely";
import type { Authority } from "../../authority/authority-store.ts";
import type { Schema } from "../../database/schema.ts";
import { actingChance } from "../acting-alone.ts";
import { type RuleTopic, ruleOf, ruleTopics } from "../rule.ts";
import { rulesOf } from "../rule-store.ts";
import { type BreachCounts, type RaidStep, raidSteps } from "./raid.ts";
import { countBreaches, findRaid, type Raid } from "./raid-store.ts";

/** A raid that goes on, with what can be done about it. */
export interface ShownRaid extends Raid {
  /** Since it began, and in the minutes before. */
  counts: BreachCounts;
  steps: RaidStep[];
}

/** The raid that goes on at an authority, with stronger steps to be offered; undefined where all is calm. */
export async function readRaid(
  db: Kysely<Schema>,
  { id: authorityId, settings }: Pick<Authority, "id" | "settings">,
  now: Date,
): Promise<ShownRaid | undefined> {
  const raid = await findRaid(db, authorityId);
  if (!raid) return undefined;
  const { minutes } = settings.moderation.raid;
  const since = new Date(raid.beganAt.getTime() - minutes * 60_000);
  const { topics, ...sums } = await countBreaches(db, authorityId, { since, now });
  const rules = await rulesOf(db, authorityId, now);
  const certain = (topics ?? []).flatMap((topic): RuleTopic[] => {
    const known = ruleTopics.find((one) => one === topic);
    return known && actingChance(known).kind === "measured" ? [known] : [];
  });
  const off = certain.flatMap((topic) => {
    const rule = ruleOf(topic, rules);
    return rule && rule.topic === topic && !rule.mayActByItself ? [rule.number] : [];
  });
  const counts = { ...sums, switchable: [...new Set(off)].sort((a, b) => a - b) };
  return { ...raid, counts, steps: raidSteps(counts) };
}
