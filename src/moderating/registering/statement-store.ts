import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { StatedDecision } from "./statement.ts";

/**
 * What was taken from people in [from, until) and carried out, the oldest first; days in this zone. Whether triage had
 * pointed it out is known as long as the message is kept.
 */
export async function findStated(
  db: Kysely<Schema>,
  { authorityId, timeZone }: { authorityId: string; timeZone: string },
  { from, until }: { from: Date; until: Date },
): Promise<StatedDecision[]> {
  const day = (moment: ReturnType<typeof sql>) =>
    sql`to_char(${moment} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const { rows } = await sql<StatedDecision>`
    select d.id, d.action, d.topic, d.rule, d.rule_version as version, r.text as "ruleText",
      d.is_automatic as "isAutomatic", coalesce(t.rule = d.rule and t.action <> 'none', false) as "isDetected",
      (d.evidence is null or d.evidence ->> 'text' is not null) as "hasWords",
      ${day(sql`d.seen_at`)} as "seenOn", ${day(sql`coalesce(d.acted_at, d.settled_at)`)} as "actedOn",
      ${day(sql`coalesce(back.acted_at, d.ends_at)`)} as "endedOn"
    from decision d
    join conversation_rule r on r.authority_id = d.authority_id and r.number = d.rule and r.version = d.rule_version
    left join message_triage t on t.authority_id = d.authority_id and t.message_id = d.message_id
    left join lateral (select f.acted_at from decision f where f.authority_id = d.authority_id and f.follows = d.id
      and f.action in ('unhide','unblock') and f.state = 'done' order by f.seq limit 1) back on true
    where d.authority_id = ${authorityId} and d.action in ('hide','delete','block') and d.state = 'done'
      and d.decided_at >= ${from} and d.decided_at < ${until}
    order by d.decided_at, d.seq`.execute(db);
  return rows;
}
