import type { DecisionAction } from "../../../moderating/deciding/decision.ts";
import type { RegisterEntry } from "../../../moderating/registering/register-entry.ts";
import type { ReviewOutcome } from "../../../moderating/reviewing/review-store.ts";
import type { ReviewFault } from "../review-fault.ts";

/** What is said of decisions about comments: how one asks for another look, and how they are counted. */
export interface ModerationWords {
  /** What was done, of somebody's comment or profile. */
  actions: Record<DecisionAction, string>;
  byPerson: string;
  byItself: string;
  review: ReviewWords;
  register: RegisterWords;
  figures: FiguresWords;
}

export interface ReviewWords {
  title: string;
  lead: string;
  /** For whoever asked already. */
  follow: { title: string; text: string; show: string };
  code: string;
  codeHint: string;
  text: string;
  textHint(charactersMax: number): string;
  contact: string;
  contactHint: string;
  send: string;
  privacy: string;
  faults: Record<ReviewFault, string>;
  faultsTitle: string;
  taken: { title: string; text: string; next: string; see: string };
  unknown: { title: string; text: string };
  decision: {
    title: string;
    facts: string;
    code: string;
    action: string;
    rule: string;
    why: string;
    who: string;
    on: string;
  };
  ask: string;
  until(day: string): string;
  over(day: string): string;
  never: string;
  standing: string;
  askedOn(day: string): string;
  due(day: string): string;
  open: string;
  outcomes: Record<ReviewOutcome, string>;
  decidedOn(day: string): string;
  reason: string;
}

export interface RegisterWords {
  title: string;
  lead(authority: string): string;
  how: readonly string[];
  filters: string;
  rules: string;
  measures: string;
  months: string;
  all: string;
  period: string;
  measure: string;
  rule: string;
  version(rule: number, version: number): string;
  inVersion(version: number): string;
  count: string;
  found(lines: number): string;
  none: string;
  nothing: string;
  csv: string;
  reviews: Record<RegisterEntry["review"], string>;
}

export interface FiguresWords {
  title: string;
  lead(days: number): string;
  none: string;
  sums: string;
  what: string;
  number: string;
  measures: string;
  left: string;
  half: string;
  most: string;
  reviewed: string;
  changed: string;
  automatic: string;
  takenBack: string;
  byRule: string;
  bars: string;
  how: string;
  minutes(count: number): string;
  hours(count: number): string;
  days(count: number): string;
}
