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
  const matching = matches([authorityIds].flat(), search, page.now);
  const { most, skip = 0 } = page;
  // Each kind in the order of an index and no further than the page reaches: an authority keeps a year of them.
  const upTo = sql`limit ${skip + most}`;
  const { rows } = await sql<Selectable<ConversationTable> & { last_text: string | null }>`
    with distressed as materialized (
      select distinct a.authority_id, a.conversation_id as id from alert a
      where a.authority_id = any(${[authorityIds].flat()}) and a.kind = 'distress' and a.seen_at is null
        and a.conversation_id is not null
    ), ordered as (
      select 0 as tier, c.authority_id, c.id, c.waiting_since, c.leads_at, c.last_message_at
      from distressed d join conversation c on c.authority_id = d.authority_id and c.id = d.id
      where ${matching}
      union all
      select 1, w.* from unnest(${[authorityIds].flat()}::text[]) as one (id) cross join lateral (
        select c.authority_id, c.id, c.waiting_since, c.leads_at, c.last_message_at from conversation c
        where c.authority_id = one.id and c.waiting_since is not null and ${matching} and ${isCalm}
        order by c.leads_at, c.waiting_since, c.last_message_at desc, c.id ${upTo}) w
      union all
      select 2, r.* from unnest(${[authorityIds].flat()}::text[]) as one (id) cross join lateral (
        select c.authority_id, c.id, c.waiting_since, c.leads_at, c.last_message_at from conversation c
        where c.authority_id = one.id and c.waiting_since is null and ${matching} and ${isCalm}
        order by c.last_message_at desc, c.id ${upTo}) r
    ), page as (
      select row_number() over (order by tier, waiting_since is null, leads_at asc nulls last,
        waiting_since asc nulls last, last_message_at desc, id) as place, authority_id, id
      from ordered order by place limit ${most} offset ${skip}
    )
    select c.*, (select m.text from message m where m.authority_id = c.authority_id
        and m.conversation_id = c.id and m.removed_at is null and not m.is_automatic
        order by m.sent_at desc, m.external_id desc limit 1) as last_text
    from page join conversation c on c.authority_id = page.authority_id and c.id = page.id
    order by page.place`.execute(db);
  return rows.map(toEntry);
}

/** Nobody in it may be in distress, or somebody has seen to it. */
const isCalm = sql`not exists (select from distressed d where d.authority_id = c.authority_id and d.id = c.id)`;

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
    // What they took back was still said; heard_at spares looking where something stands.
    sql`(c.heard_at is not null or exists (select 1 from message m where m.authority_id = c.authority_id
      and m.conversation_id = c.id and m.direction = 'in'))`,
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
