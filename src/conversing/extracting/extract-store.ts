import type { Kysely, Selectable } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { ExtractTable } from "../../database/schema-extracts.ts";
import { cutIntoPieces, readInTurn } from "../attachments/pieces.ts";
import type { ConversationKey } from "../inbox/conversation-store.ts";
import type { Extract, ExtractFile, RegisterEntry } from "./extract.ts";
import type { ExtractDocument } from "./extract-document.ts";

export interface ExtractKey extends ConversationKey {
  extractId: string;
}

function toExtract(row: Selectable<ExtractTable>): Extract {
  return {
    authorityId: row.authority_id,
    id: row.id,
    conversationId: row.conversation_id,
    madeAt: row.made_at,
    madeBy: row.made_by,
    messages: row.messages,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    files: row.files as ExtractFile[],
    register:
      row.register_number === null || row.register_date === null
        ? null
        : { number: row.register_number, date: row.register_date },
    erasedAt: row.erased_at,
  };
}

/** The extracts of a conversation, newest first. */
export async function findExtracts(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<Extract[]> {
  const rows = await db
    .selectFrom("extract")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toExtract);
}

export async function findExtract(
  db: Kysely<Schema>,
  { authorityId, conversationId, extractId }: ExtractKey,
): Promise<Extract | undefined> {
  const row = await db
    .selectFrom("extract")
    .selectAll()
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("id", "=", extractId)
    .executeTakeFirst();
  return row && toExtract(row);
}

export interface Subject {
  accountId: string;
  account: ExtractDocument["account"];
  conversation: ExtractDocument["conversation"];
}

/** The conversation and its account, as an extract names them. */
export async function findSubject(
  db: Kysely<Schema>,
  { authorityId, conversationId }: ConversationKey,
): Promise<Subject | undefined> {
  const row = await db
    .selectFrom("conversation as c")
    .innerJoin("account as a", (join) =>
      join.onRef("a.authority_id", "=", "c.authority_id").onRef("a.id", "=", "c.account_id"),
    )
    .select(["c.kind", "c.person_id", "c.person_name", "c.post_external_id"])
    .select(["a.id", "a.name", "a.channel", "a.external_id"])
    .where("c.authority_id", "=", authorityId)
    .where("c.id", "=", conversationId)
    .executeTakeFirst();
  return (
    row && {
      accountId: row.id,
      account: { id: row.id, name: row.name, channel: row.channel, externalId: row.external_id },
      conversation: {
        id: conversationId,
        kind: row.kind,
        person: { id: row.person_id, name: row.person_name },
        postId: row.post_external_id,
      },
    }
  );
}

export async function insertExtract(
  trx: Kysely<Schema>,
  extract: Extract & {
    accountId: string;
    channel: string;
    personIds: string[];
    madeById: string;
    format: number;
  },
  made: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const { authorityId, id } = extract;
  await trx
    .insertInto("extract")
    .values({
      ...{ authority_id: authorityId, id, conversation_id: extract.conversationId },
      ...{ account_id: extract.accountId, channel: extract.channel, person_ids: extract.personIds },
      ...{ made_at: extract.madeAt, made_by: extract.madeBy, made_by_id: extract.madeById },
      ...{ format: extract.format, messages: extract.messages, sha256: extract.sha256, bytes: extract.bytes },
      files: JSON.stringify(extract.files),
    })
    .execute();
  for (const [file, bytes] of made) {
    for (const { ordinal, content } of cutIntoPieces(bytes)) {
      await trx
        .insertInto("extract_piece")
        .values({ authority_id: authorityId, extract_id: id, file, ordinal, content })
        .execute();
    }
  }
}

/** The bytes of a file that was made for an extract, some pieces at a time. */
export function readMadePieces(
  db: Kysely<Schema>,
  { authorityId, id }: Pick<Extract, "authorityId" | "id">,
  file: string,
): AsyncGenerator<Buffer> {
  return readInTurn((after, last) =>
    db
      .selectFrom("extract_piece")
      .select("content")
      .where("authority_id", "=", authorityId)
      .where("extract_id", "=", id)
      .where("file", "=", file)
      .where("ordinal", ">", after)
      .where("ordinal", "<=", last)
      .orderBy("ordinal")
      .execute(),
  );
}

/** Of these files of people, those that are still kept with the bytes they had. */
export async function findStillKept(
  db: Kysely<Schema>,
  authorityId: string,
  files: readonly ExtractFile[],
): Promise<Set<string>> {
  const ids = files.flatMap(({ attachmentId }) => attachmentId ?? []);
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("attachment")
    .select(["id", "sha256"])
    .where("authority_id", "=", authorityId)
    .where("id", "in", ids)
    .where("state", "=", "kept")
    .execute();
  const hashes = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  return new Set(
    files.flatMap(({ attachmentId, sha256 }) =>
      attachmentId !== null && hashes.get(attachmentId) === sha256 ? attachmentId : [],
    ),
  );
}

/** False where there is no such extract. */
export async function saveRegisterEntry(
  trx: Kysely<Schema>,
  { authorityId, conversationId, extractId }: ExtractKey,
  entry: RegisterEntry & { by: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("extract")
    .set({
      ...{ register_number: entry.number, register_date: entry.date },
      ...{ registered_by: entry.by, registered_at: entry.at },
    })
    .where("authority_id", "=", authorityId)
    .where("conversation_id", "=", conversationId)
    .where("id", "=", extractId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
