import type { Insertable } from "kysely";
import type { Database } from "../src/database/database.ts";
import type { Schema } from "../src/database/schema.ts";
import { newDecisionCode } from "../src/moderating/deciding/decision-code.ts";

/** Rows of what was decided and handed over about what people wrote, for the same tests as retained-rows.ts. */

type Row<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

/** A decision to warn, carried out, about a message. */
export async function addDecision(
  { db }: Database,
  authorityId: string,
  at: Date,
  more: Row<"decision"> = {},
): Promise<string> {
  const { id } = await db
    .insertInto("decision")
    .values({
      ...{
        authority_id: authorityId,
        code: newDecisionCode(),
        account_id: "pagina",
        channel: "facebook-page",
      },
      ...{
        target: "m",
        is_private: false,
        action: "none",
        reason: "Ripetuto più volte.",
        is_automatic: false,
      },
      ...{ decided_by: "marco", decided_at: at, seen_at: at, settled_at: at, state: "done", notice: "none" },
      ...{ evidence: JSON.stringify({ text: "Parole" }), evidence_hash: "0".repeat(64), ...more },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A review of such a decision, decided already unless said otherwise. */
export async function addReview(
  { db }: Database,
  authorityId: string,
  decisionId: string,
  at: Date,
  more: Row<"decision_review"> = {},
): Promise<void> {
  const end = { outcome: "upheld", reason: "Resta com'era.", decided_by: "giulia", decided_at: at } as const;
  await db
    .insertInto("decision_review")
    .values({
      ...{ authority_id: authorityId, decision_id: decisionId, first_by: "marco", asked_at: at },
      ...{ text: "Vi chiedo di rivederla", contact: Buffer.from("sealed"), ...end, ...more },
    })
    .execute();
}

/** An extract of a conversation, with the name of a file that somebody sent. */
export async function addExtract(
  { db }: Database,
  authorityId: string,
  { conversationId, person, at }: { conversationId: string; person: string; at: Date },
  more: Row<"extract"> = {},
): Promise<string> {
  const file = { name: "conversazione.pdf", bytes: 3, crc32: 0, sha256: "0".repeat(64), attachmentId: null };
  const { id } = await db
    .insertInto("extract")
    .values({
      ...{ authority_id: authorityId, conversation_id: conversationId, account_id: "pagina" },
      ...{ channel: "facebook-page", person_ids: [person], made_at: at, made_by: "Marco" },
      ...{ made_by_id: crypto.randomUUID(), format: 1, messages: 1, sha256: "1".repeat(64), bytes: 3 },
      ...{ files: JSON.stringify([file]), ...more },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("extract_piece")
    .values({
      ...{ authority_id: authorityId, extract_id: id, file: "conversazione.pdf" },
      ...{ ordinal: 1, content: Buffer.from("pdf") },
    })
    .execute();
  return id;
}
