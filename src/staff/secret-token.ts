import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, for a session's cookie or in a one-time link; letters, digits, "-" and "_". */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of one: SHA-256 is enough, since there is nothing to guess. */
export function hashSecretToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
