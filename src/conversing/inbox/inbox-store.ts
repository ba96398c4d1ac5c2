import { type Kysely, type Selectable, sql } from "kysely";
import type { AnswerDeadline } from "../../authority/calendar/answer-deadline.ts";
import type { Schema } from "../../database/schema.ts";
import type { ConversationTable } from "../../database/schema-conversations.ts";
import type { ConversationKind, ConversationState, NeedsAnswer } from "./conversation.ts";
import { readDeadline } from "./warning-store.ts";

/** Which conversations are looked for; what is left out does not matter. */
export interface InboxSearch {
  states?: readonly ConversationState[];
  kind?: ConversationKind;
  officeId?: string;
  /** Null: nobody's. */
  assignee?: string | null;
  /** Words anywhere in a message or in a person's name. */
  text?: string;
  /** Those put off until later are left out unless wanted. */
  withSnoozed?: boolean;
}

/** One line of the inbox. */
export interface InboxEntry {
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

/** Whoever may be in distress first, until somebody has seen it; then what waits, by what is lost first; then the others, newest first. Those in which only we spoke are left out. */
export async function findInbox(
  db: Kysely<Schema>,
  authorityId: string,
  search: InboxSearch,
  page: { now: Date; most: number; skip?: number },
): Promise<InboxEntry[]> {
  const { states, kind, officeId, assignee, text, withSnoozed } = search;
  const rows = await db
    .selectFrom("conversation as c")
    .selectAll("c")
    .select(
      sql<string | null>`(select m.text from message m where m.authority_id = c.authority_id
        and m.conversation_id = c.id and m.removed_at is null and not m.is_automatic
        order by m.sent_at desc, m.external_id desc limit 1)`.as("last_text"),
    )
    .where("c.authority_id", "=", authorityId)
    .where(
      sql<boolean>`exists (select 1 from message m where m.authority_id = c.authority_id
        and m.conversation_id = c.id and m.direction = 'in')`,
    )
    .$if(states !== undefined, (query) => query.where("c.state", "in", [...(states ?? [])]))
    .$if(kind !== undefined, (query) => query.where("c.kind", "=", kind ?? "private"))
    .$if(officeId !== undefined, (query) => query.where("c.office_id", "=", officeId ?? ""))
    .$if(assignee !== undefined, (query) =>
      query.where("c.assignee", "is not distinct from", assignee ?? null),
    )
    .$if(text !== undefined && text !== "", (query) => query.where(holdsText(text ?? "")))
    .$if(withSnoozed !== true, (query) =>
      query.where((eb) => eb.or([eb("c.snoozed_until", "is", null), eb("c.snoozed_until", "<=", page.now)])),
    )
    .orderBy(
      sql`c.id <> all (array(select a.conversation_id from alert a where a.authority_id = ${authorityId}
        and a.kind = 'distress' and a.seen_at is null and a.conversation_id is not null))`,
    )
    .orderBy(sql`c.waiting_since is null`)
    .orderBy(sql`c.leads_at asc nulls last`)
    .orderBy("c.last_message_at", "desc")
    .orderBy("c.id")
    .limit(page.most)
    .offset(page.skip ?? 0)
    .execute();
  return rows.map(toEntry);
}

function toEntry(row: Selectable<ConversationTable> & { last_text: string | null }): InboxEntry {
  return {
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
