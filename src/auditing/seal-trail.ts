import type { Kysely, Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Clock } from "../platform/clock.ts";
import type { Log } from "../platform/log.ts";
import type { Vault } from "../platform/vault.ts";
import { beginning, hashOf, type SealedEntry } from "./entry.ts";
import { findEnd, findUnsealed, insertSeal, lockSealing, saveSealed } from "./trail-store.ts";

export interface TrailTools {
  db: Kysely<Schema>;
  vault: Vault;
  clock: Clock;
  log: Log;
}

const atOnce = 1_000;

/**
 * Chains what was entered since the last time, each authority's acts in a chain of their own. Acts are entered with no
 * place in the chain, so that those who publish at the same moment need not wait for each other; this gives them one
 * within a second. One process at a time does it; a second one finds it done. Gives how many were sealed.
 */
export async function sealTrail(tools: TrailTools): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await tools.db.transaction().execute((trx) => sealSome(tools, trx));
    sealed += count;
    if (count < atOnce) return sealed;
  }
}

async function sealSome(tools: TrailTools, trx: Transaction<Schema>): Promise<number> {
  if (!(await lockSealing(trx))) return 0;
  const entries = await findUnsealed(trx, atOnce);
  const chains = Map.groupBy(entries, ({ chain }) => chain);
  for (const [chain, its] of chains) await sealChain(tools, trx, chain, its);
  return entries.length;
}

type Unsealed = Awaited<ReturnType<typeof findUnsealed>>[number];

async function sealChain(
  { vault, clock, log }: TrailTools,
  trx: Transaction<Schema>,
  chain: string,
  entries: readonly Unsealed[],
): Promise<void> {
  const end = (await findEnd(trx, chain)) ?? { position: 0, hash: beginning };
  const sealed: SealedEntry[] = [];
  let { position, hash } = end;
  for (const entry of entries) {
    position += 1;
    const placed = { ...entry, position, previousHash: hash };
    hash = hashOf(placed);
    sealed.push({ ...placed, hash });
  }
  await saveSealed(trx, sealed);
  const seal = { chain, from: end.position + 1, to: position, hash, sealedAt: clock.now() };
  await insertSeal(trx, { ...seal, mac: macOf(vault, seal) });
  // Outside the database, so that a log kept elsewhere can prove how long the chain once was.
  if (Math.floor(position / 100) > Math.floor(end.position / 100) || end.position === 0)
    log.info({ chain, position, hash }, "the trail of acts was sealed up to here");
}

/** What only the holder of the installation's key can make of an end of a chain. */
export function macOf(
  vault: Pick<Vault, "fingerprint">,
  { chain, from, to, hash }: { chain: string; from: number; to: number; hash: string },
): Buffer {
  return vault.fingerprint(JSON.stringify([from, to, hash]), `audit:${chain}`);
}
