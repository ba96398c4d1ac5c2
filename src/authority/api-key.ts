import { createHash, randomBytes } from "node:crypto";

/**
 * The key with which a portal pushes: "bch_" and 256 random bits. Shown once, when it is made; the database keeps its
 * SHA-256 only, which is enough because there is nothing to guess.
 */
export function newApiKey(): string {
  return `bch_${randomBytes(32).toString("base64url")}`;
}

/** What the database keeps of a key. Also of a text that is no key at all, so that every try costs the same. */
export function hashApiKey(presented: string): Buffer {
  return createHash("sha256").update(presented).digest();
}
