import { createHash } from "node:crypto";

/** One act as it stands in the chain of its authority, or of the installation ("" ). */
export interface SealedEntry {
  id: string;
  chain: string;
  /** From 1, without gaps. */
  position: number;
  at: Date;
  by: string | null;
  act: string;
  subject: string;
  detail: unknown;
  previousHash: string;
  hash: string;
}

/** What the first entry of a chain follows. */
export const beginning = "0".repeat(64);

/**
 * What an entry is worth: SHA-256 over all it says, its place and the hash before it, as hexadecimal digits. Anybody can
 * calculate it from an export; docs/operate/registro-atti.md says how.
 */
export function hashOf(entry: Omit<SealedEntry, "hash">): string {
  const { id, chain, position, at, by, act, subject, detail, previousHash } = entry;
  const said = [previousHash, chain, position, id, at.toISOString(), by, act, subject, inOneOrder(detail)];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** The same JSON with its keys in one order, since the database keeps its own. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, inOneOrder(inner)]);
}
