import type { ColumnType, Generated, GeneratedAlways } from "kysely";

/** Tables of rules, decisions and their reviews, as 0010-decisions.ts makes them. */
export interface DecisionTables {
  conversation_rule: ConversationRuleTable;
  decision: DecisionTable;
  decision_review: DecisionReviewTable;
  review_try: ReviewTryTable;
}

type Json = ColumnType<unknown, string, string>;
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
type RuleAction = "none" | "answer" | "hide" | "delete" | "escalate" | "pec" | "crisis";

export interface ConversationRuleTable {
  authority_id: string;
  number: number;
  version: number;
  topic: string;
  valid_from: string;
  is_withdrawn: Generated<boolean>;
  text: Json;
  examples: Json;
  default_action: RuleAction;
  may_act_by_itself: boolean;
  origin: "starter" | "file" | "desk";
  changed_by: string | null;
  changed_at: Date;
}

export interface DecisionTable {
  authority_id: string;
  id: Generated<string>;
  seq: ColumnType<string, never, never>;
  code: string;
  account_id: string;
  channel: string;
  message_id: string | null;
  target: string;
  is_private: boolean;
  action: "none" | "answer" | "hide" | "unhide" | "delete" | "warn" | "block" | "unblock" | "escalate";
  rule: number | null;
  rule_version: number | null;
  topic: string | null;
  reason: string;
  is_automatic: boolean;
  decided_by: string | null;
  decided_at: Date;
  decider: GeneratedAlways<string>;
  follows: string | null;
  seen_at: Date;
  evidence: OptionalJson;
  evidence_hash: string;
  person_hash: Buffer | null;
  person_sealed: Buffer | null;
  ends_at: Date | null;
  state: "due" | "calling" | "done" | "gone" | "refused" | "overtaken";
  step: "hide" | "show" | "remove" | "block" | "unblock" | null;
  next_step_at: Date | null;
  lease_until: Date | null;
  attempts: Generated<number>;
  retries: Generated<number>;
  attempt_at: Date | null;
  network_outcome: string | null;
  network_reason: string | null;
  network_detail: string | null;
  acted_at: Date | null;
  settled_at: Date | null;
  notice: "none" | "wanted" | "written" | "impossible";
  notice_way: "public" | "private-reply" | "message" | null;
  notice_why: string | null;
  notice_reply_id: string | null;
  review_until: Date | null;
  emptied_at: Date | null;
}

export interface DecisionReviewTable {
  authority_id: string;
  id: Generated<string>;
  decision_id: string;
  first_by: string;
  asked_at: Date;
  /** Null: its term is over. */
  text: string | null;
  contact: Buffer | null;
  due_on: string | null;
  due_at: Date | null;
  outcome: "upheld" | "overturned" | "partly" | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  follow: string | null;
}

interface ReviewTryTable {
  subject: Buffer;
  hour: Date;
  count: number;
}
