import type { Explanation, Format, Language } from "../../channels/channel.ts";
import type { PublicationState } from "../../publishing/publication.ts";
import type { SourceFault } from "../../sources/source.ts";
import type { ItemKind } from "../../watching/found-item.ts";
import type { HookProblemName } from "./hook-problems.ts";

export interface Saying {
  title: string;
  detail: string;
}

/** Reasons that publishing itself gives; all others are the channel's and have their words there. */
export type OwnReason =
  | "flood"
  | "restored"
  | "discarded"
  | "interrupted"
  | "gave-up"
  | "already-there-not-found"
  | "slept"
  | "disconnected"
  | "login-withdrawn"
  /** Of a channel this release does not have. */
  | "unexplained";

/** How the Page says what became of a button. */
export type Done =
  | "released"
  | "all-released"
  | "sent-again"
  | "discarded"
  | "all-discarded"
  | "resumed"
  | "nothing";

export type ProblemName =
  | "no-such-page"
  | "no-such-link"
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
  | "desk-only-here"
  | "desk-without-password"
  | "desk-password"
  | "desk-too-many-tries"
  | "metrics-only-here"
  | "foreign-form"
  | HookProblemName;

/** All that the pages say to people in one language. Functions get numbers and moments already put into words. */
export interface Words {
  code: Language;
  other: { code: Language; name: string };
  skip: string;
  demo: { title: string; text: string };
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
  facts: Record<"employer" | "place" | "contract" | "deadline" | "howToApply" | "reference", string>;
  attachments: string;
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
}

export interface TodayWords {
  title: string;
  updated(clock: string): string;
  stale: string;
  done: Record<Done, string>;
  allAuthorities: string;
  authorities: string;
  none: Saying;
  waiting: WaitingWords;
  numbers: Record<"title" | "published" | "open" | "held" | "unknown" | "refused", string>;
  latest: {
    title: string;
    none: string;
    noAccount: string;
    attempts(count: number): string;
    seePost: string;
    technical: string;
    newTab: string;
  };
  publication: PublicationWords;
  attempt: AttemptWords;
  places: PlacesWords;
}

/** What waits for a person. */
export interface WaitingWords {
  title: string;
  calm: string;
  toDo: string;
  flood(count: number): string;
  restored(count: number): string;
  publishAll(count: number): string;
  discardAll(count: number): string;
  showHeld(count: number): string;
  publish: string;
  sendAgain: string;
  discard: string;
  tryNow: string;
  /** What trying early costs, beside the button. */
  tryNowHarmless: string;
  tryNowRisky: string;
  held: string;
  refused: string;
  more(count: number): string;
  accountDisconnected(name: string): string;
  accountResting(name: string): string;
  since(moment: string): string;
  until(moment: string): string;
  sourceFault(name: string): string;
  triesInVain(count: number): string;
  uncertain: string;
  late: string;
}

export interface PublicationWords {
  due: string;
  planned(moment: string): string;
  retry(tries: number, moment: string): string;
  sending: string;
  processing: string;
  published(moment: string, tries: number): string;
  unknown(looks: number, moment: string): string;
  /** Uncertain while the account is at rest or disconnected. */
  unknownWaiting: string;
  waiting: string;
  held: string;
  /** Its pictures or its film are being made and brought to the network. */
  preparing: string;
  prepareAgain(moment: string): string;
  refused(moment: string): string;
  discarded(moment: string): string;
  removed(moment: string): string;
  /** One word for each state, for the mark beside the sentence. */
  states: Record<PublicationState | "discarded", string>;
}

export interface AttemptWords {
  underWay: string;
  publish: Record<
    "started" | "published" | "processing" | "refused" | "retry" | "reconnect" | "unknown",
    string
  >;
  find: Record<"started" | "found" | "absent" | "no-answer", string>;
  edit: string;
  remove: string;
}

/** Sources and accounts. */
export interface PlacesWords {
  title: string;
  sources: string;
  accounts: string;
  noSources: string;
  noAccounts: string;
  lastLook(moment: string): string;
  neverLooked: string;
  lastNews(moment: string): string;
  noNews: string;
  well: string;
  inTrouble: string;
  stopped: string;
  pushed: string;
  mended(kinds: number): string;
  lastPost(moment: string): string;
  noPost: string;
  states: Record<"active" | "resting" | "disconnected" | "off", string>;
}
