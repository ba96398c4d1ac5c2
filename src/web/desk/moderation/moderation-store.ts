import { type Kysely, sql } from "kysely";
import type { Schema } from "../../../database/schema.ts";
import type { MessageKey } from "../../../moderating/deciding/decided-message-store.ts";
import type { DecisionAction, DecisionState } from "../../../moderating/deciding/decision.ts";

/** What of a comment is shown beside what is decided on. */
export interface BesideComment {
  conversationId: string;
  authorName: string | null;
  editedAt: Date | null;
  hiddenAt: Date | null;
  publicationId: string | null;
}

export async function findBesideComment(
  db: Kysely<Schema>,
  { authorityId, messageId }: MessageKey,
): Promise<BesideComment | undefined> {
  const { rows } = await sql<BesideComment>`
    select coalesce(m.author_name, case when m.author_id = c.person_id then c.person_name end) as "authorName",
      m.conversation_id as "conversationId", m.edited_at as "editedAt", m.hidden_at as "hiddenAt", c.publication_id as "publicationId"
    from message m join conversation c on c.authority_id = m.authority_id and c.id = m.conversation_id
    where m.authority_id = ${authorityId} and m.id = ${messageId}`.execute(db);
  return rows[0];
}

/** A decision as the list of the latest tells it: what was done, what the network said, how the notice stands. */
export interface LatestDecision {
  id: string;
  messageId: string | null;
  channel: string;
  action: DecisionAction;
  rule: number | null;
  why: string;
  isAutomatic: boolean;
  by: string | null;
  at: Date;
  endsAt: Date | null;
  state: DecisionState;
  attempts: number;
  nextStepAt: Date | null;
  networkReason: string | null;
  notice: "none" | "wanted" | "written" | "impossible";
  noticeWhy: string | null;
  /** Of the reply that the notice is. */
  noticeState: "due" | "sending" | "sent" | "unknown" | "waiting" | "refused" | null;
  isTakenBack: boolean;
  /** Of what was decided about, as it is now; null where it is gone. */
  text: string | null;
}

/** Reasons of our own why a decision is not carried out, or not yet; all others are the channel's. */
export type CarriedReason = "decided-anew" | "edited" | "removed" | "gave-up" | "slept" | "interrupted";

/** The newest first. */
export async function findLatestDecisions(
  db: Kysely<Schema>,
  authorityId: string,
  most: number,
): Promise<LatestDecision[]> {
  const { rows } = await sql<LatestDecision>`
    select d.id, d.message_id as "messageId", d.channel, d.action, d.rule, d.reason as why,
      d.is_automatic as "isAutomatic", d.decided_by as by, d.decided_at as at, d.ends_at as "endsAt", d.state,
      d.attempts, d.next_step_at as "nextStepAt", d.network_reason as "networkReason", d.notice,
      d.notice_why as "noticeWhy", m.text, r.state as "noticeState",
      exists (select from decision f where f.authority_id = d.authority_id and f.follows = d.id
        and f.action in ('unhide','unblock') and f.state in ('due','calling','done')) as "isTakenBack"
    from decision d
    left join message m on m.authority_id = d.authority_id and m.id = d.message_id
    left join reply r on r.authority_id = d.authority_id and r.id = d.notice_reply_id
    where d.authority_id = ${authorityId}
    order by d.decided_at desc, d.seq desc limit ${most}`.execute(db);
  return rows;
}
