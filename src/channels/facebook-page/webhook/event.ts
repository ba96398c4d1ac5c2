import { createHash } from "node:crypto";
import type { EventKind, EventReading } from "../../conversing.ts";

/** Where a piece of a delivery stands: in the entry of one Page. */
export interface Place {
  pageId: string;
  /** When the delivery was made: the time of what has none of its own. */
  sentAt: Date;
}

/** What one piece of a delivery says, before it gets its key. */
export interface ReadEvent {
  kind: EventKind;
  happenedAt: Date;
  reading: EventReading;
  /** What makes this happening different from every other of its kind on this Page; parts may be missing. */
  sameness: readonly unknown[];
}

/**
 * The same for each delivery of one happening. A hash, because of its bounded length, and because keys outlive the
 * people whose ids they were made of.
 */
export function eventKey(kind: EventKind, sameness: readonly unknown[]): string {
  const parts = JSON.stringify(sameness.map((part) => part ?? null));
  return `${kind}:${createHash("sha256").update(parts).digest("base64url").slice(0, keyCharacters)}`;
}

/** 168 bits: no two happenings will ever meet. */
const keyCharacters = 28;
