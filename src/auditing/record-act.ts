import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";

/** Something that was done, by a person or by the product itself, and that must stay provable. */
export interface RecordedAct {
  /** Null: it concerns the installation as a whole. */
  authorityId: string | null;
  at: Date;
  /** Who of the staff; null where nobody did: the product itself, or somebody who is not signed in. */
  by: string | null;
  /** What, as words joined by hyphens: "comment-hidden". */
  act: string;
  /** To what: an id, or words that name it. No personal data beyond what the act itself is about. */
  subject: string;
  /** What else must be provable. Never a secret, never a whole text of a citizen: its hash. */
  detail?: Record<string, unknown>;
}

/** Enters an act in the trail. Part of the transaction of the act: the two stand or fall together. */
export async function recordAct(trx: Kysely<Schema>, act: RecordedAct): Promise<void> {
  const { authorityId, at, by, act: name, subject, detail } = act;
  await trx
    .insertInto("audit_entry")
    .values({ authority_id: authorityId, at, by, act: name, subject, detail: JSON.stringify(detail ?? {}) })
    .execute();
}
