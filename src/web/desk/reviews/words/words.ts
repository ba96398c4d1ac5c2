import type { JudgeResult } from "../../../../moderating/reviewing/decide-review.ts";
import type { ReviewOutcome } from "../../../../moderating/reviewing/review-store.ts";

/** What the pages of reviews say, in one language. Moments, days and names come already put into words. */
export interface ReviewsWords {
  title: string;
  lead: string;
  none: string;
  list: string;
  term: { by(day: string): string; over(day: string): string; none: string };
  own: string;
  one: {
    title: string;
    back: string;
    asked(moment: string): string;
    text: string;
    contact: string;
    contactHint: string;
    noContact: string;
    decision: string;
    action: string;
    rule: string;
    version(number: number, version: number): string;
    who: string;
    when: string;
    why: string;
    network: string;
    evidence: string;
    evidenceHint: string;
    noEvidence: string;
    noText: string;
    attachments: string;
    written(moment: string): string;
    toComment: string;
    ownDecision: string;
    judged(who: string, moment: string): string;
  };
  form: {
    title: string;
    outcome: string;
    outcomes: Record<ReviewOutcome, { name: string; effect: string }>;
    /** What overturning comes to, by what was decided. */
    givesBack: { hide: string; block: string; delete: string; warn: string };
    alsoBack: { hide: string; block: string };
    why: string;
    whyHint: string;
    confirm: string;
    faults: string;
    chooseOutcome: string;
    lost: string;
  };
  outcomes: Record<ReviewOutcome, string>;
  ends: Record<Exclude<JudgeResult["kind"], "judged">, string> & {
    judged: Record<ReviewOutcome, string>;
    next: string;
    noneLeft: string;
  };
}
