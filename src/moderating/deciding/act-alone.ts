import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { asksForPerson, mayActByItself } from "../acting-alone.ts";
import type { Action } from "../action.ts";
import type { Confidence } from "../confidence.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import type { RuleTopic } from "../rule.ts";
import { rulesOf } from "../rule-store.ts";
import { decide } from "./decide.ts";
import { findDecidedMessage, type MessageKey } from "./decided-message-store.ts";
import { versionRead } from "./decision.ts";

interface OpenTriage extends MessageKey {
  topic: RuleTopic;
  rule: number;
  action: Action;
  confidence: Confidence;
  suggestions: { action: Action }[];
}

const atOnce = 100;
/** What waited longer a person has seen, or should: switching a rule on never reaches back. */
const reachMs = 3_600_000;
const reasons = {
  it: "Riconosciuto automaticamente come violazione della regola indicata.",
  en: "Recognised automatically as a breach of the rule named here.",
};

/** Whether something that may act by itself waits. */
export async function findToActAlone(db: Kysely<Schema>, now: Date): Promise<OpenTriage[]> {
  const { rows } = await sql<OpenTriage>`
    select t.authority_id as "authorityId", t.message_id as "messageId", t.topic, t.rule, t.action, t.confidence,
      t.suggestions
    from message_triage t
    join message m on m.authority_id = t.authority_id and m.id = t.message_id
    join conversation c on c.authority_id = t.authority_id and c.id = m.conversation_id
    -- Asked once and first: where no rule may act by itself, this costs nothing however much waits.
    where exists (select from conversation_rule r where r.may_act_by_itself)
      and t.settled_at is null and t.action in ('hide','delete') and not t.needs_person and t.confidence = 'certain'
      and t.topic is not null and t.rule is not null and t.judged_at > ${new Date(now.getTime() - reachMs)}
      and c.kind = 'comment-thread' and m.removed_at is null and m.hidden_at is null
      and exists (select from conversation_rule r where r.authority_id = t.authority_id and r.number = t.rule
        and r.may_act_by_itself)
      and not exists (select from decision d where d.authority_id = t.authority_id and d.message_id = t.message_id)
    order by t.judged_at limit ${atOnce}`.execute(db);
  return rows;
}

/**
 * Hides what the authority lets be hidden by itself, and nothing else: always so that it can be taken back, always told
 * to its author. Whatever besides asks for a person (despair, a threat, a formal act) leaves all of it to a person.
 */
export async function actAlone(tools: ModerateTools): Promise<void> {
  for (const one of await findToActAlone(tools.db, tools.clock.now())) {
    if (tools.stopping.aborted) return;
    const rules = await rulesOf(tools.db, one.authorityId, tools.clock.now());
    const rule = rules.find(({ number }) => number === one.rule) ?? null;
    if (asksForPerson(one.suggestions) || !mayActByItself(one, rule)) continue;
    const message = await findDecidedMessage(tools.db, one);
    const version = versionRead({ text: message?.text ?? null, lastDecisionId: null });
    const { authorityId, messageId } = one;
    const why = `${reasons.it} / ${reasons.en}`;
    const asked = { authorityId, messageId, version, action: "hide" as const, rule: one.rule, why, by: null };
    const result = await decide(tools, asked);
    tools.log.info({ authorityId, messageId, result: result.kind }, "acted by itself");
  }
}
