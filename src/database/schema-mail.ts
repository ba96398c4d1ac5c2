import type { ColumnType, Generated } from "kysely";

/** Tables of the mail to the staff, as the migration "mail" makes them. */
export interface MailTables {
  mail: MailTable;
  telling: TellingTable;
  trouble_told: TroubleToldTable;
  mail_choice: MailChoiceTable;
  mail_server: MailServerTable;
}

interface MailTable {
  id: Generated<string>;
  seq: ColumnType<string, never, never>;
  authority_id: string | null;
  member_id: string;
  address: string;
  name: string;
  why: "alert" | "warning" | "trouble" | "digest" | "invitation";
  is_urgent: boolean;
  subject: string;
  body: ColumnType<unknown, string | null | undefined, string | null>;
  sealed: Buffer | null;
  written_at: Date;
  state: Generated<"due" | "sending" | "unknown" | "sent" | "refused">;
  next_step_at: Date | null;
  lease_until: Date | null;
  attempts: Generated<number>;
  doubts: Generated<number>;
  detail: string | null;
  settled_at: Date | null;
}

interface TellingTable {
  authority_id: string;
  member_id: string;
  subject: string;
  mail_id: string | null;
  told_at: Date;
}

interface TroubleToldTable {
  authority_id: string;
  subject: string;
  name: string;
  told_at: Date;
}

interface MailChoiceTable {
  member_id: string;
  alerts: boolean;
  warnings: boolean;
  digest: boolean;
  digest_hour: number;
}

export interface MailServerTable {
  is_one: Generated<boolean>;
  rest_until: Date | null;
  failures: Generated<number>;
  reason: string | null;
  detail: string | null;
  since: Date | null;
  next_round_at: ColumnType<Date, Date | undefined, Date>;
  next_look_at: ColumnType<Date, Date | undefined, Date>;
}
