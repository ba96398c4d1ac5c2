import type { Confidence } from "../../../../moderating/confidence.ts";
import type { ContactKind } from "../../../../moderating/detecting/contact-datum.ts";
import type { CarriedReason } from "../moderation-store.ts";
import type { DecisionWords } from "./decision-words.ts";

/** What the moderation pages say, in one language. Moments, days and names come already put into words. */
export interface ModerationWords extends DecisionWords {
  title: string;
  /** Beside the number in the navigation, for a screen reader. */
  waiting(count: number): string;
  /** From elsewhere at the desk to what waits here. */
  toDecide: string;
  tabs: { label: string; queue: string; reviews: string };
  authorities: string;
  none: string;
  noneFound: string;
  list: string;
  lead: string;
  filter: {
    title: string;
    suggested: string;
    anySuggested: string;
    rule: string;
    anyRule: string;
    show: string;
    all: string;
  };
  pages: string;
  before: string;
  after: string;
  rule(number: number): string;
  /** Of a suggestion. */
  confidences: Record<Confidence, string>;
  needsPerson: string;
  under(title: string): string;
  otherPost: string;
  noWords: string;
  /** What stands in a list in the place of a person's data. */
  masked: Record<ContactKind, string>;
  comment: CommentWords;
  form: FormWords;
  latest: LatestWords;
  keys: {
    title: string;
    off: string;
    list: readonly (readonly [key: string, does: string])[];
    comment: readonly (readonly [key: string, does: string])[];
    review: readonly (readonly [key: string, does: string])[];
  };
}

interface CommentWords {
  back: string;
  by(name: string): string;
  someone: string;
  text: string;
  hidden: string;
  removed: string;
  edited: string;
  invisible: string;
  attachments: string;
  settledBy(name: string, moment: string): string;
  settled(moment: string): string;
  why: string;
  nothingFound: string;
  /** Read out where a number stands beside marked words. */
  note: string;
  others: string;
  about: string;
  post: string;
  item: string;
  talk: string;
  person: string;
  firstTime: string;
  unknownPerson: string;
  suggested: Record<"warn" | "block", string>;
  standing: string;
  over: string;
  until(day: string): string;
  thisOne: string;
  open: string;
  next: string;
  previous: string;
}

interface FormWords {
  title: string;
  quick: string;
  toDecision: string;
  what: string;
  rule: string;
  noRule: string;
  ruleHint: string;
  days: string;
  why: string;
  whyHint: string;
  offer: string;
  confirm: string;
  /** What is about to be confirmed: the action, and the rule as "6. …". */
  chosen(action: string, rule: string): string;
  closed: string;
  seen: string;
  seenHint: string;
  lost: string;
  faults: string;
}

interface LatestWords {
  title: string;
  none: string;
  byItself: string;
  by(name: string): string;
  formerColleague: string;
  states: {
    due: string;
    calling: string;
    again(why: string, moment: string): string;
    done: string;
    nothingToDo: string;
    gone: string;
    refused(why: string, toDo: string): string;
    overtaken(why: string): string;
  };
  carried: Record<CarriedReason, string>;
  notice: {
    none: string;
    wanted: string;
    due: string;
    sending: string;
    sent: string;
    unknown: string;
    waiting: string;
    refused: string;
    impossible(why: string): string;
    byRule: string;
  };
  see: string;
  undo: string;
  taken: string;
}
