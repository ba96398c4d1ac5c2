import { createHash } from "node:crypto";

/** What was decided about, as it was when it was decided. Nobody's name, and nobody's id but as a keyed hash. */
export interface KeptEvidence {
  channel: string;
  accountId: string;
  /** The network's ids. */
  messageId: string;
  postId: string | null;
  /** Hexadecimal; null where the network does not tell who wrote. */
  personHash: string | null;
  /** ISO 8601, in Greenwich. */
  sentAt: string;
  receivedAt: string;
  text: string | null;
  /** Kinds of what was attached: "photo", "video"… */
  attachments: readonly string[];
}

/** The one way in which evidence is written: keys in the order of their letters, no space. What is hashed is this text. */
export function canonicalEvidence(evidence: KeptEvidence): string {
  return JSON.stringify(Object.fromEntries(Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** SHA-256 of the canonical text, in UTF-8, hexadecimal. */
export function hashOfEvidence(evidence: KeptEvidence): string {
  return createHash("sha256").update(canonicalEvidence(evidence)).digest("hex");
}
