import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ConversationStanding, Said } from "./conversation.ts";
import { toConversation } from "./conversation-store.ts";
import type { KeptConversation } from "./kept-conversation.ts";
import type { Timing } from "./timing.ts";

/** A conversation and what was said in it, as far as its standing goes. */
export interface SaidInConversation {
  conversation: KeptConversation;
  said: Said[];
}

/** The conversations of these ids with what was said in them, locked until the end; those without a message left out. */
export async function lockWhatWasSaid(
  trx: Kysely<Schema>,
  authorityId: string,
  ids: readonly string[],
): Promise<SaidInConversation[]> {
  const rows = await trx
    .selectFrom("conversation")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("id", "in", [...ids])
    .orderBy("id")
    .forUpdate()
    .execute();
  const messages = await trx
    .selectFrom("message")
    .select(["conversation_id", "direction", "sent_at", "removed_at", "needs_answer", "answers_until"])
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "in", [...ids])
    .execute();
  const said = Map.groupBy(messages, ({ conversation_id }) => conversation_id);
  return rows.flatMap((row) => {
    const own = said.get(row.id);
    if (!own) return [];
    return [
      {
        conversation: toConversation(row),
        said: own.map((one) => ({
          direction: one.direction,
          sentAt: one.sent_at,
          isRemoved: one.removed_at !== null,
          needsAnswer: one.needs_answer,
          answersUntil: one.answers_until,
        })),
      },
    ];
  });
}

/** What is worked out of one conversation. */
export interface WorkedOut {
  id: string;
  standing: ConversationStanding;
  timing: Timing;
  nextWarningAt: Date | null;
}

/** Saves how conversations stand, all in one statement; each becomes a version further. */
export async function saveStandings(
  trx: Kysely<Schema>,
  authorityId: string,
  all: readonly WorkedOut[],
  changed: { by: string | null; at: Date },
): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ id, standing, timing, nextWarningAt }) => ({
    id,
    state: standing.state,
    needs_answer: standing.needsAnswer,
    began_at: standing.beganAt,
    last_message_at: standing.lastMessageAt,
    heard_at: standing.heardAt,
    answered_at: standing.answeredAt,
    waiting_since: standing.waitingSince,
    deadline: timing.deadline,
    due_at: timing.dueAt,
    due_on: timing.dueOn,
    window_until: timing.windowUntil,
    human_until: timing.humanUntil,
    private_reply_until: timing.privateReplyUntil,
    leads_at: timing.leadsAt,
    next_warning_at: nextWarningAt,
  }));
  await sql`
    update conversation set
      state = n.state, needs_answer = n.needs_answer, began_at = n.began_at, last_message_at = n.last_message_at,
      heard_at = n.heard_at, answered_at = n.answered_at, waiting_since = n.waiting_since, deadline = n.deadline,
      due_at = n.due_at, due_on = n.due_on, window_until = n.window_until, human_until = n.human_until,
      private_reply_until = n.private_reply_until, leads_at = n.leads_at, next_warning_at = n.next_warning_at,
      snoozed_until = case when n.heard_at is distinct from conversation.heard_at then null else snoozed_until end,
      snooze_reason = case when n.heard_at is distinct from conversation.heard_at then null else snooze_reason end,
      version = version + 1, changed_by = ${changed.by}, changed_at = ${changed.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (
      id uuid, state text, needs_answer text, began_at timestamptz, last_message_at timestamptz, heard_at timestamptz,
      answered_at timestamptz, waiting_since timestamptz, deadline jsonb, due_at timestamptz, due_on text,
      window_until timestamptz, human_until timestamptz, private_reply_until timestamptz, leads_at timestamptz,
      next_warning_at timestamptz)
    where conversation.authority_id = ${authorityId} and conversation.id = n.id`.execute(trx);
}

/** The warnings told already for the time each of these conversations has been waiting. */
export async function findTold(
  db: Kysely<Schema>,
  authorityId: string,
  ids: readonly string[],
): Promise<{ conversationId: string; waitingSince: Date; warning: string }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("warning_told")
    .select(["conversation_id", "waiting_since", "warning"])
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "in", [...ids])
    .execute();
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    waitingSince: row.waiting_since,
    warning: row.warning,
  }));
}
