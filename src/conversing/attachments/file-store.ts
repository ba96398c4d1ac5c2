import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Attachment } from "./attachment.ts";
import type { DueAttachment } from "./attachment-store.ts";
import { cutIntoPieces, readInTurn } from "./pieces.ts";

/** Keeps the bytes of a file whose fetch is still ours; false when somebody else began it again meanwhile. */
export async function keepFile(
  db: Kysely<Schema>,
  one: DueAttachment,
  file: { mediaType: string; sha256: string; bytes: Buffer; name: string | null },
  now: Date,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("attachment")
      .set({
        state: "kept",
        lease_until: null,
        settled_at: now,
        media_type: file.mediaType,
        sha256: file.sha256,
        bytes: file.bytes.length,
        name: file.name,
      })
      .where("authority_id", "=", one.authorityId)
      .where("id", "=", one.id)
      .where("state", "=", "fetching")
      .where("attempts", "=", one.attempts)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    for (const { ordinal, content } of cutIntoPieces(file.bytes)) {
      await trx
        .insertInto("attachment_piece")
        .values({ authority_id: one.authorityId, attachment_id: one.id, ordinal, content })
        .execute();
    }
    return true;
  });
}

/** The bytes of a kept file, some pieces at a time. */
export function readFilePieces(
  db: Kysely<Schema>,
  { authorityId, id }: Pick<Attachment, "authorityId" | "id">,
): AsyncGenerator<Buffer> {
  return readInTurn((after, last) =>
    db
      .selectFrom("attachment_piece")
      .select("content")
      .where("authority_id", "=", authorityId)
      .where("attachment_id", "=", id)
      .where("ordinal", ">", after)
      .where("ordinal", "<=", last)
      .orderBy("ordinal")
      .execute(),
  );
}

/** The whole of a kept file. */
export async function readFile(
  db: Kysely<Schema>,
  key: Pick<Attachment, "authorityId" | "id">,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readFilePieces(db, key)) pieces.push(piece);
  return Buffer.concat(pieces);
}
