import type { Installation } from "../../installation.ts";
import type { RetryReason } from "../../mailing/letter.ts";

/** What is looked at by `bacheca doctor`. */
export type CheckedPart =
  | "database"
  | "disk"
  | "clock"
  | "secret-key"
  | "public-address"
  | "source"
  | "account"
  | "work"
  | "mail";

/** One thing looked at. Words for people are made from `code` and `facts` where they are shown. */
export interface Check {
  part: CheckedPart;
  /** Which source or account: "valdilago/portale". */
  subject?: string;
  state: "ok" | "warning" | "fault";
  code: CheckCode;
  facts: Record<string, string>;
  /** Whose words explain it, where it is not ours to say: a source's fault, a channel's reason. */
  explainedBy?:
    | { fault: string }
    | { channel: string; reason: string }
    /** A permission or a task that is missing, by the network's own name. */
    | { channel: string; missing: string }
    | { mailServer: RetryReason };
}

export type CheckCode =
  | "database-ok"
  | "database-pending"
  | "disk-ok"
  | "disk-low"
  | "disk-unknown"
  | "clock-ok"
  | "clock-off"
  | "key-ok"
  | "key-first-use"
  | "key-another"
  | "address-missing"
  | "address-ok"
  | "address-not-https"
  | "address-silent"
  | "address-not-ours"
  | "no-source"
  | "source-ok"
  | "source-fault"
  | "no-account"
  | "account-ok"
  | "account-trouble"
  | "account-no-channel"
  | "account-sealed"
  | "work-ok"
  | "work-late"
  | "work-uncertain"
  | "work-held"
  | "work-refused"
  | "work-disconnected"
  | "mail-none"
  | "mail-ok"
  | "mail-trouble"
  | "mail-waiting"
  | "mail-refused"
  | "check-failed";

/** One part of the examination. May throw: the examination then says which part could not be looked at. */
export type Examine = (installation: Installation) => Promise<Check[]>;
