import type { ColumnType, Generated } from "kysely";

/** Tables of what people write and what is answered, as 0004-conversations.ts makes them. */
export interface ConversationTables {
  office: OfficeTable;
  conversation: ConversationTable;
  message: MessageTable;
  reply: ReplyTable;
  reply_attempt: ReplyAttemptTable;
  note: NoteTable;
  warning_told: WarningToldTable;
  notice_given: NoticeGivenTable;
}

type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

interface OfficeTable {
  authority_id: string;
  id: string;
  name: string;
  calendar: JsonWithDefault<unknown>;
  contacts: JsonWithDefault<unknown>;
  is_default: Generated<boolean>;
  stopped_at: Date | null;
}

export interface ConversationTable {
  authority_id: string;
  id: Generated<string>;
  account_id: string;
  kind: "comment-thread" | "visitor-post" | "private";
  thread_key: string;
  person_id: string | null;
  person_name: string | null;
  post_external_id: string | null;
  publication_id: string | null;
  office_id: string | null;
  state: "new" | "waiting-for-us" | "waiting-for-them" | "answered" | "closed";
  needs_answer: "yes" | "probably-not" | "no";
  assignee: string | null;
  began_at: Date;
  last_message_at: Date;
  heard_at: Date | null;
  acted_at: Date | null;
  answered_at: Date | null;
  waiting_since: Date | null;
  settled_until: Date | null;
  closed_at: Date | null;
  reopened_at: Date | null;
  asked_back_at: Date | null;
  deadline: OptionalJson<unknown>;
  due_at: Date | null;
  due_on: string | null;
  window_until: Date | null;
  human_until: Date | null;
  private_reply_until: Date | null;
  leads_at: Date | null;
  next_warning_at: Date | null;
  snoozed_until: Date | null;
  snooze_reason: string | null;
  held_by_app: string | null;
  held_at: Date | null;
  blocked_at: Date | null;
  version: Generated<number>;
  changed_by: string | null;
  changed_at: Date;
}

export interface MessageTable {
  authority_id: string;
  id: Generated<string>;
  account_id: string;
  conversation_id: string;
  external_id: string;
  direction: "in" | "out";
  author: "person" | "page" | "elsewhere";
  author_id: string | null;
  author_name: string | null;
  parent_external_id: string | null;
  text: string | null;
  versions: JsonWithDefault<unknown>;
  attachments: JsonWithDefault<unknown>;
  reaction: string | null;
  reaction_at: Date | null;
  is_automatic: Generated<boolean>;
  needs_answer: "yes" | "probably-not" | "no";
  sent_at: Date;
  is_dated: boolean;
  received_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
  hidden_at: Date | null;
  visibility_at: Date | null;
  answers_until: Date | null;
  event_ids: Generated<string[]>;
}

export interface ReplyTable {
  authority_id: string;
  id: Generated<string>;
  seq: ColumnType<string, never, never>;
  account_id: string;
  conversation_id: string;
  kind: "comment" | "private-reply" | "message";
  target: string;
  text: string;
  tag: "answer" | "human" | null;
  written_by: string | null;
  is_automatic: Generated<boolean>;
  asks_back: Generated<boolean>;
  answers_until: Date | null;
  state: "due" | "sending" | "sent" | "unknown" | "waiting" | "refused";
  own_id: string;
  next_step_at: Date | null;
  reason: string | null;
  detail: string | null;
  attempts: Generated<number>;
  attempt_id: string | null;
  looks: Generated<number>;
  retries: Generated<number>;
  first_tried_at: Date | null;
  last_tried_at: Date | null;
  uncertain_since: Date | null;
  external_id: string | null;
  written_at: Date;
  settled_at: Date | null;
  lease_until: Date | null;
}

interface ReplyAttemptTable {
  authority_id: string;
  id: string;
  reply_id: string;
  kind: "send" | "find";
  started_at: Date;
  finished_at: Date | null;
  outcome: string | null;
  reason: string | null;
  detail: string | null;
}

interface NoteTable {
  authority_id: string;
  id: Generated<string>;
  conversation_id: string;
  written_by: string;
  text: string;
  written_at: Date;
}

interface WarningToldTable {
  authority_id: string;
  conversation_id: string;
  waiting_since: Date;
  warning: string;
  told_to: "staff" | "head";
  told_at: Date;
  mailed_at: Date | null;
}

interface NoticeGivenTable {
  authority_id: string;
  account_id: string;
  person_id: string;
  given_at: Date;
}
