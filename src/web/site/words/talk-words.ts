import type { FeedbackFault } from "../feedback.ts";

/** What is said of writing to the authority: who answers, when, by which rules. */
export interface TalkWords {
  /** "Se scrivi adesso, rispondiamo entro …": `by` is said by the calendar. */
  byNow(by: string): string;
  closedToday(nextDay: string): string;
  openToday: string;
  neverWorking: string;
  kept: {
    title: string;
    none(days: number): string;
    few(inTime: number, due: number, days: number): string;
    share(percent: number, inTime: number, due: number, days: number): string;
    late(count: number): string;
    unanswered(count: number): string;
    closed(count: number): string;
    how: string;
  };
  pec(office: string | undefined): string;
  pecLabel: string;
  notRegistered: string;
  noPec: string;
  offices: {
    title: string;
    hours: string;
    hoursOf(office: string): string;
    days: string;
    hour: string;
    noHours: string;
    unusual: string;
    only(hours: string): string;
    shut: string;
    address: string;
    telephone: string;
    email: string;
    pec: string;
  };
  scam: { title: string; signs: readonly string[]; report: string; reportLink: string };
}

export interface RulesWords {
  title: string;
  lead(authority: string): string;
  short: string;
  all: string;
  rule(number: number): string;
  version(version: number, day: string): string;
  from(version: number, day: string): string;
  examples: string;
  earlier: string;
  earlierNone: string;
  broken: string;
  brokenSteps: readonly string[];
  criticism: string;
  review: string;
  reviewText: readonly string[];
}

export interface FeedbackWords {
  title: string;
  lead: string;
  page: string;
  pageHint: string;
  text: string;
  textHint: string;
  contact: string;
  contactHint: string;
  /** For programs only; people never see the field. */
  trap: string;
  send: string;
  privacy: string;
  faults: Record<FeedbackFault, string>;
  faultsTitle: string;
  sent: { title: string; text(code: string): string; next: string };
}
