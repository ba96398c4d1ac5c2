import { asksForPerson, mayActByItself } from "../acting-alone.ts";
import { removesFromSight } from "../action.ts";
import type { ConversationRule } from "../rule.ts";
import { type Triage, triage } from "../triage.ts";
import { type RuleVersion, rulesInForce } from "./rule-version.ts";

/** A text somebody wants to try on the rules, as if it had been written to the Page. */
export interface AskedText {
  text: string;
  channel: "comment" | "message";
  /** The post it would stand below. */
  postText?: string;
  /** By the rules of which day, as `2026-11-27`. */
  day: string;
}

/** Whether it would be hidden without a person, or why not. */
export type AloneAnswer =
  | "yes"
  /** Nothing is to be taken out of sight. */
  | "nothing-to-hide"
  /** Something here is for a person, whatever the rule says. */
  | "for-a-person"
  /** There is no rule for it, or the rule does not act by itself. */
  | "switched-off"
  | "not-certain"
  | "not-measured";

export interface TriedText {
  verdict: Triage;
  rules: readonly ConversationRule[];
  alone: AloneAnswer;
}

/** What the real triage makes of a text with the rules of that day. Nothing is kept, and nothing follows from it. */
export function tryText(
  asked: AskedText,
  versions: readonly RuleVersion[],
  ownHosts: readonly string[],
): TriedText {
  const { text, channel, postText, day } = asked;
  const rules = rulesInForce(versions, day);
  const verdict = triage(text, { channel, ownHosts, rules, ...(postText !== undefined && { postText }) });
  return { verdict, rules, alone: answerAlone(verdict, rules) };
}

function answerAlone({ suggestions, needsPerson }: Triage, rules: readonly ConversationRule[]): AloneAnswer {
  if (asksForPerson(suggestions)) return "for-a-person";
  const [first] = suggestions;
  if (!first || !removesFromSight(first.action)) return "nothing-to-hide";
  if (needsPerson) return "for-a-person";
  const rule = rules.find(({ number }) => number === first.rule) ?? null;
  if (!rule?.mayActByItself) return "switched-off";
  if (first.confidence !== "certain") return "not-certain";
  return mayActByItself(first, rule) ? "yes" : "not-measured";
}
