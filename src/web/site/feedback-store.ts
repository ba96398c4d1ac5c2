import type { Kysely } from "kysely";
import type { Language } from "../../channels/channel.ts";
import type { Schema } from "../../database/schema.ts";
import type { Feedback } from "./feedback.ts";

/** Keeps what somebody said, under the code that they are told. */
export async function addFeedback(
  db: Kysely<Schema>,
  authorityId: string,
  { page, text, contact }: Feedback,
  sent: { code: string; language: Language; at: Date },
): Promise<void> {
  const { code, language, at } = sent;
  const row = { authority_id: authorityId, code, topic: "accessibility" as const, page, text, contact };
  await db
    .insertInto("feedback")
    .values({ ...row, language, sent_at: at })
    .execute();
}

export interface KeptFeedback extends Feedback {
  code: string;
  language: Language;
  sentAt: Date;
  seenAt: Date | null;
}

/** What was said to an authority, the newest first: for its staff only. */
export async function findFeedback(
  db: Kysely<Schema>,
  authorityId: string,
  limit: number,
): Promise<KeptFeedback[]> {
  return await db
    .selectFrom("feedback")
    .select(["code", "page", "text", "contact", "language", "sent_at as sentAt", "seen_at as seenAt"])
    .where("authority_id", "=", authorityId)
    .orderBy("sent_at", "desc")
    .limit(limit)
    .execute();
}

/** False where there is none of this code, or somebody saw it before. */
export async function markFeedbackSeen(
  db: Kysely<Schema>,
  { authorityId, code }: { authorityId: string; code: string },
  by: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("feedback")
    .set({ seen_at: now, seen_by: by })
    .where("authority_id", "=", authorityId)
    .where("code", "=", code)
    .where("seen_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
