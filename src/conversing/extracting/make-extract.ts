import { createHash, randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Kysely, Transaction } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import { type Authority, findAuthority } from "../../authority/authority-store.ts";
import type { Schema } from "../../database/schema.ts";
import { readTypefaces } from "../../publishing/cards/read-typefaces.ts";
import type { Attachment } from "../attachments/attachment.ts";
import { findAttachments } from "../attachments/attachment-store.ts";
import { readFilePieces } from "../attachments/file-store.ts";
import type { ConverseTools } from "../converse-tools.ts";
import type { ConversationKey } from "../inbox/conversation-store.ts";
import { findTalk } from "../inbox/talk-store.ts";
import { type Extract, type ExtractFile, fileNames, sumsOf } from "./extract.ts";
import { attachmentPaths, type ExtractDocument, extractDocument, personIdsOf } from "./extract-document.ts";
import { extractPdf } from "./extract-pdf.ts";
import { findSubject, insertExtract, type Subject } from "./extract-store.ts";
import { type ZipEntry, zipBytesMax, zipPieces } from "./zip.ts";

export type MadeExtract =
  | { kind: "made"; extract: Extract }
  /** There is no such conversation. */
  | { kind: "gone" }
  /** Its files are more than one ZIP file can hold. */
  | { kind: "too-large" };

/**
 * Makes an extract of a conversation for the official register, as one moment saw it, and keeps its hash: PDF, JSON,
 * the files people sent, and the hashes of all these. Internal notes stay out.
 */
export async function makeExtract(
  { db, clock }: Pick<ConverseTools, "db" | "clock">,
  key: ConversationKey,
  { by }: { by: { id: string; name: string } },
): Promise<MadeExtract> {
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const authority = await findAuthority(trx, key.authorityId);
      const subject = await findSubject(trx, key);
      if (!authority || !subject) return { kind: "gone" };
      const attachments = await findAttachments(trx, key);
      if (attachments.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) > zipBytesMax * 0.9)
        return { kind: "too-large" };
      const madeAt = clock.now();
      const { conversation, account } = subject;
      const document = extractDocument({
        ...{ madeAt, madeBy: by.name, authority: { id: authority.id, name: authority.name } },
        ...{ account, conversation, attachments, talk: await findTalk(trx, key) },
      });
      const made = await madeFiles(document, authority);
      const files = [...filesOf(made), ...(await sentFiles(trx, attachments))];
      const sums = Buffer.from(sumsOf(files));
      made.set(fileNames.sums, sums);
      files.push(fileOf(fileNames.sums, sums));
      const whole = await measure(trx, key.authorityId, files, made, madeAt);
      const extract: Extract = {
        ...{ ...key, id: randomUUID(), madeAt, madeBy: by.name, messages: document.messages.length },
        ...{ ...whole, files, register: null, erasedAt: null },
      };
      await keep(trx, extract, { subject, document, by: by.id, made });
      return { kind: "made", extract };
    });
}

async function madeFiles(document: ExtractDocument, { settings }: Authority): Promise<Map<string, Buffer>> {
  const [regular = "", , bold = ""] = (await readTypefaces()).files;
  const { language, timeZone } = settings;
  const pdf = await extractPdf(document, { language, timeZone, typeface: { regular, bold } });
  const json = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  return new Map([
    [fileNames.pdf, pdf],
    [fileNames.json, json],
  ]);
}

const filesOf = (made: ReadonlyMap<string, Buffer>) => [...made].map(([name, bytes]) => fileOf(name, bytes));

function fileOf(name: string, bytes: Buffer): ExtractFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, bytes: bytes.length, crc32: crc32(bytes), sha256, attachmentId: null };
}

async function sentFiles(db: Kysely<Schema>, attachments: readonly Attachment[]): Promise<ExtractFile[]> {
  const paths = attachmentPaths(attachments);
  const files: ExtractFile[] = [];
  for (const one of attachments) {
    const name = paths.get(one.id);
    if (name === undefined) continue;
    let sum = 0;
    let bytes = 0;
    const hash = createHash("sha256");
    for await (const piece of readFilePieces(db, one)) {
      sum = crc32(piece, sum);
      bytes += piece.length;
      hash.update(piece);
    }
    const sha256 = hash.digest("hex");
    if (sha256 !== one.sha256) throw new Error(`attachment ${one.id} is not what was kept`);
    files.push({ name, bytes, crc32: sum, sha256, attachmentId: one.id });
  }
  return files;
}

/** Hash and length of the whole, without ever holding it. */
async function measure(
  db: Kysely<Schema>,
  authorityId: string,
  files: readonly ExtractFile[],
  made: ReadonlyMap<string, Buffer>,
  madeAt: Date,
): Promise<{ sha256: string; bytes: number }> {
  const entries = files.map(
    ({ attachmentId, ...file }): ZipEntry => ({
      ...file,
      content: () =>
        attachmentId === null
          ? [made.get(file.name) ?? Buffer.alloc(0)]
          : readFilePieces(db, { authorityId, id: attachmentId }),
    }),
  );
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of zipPieces(entries, madeAt)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

async function keep(
  trx: Transaction<Schema>,
  extract: Extract,
  {
    subject,
    document,
    by,
    made,
  }: { subject: Subject; document: ExtractDocument; by: string; made: Map<string, Buffer> },
): Promise<void> {
  const { accountId, account } = subject;
  const { format } = document;
  const personIds = personIdsOf(document);
  await insertExtract(
    trx,
    { ...extract, accountId, channel: account.channel, personIds, madeById: by, format },
    made,
  );
  const { authorityId, conversationId, madeAt: at, sha256, bytes, messages } = extract;
  await recordAct(trx, {
    ...{ authorityId, at, by, act: "extract-made", subject: extract.id },
    detail: { conversationId, sha256, bytes, messages },
  });
}
