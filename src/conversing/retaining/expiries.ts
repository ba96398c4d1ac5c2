import type { Kysely, Transaction } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { countExpiredEvidence, emptyExpiredEvidence } from "./emptied-decision-store.ts";
import {
  countExpiredExtracts,
  countExpiredRows,
  eraseExpiredExtracts,
  eraseExpiredRows,
  type PlainKind,
} from "./expired-record-store.ts";
import {
  countExpiredAttachments,
  countExpiredDrafts,
  countExpiredTalk,
  eraseExpiredAttachments,
  eraseExpiredDrafts,
  eraseExpiredTalk,
} from "./expired-talk-store.ts";
import type { Counts, Expiring, RetentionKind } from "./retention.ts";

/** How one kind of thing ends: what would go, and letting some of it go. Both look through the same eyes. */
export interface Expiry {
  count(db: Kysely<Schema>, expiring: Expiring): Promise<Counts>;
  eraseSome(trx: Transaction<Schema>, expiring: Expiring, most: number): Promise<Counts>;
  /** How many in one transaction: so many that it is worth one, so few that nobody waits for it. */
  atOnce: number;
}

const talk = (kind: "privateMessages" | "comments"): Expiry => ({
  count: (db, expiring) => countExpiredTalk(db, expiring, kind),
  eraseSome: (trx, expiring, most) => eraseExpiredTalk(trx, expiring, kind, most),
  atOnce: 50,
});

const rows = (kind: PlainKind): Expiry => ({
  count: (db, expiring) => countExpiredRows(db, expiring, kind),
  eraseSome: (trx, expiring, most) => eraseExpiredRows(trx, expiring, kind, most),
  atOnce: 1_000,
});

/** In the order in which they are erased: files before the messages with which they would go, and so with counts. */
export const expiries: Record<RetentionKind, Expiry> = {
  attachments: { count: countExpiredAttachments, eraseSome: eraseExpiredAttachments, atOnce: 20 },
  drafts: { count: countExpiredDrafts, eraseSome: eraseExpiredDrafts, atOnce: 500 },
  events: rows("events"),
  privateMessages: talk("privateMessages"),
  comments: talk("comments"),
  notices: rows("notices"),
  extracts: { count: countExpiredExtracts, eraseSome: eraseExpiredExtracts, atOnce: 50 },
  evidence: { count: countExpiredEvidence, eraseSome: emptyExpiredEvidence, atOnce: 200 },
  feedback: rows("feedback"),
};
