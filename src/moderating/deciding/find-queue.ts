import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import { type MaskedPiece, maskPersonalData } from "./mask-personal-data.ts";

export interface QueuedComment {
  messageId: string;
  conversationId: string;
  accountId: string;
  action: string;
  rule: number | null;
  confidence: string | null;
  needsPerson: boolean;
  suggestions: unknown;
  sentAt: Date;
  /** The beginning of the text, personal data masked. */
  excerpt: MaskedPiece[];
}

export interface QueueSearch {
  /** Only what triage suggests this for. */
  action?: string;
  rule?: number;
}

const excerptMax = 240;

/**
 * Public comments that wait for a decision, the most harmful first: what breaks a rule, or must be seen by somebody. Plain
 * questions are the inbox's. What was decided, settled or removed is not there any more. `page` counts from 1.
 */
export async function findQueue(
  db: Kysely<Schema>,
  authorityId: string,
  search: QueueSearch = {},
  page: { number: number; size: number } = { number: 1, size: 30 },
): Promise<{ lines: QueuedComment[]; total: number }> {
  const { rows } = await sql<Omit<QueuedComment, "excerpt"> & { text: string | null; total: number }>`
    select t.message_id as "messageId", t.conversation_id as "conversationId", m.account_id as "accountId", t.action,
      t.rule, t.confidence, t.needs_person as "needsPerson", t.suggestions, m.sent_at as "sentAt", m.text,
      count(*) over ()::int as total
    from message_triage t
    join message m on m.authority_id = t.authority_id and m.id = t.message_id
    join conversation c on c.authority_id = t.authority_id and c.id = m.conversation_id
    where t.authority_id = ${authorityId} and t.settled_at is null and t.action <> 'none'
      and (t.action <> 'answer' or t.topic is not null) and c.kind <> 'private' and m.removed_at is null
      and (${search.action ?? null}::text is null or t.action = ${search.action ?? null})
      and (${search.rule ?? null}::int is null or t.rule = ${search.rule ?? null})
    order by array_position(array['crisis','escalate','delete','hide','pec','answer'], t.action),
      array_position(array['certain','likely','possible'], t.confidence), m.sent_at, t.message_id
    limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(db);
  return {
    lines: rows.map(({ text, total: _, ...line }) => ({
      ...line,
      excerpt: cut(maskPersonalData(text ?? "")),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** After masking: a cut before it could leave half a number. */
function cut(pieces: readonly MaskedPiece[]): MaskedPiece[] {
  const kept: MaskedPiece[] = [];
  let left = excerptMax;
  for (const piece of pieces) {
    if (left <= 0) break;
    if ("masked" in piece) kept.push(piece);
    else {
      const text = [...piece.text].slice(0, left).join("");
      left -= text.length;
      kept.push({ text });
    }
  }
  return kept;
}
