import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import { type Link, type LinkPurpose, linkLastsMs } from "./link.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.ts";

/** A new link; the token is given here and never again. Those the member had before lead nowhere any more. */
export async function addLink(
  db: Kysely<Schema>,
  link: { purpose: LinkPurpose; memberId: string | null; madeBy: string | null },
  now: Date,
): Promise<string> {
  if (link.memberId !== null) await closeLinks(db, link.memberId, now);
  const token = newSecretToken();
  await db
    .insertInto("staff_link")
    .values({
      purpose: link.purpose,
      member_id: link.memberId,
      made_by: link.madeBy,
      token_hash: hashSecretToken(token),
      made_at: now,
      expires_at: new Date(now.getTime() + linkLastsMs[link.purpose]),
    })
    .execute();
  return token;
}

/** The link of a token, while it can be used. */
export async function findLink(db: Kysely<Schema>, token: string, now: Date): Promise<Link | undefined> {
  const row = await db
    .selectFrom("staff_link")
    .select(["id", "purpose", "member_id"])
    .where("token_hash", "=", hashSecretToken(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && { id: row.id, purpose: row.purpose, memberId: row.member_id };
}

/** Uses a link up; false where somebody else just did. */
export async function useLink(db: Kysely<Schema>, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable("staff_link")
    .set({ used_at: now })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** All links of a member that still lead somewhere; of "first": those for an installation without administrator. */
export async function closeLinks(db: Kysely<Schema>, of: string | "first", now: Date): Promise<void> {
  const open = db.updateTable("staff_link").set({ used_at: now }).where("used_at", "is", null);
  await (of === "first" ? open.where("purpose", "=", "first") : open.where("member_id", "=", of)).execute();
}

export async function deleteOldLinks(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.deleteFrom("staff_link").where("expires_at", "<", now).execute();
}
