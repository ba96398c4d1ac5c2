import { crc32 } from "node:zlib";
import type { Kysely } from "kysely";
import { recordAct } from "../../auditing/record-act.ts";
import type { Schema } from "../../database/schema.ts";
import type { Clock } from "../../platform/clock.ts";
import { type Vault, VaultError } from "../../platform/vault.ts";
import { safeFileName } from "../attachments/attachment.ts";
import { readFilePieces } from "../attachments/file-store.ts";
import type { ZipEntry } from "../extracting/zip.ts";
import { type HoldingKind, holdingKinds } from "./holdings.ts";
import { type Person, type PersonKey, personOf } from "./person.ts";
import { findNames, readHolding } from "./person-store.ts";

/** All that is held of one person, as they are given it. Fields in camelCase, moments in ISO 8601. */
export interface PersonDocument {
  format: 1;
  madeAt: string;
  authorityId: string;
  channel: string;
  personId: string;
  names: string[];
  held: Record<HoldingKind, Record<string, unknown>[]>;
}

export interface GatheredPerson {
  document: PersonDocument;
  /** The files the person sent, to be read when their turn comes. */
  files: ZipEntry[];
}

export interface GatherTools {
  db: Kysely<Schema>;
  vault: Vault;
  clock: Clock;
}

/**
 * All that is held of one person, as one moment saw it, for the answer to their request (GDPR art. 15 and 20); entered in
 * the trail without a word of it.
 */
export async function gatherPerson(
  { db, vault, clock }: GatherTools,
  key: PersonKey,
  by: string,
): Promise<GatheredPerson> {
  const person = personOf(vault, key);
  const at = clock.now();
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const held: Partial<PersonDocument["held"]> = {};
      for (const kind of holdingKinds) {
        const rows = await readHolding(trx, kind, person);
        held[kind] = rows.map((row) => told(row, key.authorityId, vault));
      }
      const { authorityId, channel, personId } = key;
      const document: PersonDocument = {
        ...{ format: 1, madeAt: at.toISOString(), authorityId, channel, personId },
        ...{ names: await findNames(trx, key), held: held as PersonDocument["held"] },
      };
      const counts = Object.fromEntries(
        Object.entries(document.held).map(([kind, rows]) => [kind, rows.length]),
      );
      const subject = fingerprintOf(person);
      await recordAct(trx, {
        authorityId,
        at,
        by,
        act: "personal-data-exported",
        subject,
        detail: { channel, counts },
      });
      return { document, files: await filesOf(trx, db, document) };
    });
}

/** Stands for a person in the trail: who has the id and our key can prove that it was they. */
export function fingerprintOf({ personHash }: Person): string {
  return personHash.toString("hex");
}

function told(row: Record<string, unknown>, authorityId: string, vault: Vault): Record<string, unknown> {
  const { contact } = row;
  const context = `review-contact:${authorityId}/${String(row.id)}`;
  const opened = contact instanceof Buffer ? { contact: openedOrNull(contact, context, vault) } : {};
  return Object.fromEntries(
    Object.entries({ ...row, ...opened }).map(([name, value]) => [camel(name), value]),
  );
}

/** Of a key that was lost nothing can be given. */
function openedOrNull(sealed: Buffer, context: string, vault: Vault): string | null {
  try {
    return vault.open(sealed, context);
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Kept files; each is read once for its sum, and again when it is written. */
async function filesOf(
  trx: Kysely<Schema>,
  db: Kysely<Schema>,
  { authorityId, held }: PersonDocument,
): Promise<ZipEntry[]> {
  const files: ZipEntry[] = [];
  for (const [index, { id, name, mediaType, state }] of held.attachments.entries()) {
    if (state !== "kept") continue;
    const one = { authorityId, id: String(id) };
    let sum = 0;
    let bytes = 0;
    for await (const piece of readFilePieces(trx, one)) {
      sum = crc32(piece, sum);
      bytes += piece.length;
    }
    const ordinal = String(index + 1).padStart(3, "0");
    const own = safeFileName(textOrNull(name), textOrNull(mediaType), "file");
    const content = () => readFilePieces(db, one);
    files.push({ name: `allegati/${ordinal}-${own}`, bytes, crc32: sum, content });
  }
  return files;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
