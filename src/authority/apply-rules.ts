import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import { insertRuleVersions, keptRuleVersions, lockRules } from "../moderating/ruling/rule-version-store.ts";
import { dateIn } from "./calendar/zoned-time.ts";
import type { PlannedRules } from "./plan-rules.ts";

/** Enters the versions; the row of the authority is there. */
export async function applyRules(
  trx: Transaction<Schema>,
  authorityId: string,
  { versions }: PlannedRules,
  { isNew, now, timeZone }: { isNew: boolean; now: Date; timeZone: string },
): Promise<void> {
  if (versions.length === 0) return;
  await lockRules(trx, authorityId);
  if (!isNew) await keptRuleVersions(trx, authorityId, dateIn(now, timeZone), now);
  await insertRuleVersions(trx, authorityId, versions);
}
