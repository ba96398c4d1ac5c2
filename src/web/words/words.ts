import type { Explanation, Format, Language } from "../../channels/channel.ts";
import type { Impossible } from "../../publishing/amendment.ts";
import type { SourceFault } from "../../sources/source.ts";
import type { ItemKind } from "../../watching/found-item.ts";
import type { AccountsWords } from "./accounts-words.ts";
import type { HookProblemName } from "./hook-problems.ts";
import type { TodayWords } from "./today-words.ts";

export interface Saying {
  title: string;
  detail: string;
}

/** Reasons that publishing itself gives; all others are the channel's and have their words there. */
export type OwnReason =
  | "flood"
  | "restored"
  | "by-hand"
  | "discarded"
  | "interrupted"
  | "gave-up"
  | "already-there-not-found"
  | "slept"
  | "processing"
  | "clip-impossible"
  | "machine-busy"
  | "format-unknown"
  /** Of a post that is to be changed or taken off. */
  | "said-gone"
  | "still-there"
  | Impossible
  | "disconnected"
  | "login-withdrawn"
  /** Of a channel this release does not have. */
  | "unexplained";

export type ProblemName =
  | "no-such-page"
  | "no-such-link"
  | "no-such-host"
  | "no-such-address"
  | "body-too-large"
  | "wrong-media-type"
  | "not-json"
  | "bad-request"
  | "database-away"
  | "our-fault"
  | "too-many-requests"
  | "key-missing"
  | "key-unknown"
  | "no-such-authority"
  | "idempotency-key-missing"
  | "idempotency-key-too-long"
  | "idempotency-key-reused"
  | "invalid-items"
  | "unknown-source"
  | "source-stopped"
  | "desk-needs-https"
  | "not-your-role"
  | "link-over"
  | "metrics-only-here"
  | "metrics-password"
  | "foreign-form"
  | HookProblemName;

/** All that the pages say to people in one language. Functions get numbers and moments already put into words. */
export interface Words {
  code: Language;
  other: { code: Language; name: string };
  skip: string;
  demo: { title: string; text: string };
  /** The ways between the pages of the desk; what is not of every day is folded away in groups. */
  nav: { label: string; more: string; groups: Record<"publishing" | "privacy" | "authority", string> };
  problems: Record<ProblemName, Saying>;
  /** Place of a fault in a body that is neither one item nor a list of items. */
  itemIdentity: string;
  /** A field of a push that is not there, and one of another type than JSON's `type` (string, number, object...). */
  requiredField: string;
  otherType: (type: string) => string;
  emptyTitle: string;
  backToDesk: string;
  kinds: Record<ItemKind, string>;
  /** In the middle of a sentence. */
  formats: Record<Format, string>;
  reasons: Record<OwnReason, Explanation>;
  faults: Record<SourceFault, Explanation>;
  generalFault: Explanation;
  times: {
    today(clock: string): string;
    yesterday(clock: string): string;
    tomorrow(clock: string): string;
    onDay(day: string, clock: string): string;
    justNow: string;
  };
  today: TodayWords;
  accounts: AccountsWords;
}
