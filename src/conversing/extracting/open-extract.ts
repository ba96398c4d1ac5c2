import type { Kysely } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { readFilePieces } from "../attachments/file-store.ts";
import type { Extract } from "./extract.ts";
import { findStillKept, readMadePieces } from "./extract-store.ts";
import { type ZipEntry, zipPieces } from "./zip.ts";

/** The ZIP file as it was made, byte by byte; or which of people's files were erased since, so that it cannot be. */
export type OpenedExtract =
  | { kind: "open"; pieces: AsyncIterable<Buffer> }
  | { kind: "incomplete"; erased: string[] }
  /** Our copy was erased. */
  | { kind: "erased" };

export async function openExtract(db: Kysely<Schema>, extract: Extract): Promise<OpenedExtract> {
  const { authorityId, files } = extract;
  if (extract.erasedAt !== null) return { kind: "erased" };
  const kept = await findStillKept(db, authorityId, files);
  const erased = files.filter(({ attachmentId }) => attachmentId !== null && !kept.has(attachmentId));
  if (erased.length > 0) return { kind: "incomplete", erased: erased.map(({ name }) => name) };
  const entries = files.map(
    ({ attachmentId, ...file }): ZipEntry => ({
      ...file,
      content: () =>
        attachmentId === null
          ? readMadePieces(db, extract, file.name)
          : readFilePieces(db, { authorityId, id: attachmentId }),
    }),
  );
  return { kind: "open", pieces: zipPieces(entries, extract.madeAt) };
}
