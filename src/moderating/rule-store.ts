import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { ConversationRule } from "./rule.ts";
import { starterRules } from "./starter-rules.ts";

/** The rules of conversation an authority applies at a moment. */
export async function rulesOf(
  _db: Kysely<Schema>,
  _authorityId: string,
  _now: Date,
): Promise<readonly ConversationRule[]> {
  return starterRules;
}
