import { type Kysely, sql } from "kysely";
import type { Schema } from "../../database/schema.ts";
import type { Action } from "../action.ts";
import type { Confidence } from "../confidence.ts";
import { type MaskedPiece, maskedExcerpt } from "./mask-personal-data.ts";

export interface QueuedComment {
  messageId: string;
  conversationId: string;
  accountId: string;
  action: Action;
  rule: number | null;
  confidence: Confidence | null;
  needsPerson: boolean;
  sentAt: Date;
  /** The beginning of the text, personal data masked. */
  excerpt: MaskedPiece[];
}

export interface QueueSearch {
  /** Only what triage suggests this for. */
  action?: Action;
  rule?: number;
}

const excerptMax = 240;

/** What waits: neither decided, settled nor removed. Plain questions are the inbox's. */
const waiting = (authorityIds: readonly string[], { action, rule }: QueueSearch) => sql`
  from message_triage t
  join message m on m.authority_id = t.authority_id and m.id = t.message_id
  join conversation c on c.authority_id = t.authority_id and c.id = m.conversation_id
  where t.authority_id = any(${[...authorityIds]}::text[]) and t.settled_at is null and t.action <> 'none'
    and (t.action <> 'answer' or t.topic is not null) and c.kind <> 'private' and m.removed_at is null
    and (${action ?? null}::text is null or t.action = ${action ?? null})
    and (${rule ?? null}::int is null or t.rule = ${rule ?? null})`;

/** The most harmful first, then the surest, then the oldest. */
const inOrder = sql`
  order by array_position(array['crisis','escalate','delete','hide','pec','answer'], t.action),
    array_position(array['certain','likely','possible'], t.confidence), m.sent_at, t.message_id`;

/**
 * Public comments that wait for a decision: what breaks a rule, or must be seen by somebody. `page` counts from 1.
 */
export async function findQueue(
  db: Kysely<Schema>,
  authorityId: string,
  search: QueueSearch = {},
  page: { number: number; size: number } = { number: 1, size: 30 },
): Promise<{ lines: QueuedComment[]; total: number }> {
  const { rows } = await sql<Omit<QueuedComment, "excerpt"> & { text: string | null; total: number }>`
    select t.message_id as "messageId", t.conversation_id as "conversationId", m.account_id as "accountId", t.action,
      t.rule, t.confidence, t.needs_person as "needsPerson", m.sent_at as "sentAt", m.text,
      count(*) over ()::int as total
    ${waiting([authorityId], search)} ${inOrder}
    limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(db);
  return {
    lines: rows.map(({ text, total: _, ...line }) => ({
      ...line,
      excerpt: maskedExcerpt(text ?? "", excerptMax),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** How many wait, in each of these authorities. */
export async function countQueue(
  db: Kysely<Schema>,
  authorityIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ authorityId: string; count: number }>`
    select t.authority_id as "authorityId", count(*)::int as count ${waiting(authorityIds, {})} group by 1`.execute(
    db,
  );
  return new Map(rows.map(({ authorityId, count }) => [authorityId, count]));
}

/** What stands before and behind a comment in the queue; behind one that is not in it, the first. */
export async function findQueuedAround(
  db: Kysely<Schema>,
  { authorityId, messageId }: { authorityId: string; messageId: string },
  search: QueueSearch = {},
): Promise<{ isIn: boolean; before: string | null; after: string | null; total: number }> {
  interface Row {
    id: string;
    before: string | null;
    after: string | null;
    total: number;
  }
  const { rows } = await sql<Row>`
    with queue as (
      select t.message_id as id, row_number() over (${inOrder}) as place, count(*) over ()::int as total
      ${waiting([authorityId], search)})
    select q.id, before.id as before, after.id as after, q.total from queue q
    left join queue before on before.place = q.place - 1
    left join queue after on after.place = q.place + 1
    where q.id = ${messageId} or q.place = 1
    order by q.id = ${messageId} desc limit 1`.execute(db);
  const [row] = rows;
  if (!row) return { isIn: false, before: null, after: null, total: 0 };
  const { id, before, after, total } = row;
  return id === messageId
    ? { isIn: true, before, after, total }
    : { isIn: false, before: null, after: id, total };
}
