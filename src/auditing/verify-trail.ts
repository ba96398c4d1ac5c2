import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import { macOf } from "./seal-trail.ts";
import { readChain, type TrailFault } from "./trail-fault.ts";
import { findChains, findHashesAt, findSealed, findSeals, type Seal } from "./trail-store.ts";

/** What one chain looks like when it is read from its beginning. */
export interface VerifiedChain {
  /** The authority; empty for the installation. */
  chain: string;
  entries: number;
  /** Its end, to be noted somewhere else: who shortens the chain cannot shorten the note. */
  end: { position: number; hash: string };
  faults: TrailFault[];
}

const atOnce = 2_000;

/**
 * Reads every chain from its beginning: each entry against its hash and the one before, each seal against our key, and
 * whether seals cover all of it. Reads page by page, so that a long trail needs no memory, and as it all stood at one
 * moment: sealing goes on meanwhile.
 */
export async function verifyTrail(
  { db, vault }: { db: Kysely<Schema>; vault: Vault },
  only?: string,
): Promise<VerifiedChain[]> {
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (trx) => {
      const chains = await findChains(trx);
      const verified: VerifiedChain[] = [];
      for (const chain of only === undefined ? chains : chains.filter((one) => one === only)) {
        const seals = await readSeals(trx, vault, chain);
        const read = await readEntries(trx, chain, seals.to);
        verified.push({ chain, ...read, faults: [...read.faults, ...seals.faults] });
      }
      return verified;
    });
}

async function readEntries(db: Kysely<Schema>, chain: string, sealedTo: number) {
  const reader = readChain();
  const faults: TrailFault[] = [];
  let entries = 0;
  for (;;) {
    const { position } = reader.end();
    const page = await findSealed(db, chain, position, atOnce);
    for (const entry of page) {
      faults.push(...reader.read(entry));
      if (entry.position > sealedTo) {
        const { position: at, id, act, at: moment } = entry;
        faults.push({ kind: "not-sealed", position: at, id, act, at: moment });
      }
    }
    entries += page.length;
    if (page.length < atOnce) break;
  }
  const end = reader.end();
  if (end.position < sealedTo) faults.push({ kind: "missing", from: end.position + 1, to: sealedTo });
  return { entries, end, faults };
}

async function readSeals(db: Kysely<Schema>, vault: Vault, chain: string) {
  const faults: TrailFault[] = [];
  let to = 0;
  for (;;) {
    const page = await findSeals(db, chain, to, atOnce);
    const hashes = await findHashesAt(
      db,
      chain,
      page.map((seal) => seal.to),
    );
    for (const seal of page) {
      if (seal.from !== to + 1) faults.push({ kind: "seal-gap", from: to + 1, to: seal.from - 1 });
      if (!isOurs(vault, seal, hashes.get(seal.to))) faults.push({ kind: "seal-false", position: seal.to });
      to = seal.to;
    }
    if (page.length < atOnce) return { to, faults };
  }
}

/** Where the entry itself is gone, that is told as missing, and the seal may still be right. */
function isOurs(vault: Vault, seal: Seal, hash: string | undefined): boolean {
  if (hash !== undefined && hash !== seal.hash) return false;
  return macOf(vault, seal).equals(seal.mac);
}
