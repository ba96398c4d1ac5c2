import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import type { AnswerDeadline } from "../../authority/calendar/answer-deadline.ts";
import type { Schema } from "../../database/schema.ts";
import type { AccountKey } from "../../publishing/account-store.ts";
import type { ConversationKey } from "./conversation-store.ts";
import type { Timing } from "./timing.ts";

/** One that waits, with the moments its warnings are counted from. */
export interface WaitingConversation extends ConversationKey {
  officeId: string | null;
  waitingSince: Date;
  timing: Pick<Timing, "deadline" | "dueAt" | "windowUntil" | "humanUntil">;
}

/** Conversations of which a warning has come, those that wait longest for it first. */
export async function findToWarn(
  db: Kysely<Schema>,
  now: Date,
  most: number,
): Promise<(ConversationKey & AccountKey)[]> {
  const rows = await db
    .selectFrom("conversation as c")
    .innerJoin("account as a", (join) =>
      join.onRef("a.authority_id", "=", "c.authority_id").onRef("a.id", "=", "c.account_id"),
    )
    .select(["c.authority_id", "c.id", "c.account_id"])
    .where("c.next_warning_at", "<=", now)
    .where("a.state", "<>", "off")
    .orderBy("c.next_warning_at")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    authorityId: row.authority_id,
    conversationId: row.id,
    accountId: row.account_id,
  }));
}

/** Whether any warning has come. */
export async function isWarningDue(db: Kysely<Schema>, now: Date): Promise<boolean> {
  return (await findToWarn(db, now, 1)).length > 0;
}

const storedDeadline = z.looseObject({ kind: z.string(), endsAt: z.coerce.date().optional() });

/** Undefined where nobody waits any more. */
export async function lockWaiting(
  trx: Transaction<Schema>,
  authorityId: string,
  conversationId: string,
): Promise<WaitingConversation | undefined> {
  const row = await trx
    .selectFrom("conversation")
    .select(["office_id", "waiting_since", "deadline", "due_at", "window_until", "human_until"])
    .where("authority_id", "=", authorityId)
    .where("id", "=", conversationId)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.waiting_since) return undefined;
  const { deadline } = row;
  return {
    authorityId,
    conversationId,
    officeId: row.office_id,
    waitingSince: row.waiting_since,
    timing: {
      deadline: deadline === null ? null : readDeadline(deadline),
      dueAt: row.due_at,
      windowUntil: row.window_until,
      humanUntil: row.human_until,
    },
  };
}

/** A deadline as it was stored with its conversation: what it was counted by is in it. */
export function readDeadline(stored: unknown): AnswerDeadline {
  return storedDeadline.parse(stored) as unknown as AnswerDeadline;
}

/** Once: false when it was told before. */
export async function tellWarning(
  trx: Transaction<Schema>,
  waiting: WaitingConversation,
  told: { warning: string; to: "staff" | "head"; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("warning_told")
    .values({
      authority_id: waiting.authorityId,
      conversation_id: waiting.conversationId,
      waiting_since: waiting.waitingSince,
      warning: told.warning,
      told_to: told.to,
      told_at: told.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveNextWarning(
  trx: Transaction<Schema>,
  { authorityId, conversationId }: ConversationKey,
  at: Date | null,
): Promise<void> {
  await trx
    .updateTable("conversation")
    .set({ next_warning_at: at })
    .where("authority_id", "=", authorityId)
    .where("id", "=", conversationId)
    .execute();
}
