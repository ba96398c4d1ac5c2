import type { InboxEntry } from "../../conversing/inbox/inbox-store.ts";
import type { ShownRaid } from "../../moderating/raiding/read-raid.ts";

/** Whom somebody of the desk must see to, of one authority. */
export interface Answering {
  /** Nobody has taken them on yet; the gravest first, then the oldest. Cut to what fits a page. */
  alerts: OpenAlert[];
  /** Many breaches within minutes, going on now. */
  raid: ShownRaid | undefined;
  /** Of the alerts, all of them. */
  openAlerts: number;
  counts: AnsweringCounts;
  /** Those that wait, by what is lost first. Cut to a handful. */
  waiters: InboxEntry[];
}

export interface OpenAlert {
  id: string;
  kind: string;
  /** Null: it is about no conversation, or about one that is gone. */
  conversationId: string | null;
  /** The one message that led to it, where there is one. */
  messageId: string | null;
  personName: string | null;
  raisedAt: Date;
}

/** Kinds that cannot wait for their turn: a life, then safety, then what grows by the minute, then a term of the law that is over. */
export const gravestFirst: readonly string[] = ["distress", "threat", "raid", "data-request-late"];

/** Conversations; whoever is put off until later is not counted. */
export interface AnsweringCounts {
  waiting: number;
  /** Promise or window is over. */
  overdue: number;
  /** Promise or window ends before the local day does. */
  dueToday: number;
  /** Of those that wait: nobody's. */
  unassigned: number;
}
