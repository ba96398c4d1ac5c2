import { type Kysely, sql, type Transaction } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { SealedEntry } from "./entry.ts";

/** The chain of what belongs to no authority. */
export const ofInstallation = "";

export interface Seal {
  chain: string;
  from: number;
  to: number;
  hash: string;
  mac: Buffer;
  sealedAt: Date;
}

/** Lets one process at a time seal; false while another does. Ends with the transaction. */
export async function lockSealing(trx: Transaction<Schema>): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('bacheca audit sealing')) as got`.execute(trx);
  return rows[0]?.got === true;
}

/** Whether something waits to be sealed. */
export async function isSealingDue(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom("audit_entry")
    .select("id")
    .where("position", "is", null)
    .limit(1)
    .execute();
  return row.length > 0;
}

/** What waits, in the order in which it was written. */
export async function findUnsealed(
  trx: Transaction<Schema>,
  most: number,
): Promise<Omit<SealedEntry, "position" | "previousHash" | "hash">[]> {
  const rows = await trx
    .selectFrom("audit_entry")
    .select(["id", "authority_id", "at", "by", "act", "subject", "detail"])
    .where("position", "is", null)
    .orderBy("seq")
    .limit(most)
    .execute();
  return rows.map(({ authority_id, ...rest }) => ({ ...rest, chain: authority_id ?? ofInstallation }));
}

/** Where a chain ends. */
export async function findEnd(
  trx: Kysely<Schema>,
  chain: string,
): Promise<{ position: number; hash: string } | undefined> {
  const { rows } = await sql<{ position: string; hash: string }>`
    select position, hash from audit_entry
    where coalesce(authority_id, '') = ${chain} and position is not null
    order by position desc limit 1`.execute(trx);
  return rows[0] && { position: Number(rows[0].position), hash: rows[0].hash };
}

/** Gives entries their places, in one statement. */
export async function saveSealed(trx: Transaction<Schema>, entries: readonly SealedEntry[]): Promise<void> {
  await sql`
    update audit_entry e set position = s.position, previous_hash = s.previous_hash, hash = s.hash
    from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ position }) => position)}::bigint[],
      ${entries.map(({ previousHash }) => previousHash)}::text[], ${entries.map(({ hash }) => hash)}::text[])
      as s (id, position, previous_hash, hash)
    where e.id = s.id`.execute(trx);
}

export async function insertSeal(trx: Transaction<Schema>, seal: Seal): Promise<void> {
  const { chain, from, to, hash, mac, sealedAt } = seal;
  await trx
    .insertInto("audit_seal")
    .values({
      chain,
      from_position: String(from),
      to_position: String(to),
      hash,
      mac,
      sealed_at: sealedAt,
    })
    .execute();
}

/** All chains there are, or were, since a chain may have lost all its entries. */
export async function findChains(db: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ chain: string }>`
    select chain from audit_seal
    union select coalesce(authority_id, '') from audit_entry where position is not null
    order by chain`.execute(db);
  return rows.map(({ chain }) => chain);
}

/** The entries of a chain behind a position, in order. */
export async function findSealed(
  db: Kysely<Schema>,
  chain: string,
  after: number,
  most: number,
): Promise<SealedEntry[]> {
  const { rows } = await sql<Omit<SealedEntry, "position"> & { position: string }>`
    select id, ${chain} as chain, position, at, by, act, subject, detail, previous_hash as "previousHash", hash
    from audit_entry
    where coalesce(authority_id, '') = ${chain} and position > ${after}
    order by position limit ${most}`.execute(db);
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

/** The seals of a chain behind a position, in order. */
export async function findSeals(
  db: Kysely<Schema>,
  chain: string,
  after: number,
  most: number,
): Promise<Seal[]> {
  const rows = await db
    .selectFrom("audit_seal")
    .selectAll()
    .where("chain", "=", chain)
    .where("to_position", ">", String(after))
    .orderBy("to_position")
    .limit(most)
    .execute();
  return rows.map((row) => ({
    chain: row.chain,
    from: Number(row.from_position),
    to: Number(row.to_position),
    hash: row.hash,
    mac: row.mac,
    sealedAt: row.sealed_at,
  }));
}

/** The hashes at these places of a chain. */
export async function findHashesAt(
  db: Kysely<Schema>,
  chain: string,
  positions: readonly number[],
): Promise<Map<number, string>> {
  if (positions.length === 0) return new Map();
  const { rows } = await sql<{ position: string; hash: string }>`
    select position, hash from audit_entry
    where coalesce(authority_id, '') = ${chain} and position = any(${[...positions]}::bigint[])`.execute(db);
  return new Map(rows.map(({ position, hash }) => [Number(position), hash]));
}
