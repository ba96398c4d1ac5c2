import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Attachment } from "./attachment.ts";
import type { DueAttachment } from "./attachment-store.ts";

/** See 0009-attachments.ts for why in pieces. */
const pieceBytes = 64 * 1024;

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
    for (let from = 0, ordinal = 1; from < file.bytes.length; from += pieceBytes, ordinal += 1) {
      const content = file.bytes.subarray(from, from + pieceBytes);
      await trx
        .insertInto("attachment_piece")
        .values({ authority_id: one.authorityId, attachment_id: one.id, ordinal, content })
        .execute();
    }
    return true;
  });
}

/** The bytes of a kept file, some pieces at a time: nobody needs the whole of it in memory. */
export async function* readFilePieces(
  db: Kysely<Schema>,
  { authorityId, id }: Pick<Attachment, "authorityId" | "id">,
): AsyncGenerator<Buffer> {
  const atOnce = 16;
  for (let after = 0; ; after += atOnce) {
    const rows = await db
      .selectFrom("attachment_piece")
      .select("content")
      .where("authority_id", "=", authorityId)
      .where("attachment_id", "=", id)
      .where("ordinal", ">", after)
      .where("ordinal", "<=", after + atOnce)
      .orderBy("ordinal")
      .execute();
    for (const { content } of rows) yield content;
    if (rows.length < atOnce) return;
  }
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
