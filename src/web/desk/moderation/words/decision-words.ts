import type { DecisionAction } from "../../../../moderating/deciding/decision.ts";
import type { DecisionRefusal } from "../../../../moderating/deciding/may-decide.ts";
import type { RuleTopic } from "../../../../moderating/rule.ts";

/** What decisions are called, what stands against them, and what they come to, in one language. */
export interface DecisionWords {
  /** What is to be done, as one chooses it, and what then happens. */
  actions: Record<DecisionAction, { name: string; effect: string }>;
  /** What was decided, in a list. */
  decided: Record<DecisionAction, string>;
  refusals: Record<DecisionRefusal, string>;
  ends: EndWords;
  /** Reasons that may be used as they are. For whoever wrote, so in the language of the authority. */
  offers: {
    byTopic: Record<RuleTopic, string>;
    byAction: Record<Exclude<DecisionAction, "hide" | "delete" | "warn" | "block">, string>;
  };
}

interface EndWords {
  decided: Record<DecisionAction, string>;
  settled: string;
  settledBefore: string;
  next(left: number): string;
  noneLeft: string;
  undo: string;
  /** Nothing was chosen. */
  chooseAction: string;
  overtaken(who: string, moment: string, action: string): string;
  overtakenByItself(moment: string, action: string): string;
  edited: string;
  gone: string;
  restored: string;
}
