import { type RawBuilder, sql } from "kysely";
import type { Expiring } from "./retention.ts";

/**
 * Authors who asked about their own data and have had no answer. Nothing of theirs goes meanwhile, wherever they wrote it:
 * what they asked to see must not be gone when somebody looks.
 */
export function asking(authorityId: string): RawBuilder<unknown> {
  return sql`select m.account_id, m.author_id from data_request r
    join message m on m.authority_id = r.authority_id and m.id = r.message_id
    where r.authority_id = ${authorityId} and r.outcome is null and m.author_id is not null`;
}

/**
 * Whether a conversation (`c`) waits for something: for an answer, for one of ours to leave, for somebody to look at an
 * alert, for the end of a decision about it, of the term in which a review can be asked, or of that review.
 */
export function isHeldBack({ authorityId, now }: Expiring): RawBuilder<boolean> {
  return sql<boolean>`(c.waiting_since is not null or coalesce(c.snoozed_until > ${now}, false)
    or exists (select from reply r where r.authority_id = c.authority_id and r.conversation_id = c.id
      and r.state in ('due', 'sending', 'unknown', 'waiting'))
    or exists (select from alert a where a.authority_id = c.authority_id and a.conversation_id = c.id
      and a.seen_at is null)
    or exists (select from message m join decision d on d.authority_id = m.authority_id and d.message_id = m.id
      where m.authority_id = c.authority_id and m.conversation_id = c.id and ${isUnderWay(now)})
    or exists (select from message m where m.authority_id = c.authority_id and m.conversation_id = c.id
      and (m.account_id, m.author_id) in (${asking(authorityId)})))`;
}

/** Whether a decision (`d`) is not final. */
export function isUnderWay(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(d.state in ('due', 'calling') or coalesce(d.review_until > ${now}, false)
    or exists (select from decision_review v where v.authority_id = d.authority_id and v.decision_id = d.id
      and v.outcome is null))`;
}
