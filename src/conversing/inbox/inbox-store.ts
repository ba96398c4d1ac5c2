import { type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import type { AnswerDeadline } from "../../authority/calendar/answer-deadline.ts";
import type { Schema } from "../../database/schema.ts";
import type { ConversationTable } from "../../database/schema-conversations.ts";
import type { ConversationKind, ConversationState, NeedsAnswer } from "./conversation.ts";
import { readDeadline } from "./warning-store.ts";

/** Which conversations are looked for; what is left out does not matter. */
export interface InboxSearch {
  /** The one of this id. */
  id?: string;
  states?: readonly ConversationState[];
  kind?: ConversationKind;
  officeId?: string;
  /** Null: nobody's. */
  assignee?: string | null;
  /** Words anywhere in a message or in a person's name. */
  text?: string;
  /** Those put off until later are left out unless wanted. */
  withSnoozed?: boolean;
  /** Only those put off until later. */
  onlySnoozed?: boolean;
  needsAnswer?: NeedsAnswer;
  /** Those for which no answer of ours is on its way. */
  isUnanswered?: boolean;
}

/** One line of the inbox. */
export interface InboxEntry {
  authorityId: string;
  id: string;
  accountId: string;
  kind: ConversationKind;
  state: ConversationState;
  needsAnswer: NeedsAnswer;
  personName: string | null;
  publicationId: string | null;
  officeId: string | null;
  assignee: string | null;
  lastText: string | null;
  lastMessageAt: Date;
  waitingSince: Date | null;
  deadline: AnswerDeadline | null;
  windowUntil: Date | null;
  humanUntil: Date | null;
  /** The earlier of promise and window. */
  leadsAt: Date | null;
  snoozedUntil: Date | null;
  snoozeReason: string | null;
  version: number;
}

/**
 * Whoever may be in distress first, until somebody has seen it; then what waits, by what is lost first and who waits
 * longest; then the others, newest first. Those in which only we spoke are left out.
 */
export async function findInbox(
  db: Kysely<Schema>,
  authorityIds: string | readonly string[],
  search: InboxSearch,
  page: { now: Date; most: number; skip?: number },
): Promise<InboxEntry[]> {
  const rows = await db
    .selectFrom("conversation as c")
    .selectAll("c")
    .select(
      sql<string | null>`(select m.text from message m where m.authority_id = c.authority_id
        and m.conversation_id = c.id and m.removed_at is null and not m.is_automatic
        order by m.sent_at desc, m.external_id desc limit 1)`.as("last_text"),
    )
    .where(matches([authorityIds].flat(), search, page.now))
    .orderBy(
      sql`c.id <> all (array(select a.conversation_id from alert a where a.authority_id = any(${[authorityIds].flat()})
        and a.kind = 'distress' and a.seen_at is null and a.conversation_id is not null))`,
    )
    .orderBy(sql`c.waiting_since is null`)
    .orderBy(sql`c.leads_at asc nulls last`)
    .orderBy(sql`c.waiting_since asc nulls last`)
    .orderBy("c.last_message_at", "desc")
    .orderBy("c.id")
    .limit(page.most)
    .offset(page.skip ?? 0)
    .execute();
  return rows.map(toEntry);
}

/** How many conversations these are. */
export async function countInbox(
  db: Kysely<Schema>,
  authorityIds: readonly string[],
  search: InboxSearch,
  now: Date,
): Promise<number> {
  if (authorityIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from conversation c
    where ${matches(authorityIds, search, now)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** An answer of a person that is on its way, and was written to their last words. */
const isBeingAnswered = sql`exists (select 1 from reply r where r.authority_id = c.authority_id
  and r.conversation_id = c.id and r.state in ('due','sending','unknown','waiting') and not r.is_automatic
  and r.answers_until is not distinct from c.heard_at)`;

function matches(authorityIds: readonly string[], search: InboxSearch, now: Date): RawBuilder<boolean> {
  const { states, kind, officeId, assignee, text, needsAnswer } = search;
  const isOff = sql`(c.snoozed_until is not null and c.snoozed_until > ${now})`;
  const isWaiting = states?.every((state) => state === "new" || state === "waiting-for-us");
  const conditions = [
    sql`c.authority_id = any(${authorityIds})`,
    sql`exists (select 1 from message m where m.authority_id = c.authority_id
      and m.conversation_id = c.id and m.direction = 'in')`,
    ...(search.id === undefined ? [] : [sql`c.id = ${search.id}`]),
    ...(states ? [sql`c.state = any(${states})`] : []),
    // Says what the states say already, for the index of those that wait.
    ...(isWaiting === true ? [sql`c.waiting_since is not null`] : []),
    ...(kind ? [sql`c.kind = ${kind}`] : []),
    ...(officeId === undefined ? [] : [sql`c.office_id = ${officeId}`]),
    ...(assignee === undefined ? [] : [sql`c.assignee is not distinct from ${assignee}`]),
    ...(needsAnswer ? [sql`c.needs_answer = ${needsAnswer}`] : []),
    ...(search.isUnanswered === true ? [sql`not ${isBeingAnswered}`] : []),
    ...(text ? [holdsText(text)] : []),
    ...(search.onlySnoozed === true ? [isOff] : search.withSnoozed === true ? [] : [sql`not ${isOff}`]),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function toEntry(row: Selectable<ConversationTable> & { last_text: string | null }): InboxEntry {
  return {
    authorityId: row.authority_id,
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    state: row.state,
    needsAnswer: row.needs_answer,
    personName: row.person_name,
    publicationId: row.publication_id,
    officeId: row.office_id,
    assignee: row.assignee,
    lastText: row.last_text,
    lastMessageAt: row.last_message_at,
    waitingSince: row.waiting_since,
    deadline: row.deadline === null ? null : readDeadline(row.deadline),
    windowUntil: row.window_until,
    humanUntil: row.human_until,
    leadsAt: row.leads_at,
    snoozedUntil: row.snoozed_until,
    snoozeReason: row.snooze_reason,
    version: row.version,
  };
}

function holdsText(text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql<boolean>`(c.person_name ilike ${pattern} or exists (select 1 from message m
    where m.authority_id = c.authority_id and m.conversation_id = c.id and m.text ilike ${pattern}))`;
}
