import type { CountedKind, RetentionKind } from "../../../../conversing/retaining/retention.ts";

/** What the desk says of how long data is kept, in one language. */
export interface RetentionWords {
  title: string;
  lead: string;
  /** What no night takes, however old. */
  spared: string;
  authority: string;
  tonight: string;
  /** Before what the coming night would erase. */
  tonightLead: string;
  tonightNothing: string;
  nights: string;
  nightsLead: string;
  none: string;
  nothing: string;
  underWay: string;
  csv: string;
  terms: string;
  termsLead: string;
  months(count: number): string;
  /** What has the term, and from when it counts. */
  kinds: Record<RetentionKind, { name: string; from: string }>;
  /** "3 conversazioni private" */
  counted: Record<CountedKind, (count: number) => string>;
  /** First line of the CSV file. */
  columns: { night: string; began: string; ended: string } & Record<CountedKind, string>;
}
