import type { PublicationState } from "../../publishing/publication.ts";

/** How the Page says what became of a button. */
export type Done =
  | "released"
  | "held"
  | "hastened"
  | "already-left"
  | "all-released"
  | "sent-again"
  | "discarded"
  | "all-discarded"
  | "removing"
  | "trying-wish-again"
  | "left-as-it-is"
  | "resumed"
  | "taken-on"
  | "nothing";

export interface TodayWords {
  title: string;
  updated(clock: string): string;
  stale: string;
  done: Record<Done, string>;
  allAuthorities: string;
  authorities: string;
  none: { title: string; detail: string };
  /** For those who look after it: no mail server is set. */
  noMail: string;
  noMailHow: string;
  answering: AnsweringWords;
  /** What is on the Page and closes within days; `day`: "venerdì 4", or with its hour. */
  closing: { title: string; lead: string; until(day: string): string };
  waiting: WaitingWords;
  numbers: Record<"title" | "published" | "open" | "held" | "unknown" | "refused", string>;
  latest: {
    title: string;
    none: string;
    noAccount: string;
    /** Leads to the Noticeboard. */
    all: string;
    attempts(count: number): string;
    seePost: string;
    /** Opens the question, asks it, and answers it with yes. */
    remove: string;
    removeAsked: string;
    removeYes: string;
    storyStays: string;
    storyOver: string;
    technical: string;
    newTab: string;
  };
  publication: PublicationWords;
  attempt: AttemptWords;
  places: PlacesWords;
}

/** Who waits for a person. */
export interface AnsweringWords {
  alerts: string;
  /** Of kinds that src/moderating/recognising/words/ does not name. */
  otherAlerts: Record<
    "escalation" | "raid" | "review-asked" | "review-due" | "review-late" | "other",
    string
  >;
  takeOn: string;
  openTalk: string;
  /** Of an alert about a review that is asked for. */
  openReviews: string;
  openModeration: string;
  /** One comment in moderation. */
  openComment: string;
  /** Folded alerts of one kind, which is named. */
  alike(count: number, kind: string): string;
  more(count: number): string;
  title: string;
  none: string;
  counts: Record<"waiting" | "overdue" | "dueToday" | "unassigned", string>;
  nobodyNamed: string;
  withoutText: string;
  waits: string;
}

/** What waits for a person. */
export interface WaitingWords {
  title: string;
  calm: string;
  /** While there is no account nothing goes out; `toDo` for whoever may connect one, `ask` for whoever may not. */
  noAccount: { title: string; told: string; toDo: string; ask: string };
  /** Where posts need nobody, but people do. */
  calmHere: string;
  toDo: string;
  flood(count: number): string;
  restored(count: number): string;
  publishAll(count: number): string;
  discardAll(count: number): string;
  showHeld(count: number): string;
  publish: string;
  /** Of one that would leave by itself, later. */
  publishNow: string;
  hold: string;
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
  sourceSilent(name: string): string;
  silent(lastNews: string): { happened: string; toDo: string };
  accountAiling(name: string): string;
  seeAccount: string;
  triesInVain(count: number): string;
  uncertain: string;
  late: string;
  /** A post that the network does not let be what it is wanted to be, and one that is not so for long. */
  wish: Record<"edit" | "remove", { stopped: string; late: string; lateToDo: string }>;
  tryWishAgain: string;
  leaveAsItIs: string;
  wantedText: string;
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
  /** What a published one is to become, as a sentence after that of its state; `why` is a sentence, too. */
  wish: Record<
    "edit" | "remove",
    { soon: string; again(why: string, moment: string): string; waiting: string; stopped: string }
  >;
  /** One word for each state, for the mark beside the sentence. */
  states: Record<PublicationState | "discarded", string>;
}

export interface AttemptWords {
  underWay: string;
  publish: Record<
    "started" | "published" | "processing" | "refused" | "retry" | "reconnect" | "unknown",
    string
  >;
  find: Record<"started" | "found" | "absent" | "processing" | "failed" | "no-answer", string>;
  edit: AmendmentWords;
  remove: AmendmentWords;
}

type AmendmentWords = Record<
  "started" | "done" | "gone" | "refused" | "retry" | "reconnect" | "unknown",
  string
>;

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
