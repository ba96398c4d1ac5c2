import type { Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import {
  contentOf,
  findRuleFault,
  newestVersions,
  type RuleFault,
  type RuleVersion,
  starterVersions,
} from "../moderating/ruling/rule-version.ts";
import { findRuleVersions } from "../moderating/ruling/rule-version-store.ts";
import { versionsOfFile } from "../moderating/ruling/rules-of-file.ts";
import { type Difference, fieldsOf } from "./apply-authority-differences.ts";
import type { AuthorityFile } from "./authority-file.ts";
import { dateIn } from "./calendar/zoned-time.ts";

/** What a file's rules come to, before anything is written. */
export interface PlannedRules {
  differences: Difference[];
  versions: RuleVersion[];
  fault: RuleFault | undefined;
}

/** Of an authority that is there the starter set was in force until now, written down or not; a new one begins with its own. */
export async function planRules(
  trx: Transaction<Schema>,
  { authority, rules }: AuthorityFile,
  { isNew, now }: { isNew: boolean; now: Date },
): Promise<PlannedRules> {
  if (!rules) return { differences: [], versions: [], fault: undefined };
  const today = dateIn(now, authority.settings.timeZone);
  const written = await findRuleVersions(trx, authority.id);
  const known = written.length > 0 || isNew ? written : starterVersions(today, now);
  const versions = versionsOfFile(rules, known, { now, today });
  const newest = newestVersions(known);
  return {
    versions,
    differences: versions.map((one) => differenceOf(newest.get(one.number), one)),
    fault: findRuleFault([...known, ...versions], today),
  };
}

function differenceOf(before: RuleVersion | undefined, after: RuleVersion): Difference {
  const about = { subject: "rule" as const, id: String(after.number) };
  if (after.isWithdrawn) return { ...about, verb: "removed", fields: [] };
  if (!before) return { ...about, verb: "new", fields: [] };
  const told = (one: RuleVersion) => ({ ...contentOf(one), from: one.validFrom });
  const fields = fieldsOf(told(before), told(after));
  return { ...about, verb: before.isWithdrawn ? "resumed" : "changed", fields };
}
