import type { Kysely } from "kysely";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import type { Schema } from "../../database/schema.ts";
import type { ConversationRule } from "../../moderating/rule.ts";
import { rulesHistory } from "../../moderating/rule-store.ts";
import { asRule, type RuleVersion, rulesInForce } from "../../moderating/ruling/rule-version.ts";
import type { Reading } from "../../noticeboard/board-conditions.ts";

/** The rules of conversation that hold at an authority, by number, and what earlier versions of them said. */
export interface PublishedRules {
  rules: readonly ConversationRule[];
  earlier: readonly ConversationRule[];
}

/** The one place where the public pages take rules from. Read at once, so that both lists are of the same moment. */
export async function publishedRules(
  db: Kysely<Schema>,
  { authorityId, timeZone, now }: Reading,
): Promise<PublishedRules> {
  const history = await rulesHistory(db, authorityId, now);
  return rulesPublished(history, dateIn(now, timeZone));
}

/**
 * What of a history is published on a day. A version that was replaced before its day came never held, so nobody was
 * ever met by it; planned ones are told when their day comes.
 */
export function rulesPublished(history: readonly RuleVersion[], today: string): PublishedRules {
  const rules = rulesInForce(history, today);
  const holds = (one: RuleVersion) =>
    rules.some(({ number, version }) => number === one.number && version === one.version);
  const wasReplaced = (one: RuleVersion) =>
    history.some(
      (other) =>
        other.number === one.number && other.version > one.version && other.validFrom <= one.validFrom,
    );
  const earlier = history.filter(
    (one) => !one.isWithdrawn && one.validFrom <= today && !holds(one) && !wasReplaced(one),
  );
  return { rules, earlier: earlier.map(asRule) };
}
