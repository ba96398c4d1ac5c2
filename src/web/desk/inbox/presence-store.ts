import { type Kysely, sql } from "kysely";
import type { Schema } from "../../../database/schema.ts";
import type { DraftKey } from "./draft-store.ts";

/** Who has a conversation open beside whoever asks. */
export interface Present {
  name: string;
  /** Null: only looks. */
  writingSince: Date | null;
}

/** Not heard of for so long, somebody is gone: three beats of the page's heart. */
const presentMs = 45_000;

/** Somebody has it open, and writes or not. False where there is no such conversation. */
export async function notePresence(
  db: Kysely<Schema>,
  { authorityId, conversationId, memberId }: DraftKey,
  { isWriting, now }: { isWriting: boolean; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into presence (authority_id, conversation_id, member_id, seen_at, writing_since)
    select authority_id, id, ${memberId}::uuid, ${now}, ${isWriting ? now : null}::timestamptz
    from conversation where authority_id = ${authorityId} and id = ${conversationId}
    on conflict (authority_id, conversation_id, member_id) do update set seen_at = excluded.seen_at,
      writing_since = case when excluded.writing_since is null then null
        when presence.seen_at < ${goneBefore(now)} then excluded.writing_since
        else coalesce(presence.writing_since, excluded.writing_since) end`.execute(db);
  await db
    .deleteFrom("presence")
    .where("authority_id", "=", authorityId)
    .where("seen_at", "<", goneBefore(now))
    .execute();
  return (numAffectedRows ?? 0n) > 0n;
}

/** Somebody has closed it. */
export async function dropPresence(
  db: Kysely<Schema>,
  { authorityId, conversationId, memberId }: DraftKey,
): Promise<void> {
  await db
    .deleteFrom("presence")
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("member_id", "=", memberId)
    .execute();
}

/** Everybody else who has it open; whoever writes first. */
export async function findOthers(
  db: Kysely<Schema>,
  { authorityId, conversationId, memberId }: DraftKey,
  now: Date,
): Promise<Present[]> {
  const rows = await db
    .selectFrom("presence as p")
    .innerJoin("staff_member as s", "s.id", "p.member_id")
    .select(["s.name", "p.writing_since"])
    .where("p.authority_id", "=", authorityId)
    .where("p.conversation_id", "=", conversationId)
    .where("p.member_id", "<>", memberId)
    .where("p.seen_at", ">=", goneBefore(now))
    .orderBy(sql`p.writing_since asc nulls last`)
    .orderBy("s.name")
    .execute();
  return rows.map((row) => ({ name: row.name, writingSince: row.writing_since }));
}

function goneBefore(now: Date): Date {
  return new Date(now.getTime() - presentMs);
}
