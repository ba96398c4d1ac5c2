import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ConversationRule } from "../../moderating/rule.ts";
import { starterRules } from "../../moderating/starter-rules.ts";

/** The rules of conversation that hold at an authority, by number, and what earlier versions of them said. */
export interface PublishedRules {
  rules: readonly ConversationRule[];
  earlier: readonly ConversationRule[];
}

/** The one place where the public pages take rules from: the starter rules, which hold until an authority has its own. */
export async function publishedRules(
  _db: Kysely<Schema>,
  _authorityId: string,
  _now: Date,
): Promise<PublishedRules> {
  return { rules: starterRules, earlier: [] };
}
