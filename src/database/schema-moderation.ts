import type { ColumnType, Generated } from "kysely";

/** Tables of what triage says, of alerts and of the trail of acts, as 0006-alerts-triage-audit.ts makes them. */
export interface ModerationTables {
  message_triage: MessageTriageTable;
  alert: AlertTable;
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
}

type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export interface MessageTriageTable {
  authority_id: string;
  message_id: string;
  conversation_id: string;
  action: "none" | "answer" | "hide" | "delete" | "escalate" | "pec" | "crisis";
  topic: string | null;
  rule: number | null;
  confidence: "certain" | "likely" | "possible" | null;
  needs_person: boolean;
  suggestions: JsonWithDefault<unknown>;
  judged_at: Date;
  settled_at: Date | null;
  settled_by: string | null;
  /** What the person who settled it said; null where a decision did, or nobody. */
  verdict: "seen-to" | "not-so" | null;
}

export interface AlertTable {
  authority_id: string;
  id: Generated<string>;
  kind: string;
  subject: string;
  account_id: string | null;
  conversation_id: string | null;
  message_id: string | null;
  detail: JsonWithDefault<unknown>;
  raised_at: Date;
  told_at: Date | null;
  seen_at: Date | null;
  seen_by: string | null;
}

export interface AuditEntryTable {
  id: Generated<string>;
  authority_id: string | null;
  seq: ColumnType<string, never, never>;
  at: Date;
  by: string | null;
  act: string;
  subject: string;
  detail: JsonWithDefault<unknown>;
  position: string | null;
  previous_hash: string | null;
  hash: string | null;
}

interface AuditSealTable {
  chain: string;
  to_position: string;
  from_position: string;
  hash: string;
  mac: Buffer;
  sealed_at: Date;
}
