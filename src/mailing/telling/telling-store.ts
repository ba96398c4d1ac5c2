import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Earlier } from "./news.ts";

const hourMs = 3_600_000;

/** Who of an authority was told of which of these, as "person subject". */
export async function findTellings(
  db: Kysely<Schema>,
  authorityId: string,
  subjects: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("telling")
    .select(["member_id", "subject"])
    .where("authority_id", "=", authorityId)
    .where(sql<boolean>`subject = any(${subjects})`)
    .execute();
  return new Set(rows.map((row) => keyOf(row.member_id, row.subject)));
}

export const keyOf = (memberId: string, subject: string) => `${memberId} ${subject}`;

/** `mailId` undefined: they know of it without a letter. */
export async function addTellings(
  db: Kysely<Schema>,
  authorityId: string,
  told: readonly { memberId: string; subject: string; mailId: string | undefined }[],
  now: Date,
): Promise<void> {
  if (told.length === 0) return;
  await sql`insert into telling (authority_id, member_id, subject, mail_id, told_at)
    select ${authorityId}, n."memberId", n.subject, n."mailId", ${now}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as n ("memberId" uuid, subject text, "mailId" uuid)
    on conflict do nothing`.execute(db);
}

/** The letters of the last hour about what happens, by person, whatever authority they were about. */
export async function findEarlierLetters(db: Kysely<Schema>, now: Date): Promise<Map<string, Earlier>> {
  const { rows } = await sql<{ member_id: string; letters: Date[] | null; last_urgent_at: Date | null }>`
    select member_id, max(written_at) filter (where is_urgent) as last_urgent_at,
      array_agg(written_at order by written_at) filter (where not is_urgent) as letters
    from mail where why in ('alert','warning') and written_at > ${new Date(now.getTime() - hourMs)}
    group by member_id`.execute(db);
  return new Map(
    rows.map((row) => [
      row.member_id,
      { letters: row.letters ?? [], lastUrgentAt: row.last_urgent_at ?? undefined },
    ]),
  );
}
