import type { Kysely, Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { DecisionTable } from "../../database/schema-decisions.ts";
import type { KeptDecision } from "./decision-store.ts";

/** How the author is told, or why they cannot be. */
export async function saveNotice(
  trx: Transaction<Schema>,
  { authorityId, id }: KeptDecision,
  notice: { way: DecisionTable["notice_way"]; replyId: string } | { why: string },
): Promise<void> {
  await trx
    .updateTable("decision")
    .set(
      "why" in notice
        ? { notice: "impossible", notice_why: notice.why }
        : { notice: "written", notice_way: notice.way, notice_reply_id: notice.replyId },
    )
    .where("authority_id", "=", authorityId)
    .where("id", "=", id)
    .execute();
}

/** Whether the notice is still on its way. */
export async function isNoticeOpen(db: Kysely<Schema>, one: KeptDecision): Promise<boolean> {
  if (one.noticeReplyId === null) return false;
  const row = await db
    .selectFrom("reply")
    .select("state")
    .where("authority_id", "=", one.authorityId)
    .where("id", "=", one.noticeReplyId)
    .executeTakeFirst();
  return row !== undefined && row.state !== "sent" && row.state !== "refused";
}
