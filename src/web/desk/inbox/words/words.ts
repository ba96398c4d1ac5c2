import type { ConversationKind, ConversationState } from "../../../../conversing/inbox/conversation.ts";
import type { Shut } from "../../../../conversing/open-remote.ts";
import type { AnswerWay } from "../../../../conversing/replying/answer-way.ts";
import type { ReplyState } from "../../../../conversing/replying/reply.ts";
import type { RecognisedKind } from "../../../../moderating/recognised.ts";
import type { InboxEnd } from "../inbox-end.ts";
import type { InboxGroup } from "../inbox-filter.ts";

/** What the Inbox says, in one language. Moments, days and names come already put into words. */
export interface InboxWords {
  title: string;
  /** Beside the number in the navigation, for a screen reader. */
  waiting(count: number): string;
  none: string;
  nothingWaits: string;
  noneFound: string;
  showAll: string;
  choose: string;
  list: string;
  back: string;
  toConversation: string;
  byGroup: string;
  groups: Record<InboxGroup, string>;
  search: string;
  text: string;
  kind: string;
  anyKind: string;
  office: string;
  anyOffice: string;
  authority: string;
  anyAuthority: string;
  find: string;
  pages: string;
  newer: string;
  older: string;
  kinds: Record<ConversationKind, string>;
  states: Record<ConversationState, string>;
  /** Read out when somebody writes, with a name behind it. */
  newMessage: string;
  someone: string;
  under(title: string): string;
  noWords: string;
  of(name: string): string;
  nobody: string;
  formerColleague: string;
  snoozedUntil(moment: string, reason: string): string;
  perhapsThanks: string;
  inNeed: string;
  replyMark: { open: string; refused: string };
  time: {
    /** The network's window ends before the promise. */
    window(moment: string): string;
    windowOver: string;
    alsoWindow(moment: string): string;
  };
  talk: {
    title: string;
    us: string;
    by(name: string): string;
    elsewhere: string;
    automatic: string;
    note: string;
    removed: string;
    hidden: string;
    edited: string;
    before(moment: string): string;
    answerThis: string;
    answersTo(name: string): string;
    invisible: string;
    attachments: string;
    reaction(sign: string): string;
    noText: string;
  };
  replyStates: Record<ReplyState, string>;
  reply: {
    title: string;
    /** With a name behind it. */
    answers: string;
    how: string;
    ways: Record<AnswerWay, string>;
    until(moment: string): string;
    whyNot: string;
    cannot: string;
    /** Nothing can be sent at all: why, and who mends it. */
    shut: Record<"off" | Shut, string>;
    /** What goes on all the same. */
    shutStill: string;
    toAccounts: string;
    handOff: string;
    telephone: string;
    pec: string;
    email: string;
    text: string;
    count(characters: number, most: number): string;
    divide(parts: number): string;
    divideAny: string;
    asksBack: string;
    send: string;
    keep: string;
    draft(moment: string): string;
    saved: string;
    notSaved: string;
    signedOut: string;
    meanwhile: string;
    restored: string;
  };
  suggestions: { title: string; insert: string; from: Record<"item" | "prepared" | "recognised", string> };
  recognised: {
    title: string;
    kinds: Record<RecognisedKind, { title: string; toDo: string }>;
    /** Further messages in which the same was recognised. */
    alike(count: number): string;
    words: string;
    rule(number: number): string;
    seenTo: string;
    notSo: string;
    toMessage: string;
  };
  /** Requests on personal data; `term`: "entro lunedì 28 dicembre". */
  requests: {
    title: string;
    term(term: string): string;
    late(term: string): string;
    open: string;
    handed(day: string, name: string): string;
    ended: Record<"answered" | "refused", (day: string, name: string) => string>;
    handOn: string;
    end: string;
    on: string;
    how: string;
    why: string;
    answered: string;
    refused: string;
    noRequest: string;
    personHeld: string;
  };
  presence: { looks(name: string): string; writes(name: string, since: string): string };
  acts: {
    title: string;
    toMe: string;
    close: string;
    reopen: string;
    thanks: string;
    needsAnswer: string;
    wake: string;
    next: string;
    assign: string;
    assignTo: string;
    nobody: string;
    hand: string;
    handTo: string;
    snooze: string;
    snoozeUntil: string;
    snoozeWhy: string;
    note: string;
    noteText: string;
    noteSave: string;
  };
  facts: {
    title: string;
    unknownPost: string;
    open: string;
    closed: string;
    withdrawn: string;
    publicPage: string;
    post: string;
    deskPage: string;
    earlier: string;
    /** Leads to the page of their data. */
    person: string;
    deadline: string;
    window: string;
    state: string;
    assignee: string;
    office: string;
  };
  ends: Record<InboxEnd, string>;
  sentNext(left: number): string;
  overtakenBy(name: string, moment: string): string;
  overtakenByThem(moment: string): string;
  tooLong(characters: number, most: number): string;
  lostText: string;
  keys: {
    title: string;
    off: string;
    all: readonly (readonly [key: string, does: string])[];
  };
}
