import { z } from "zod";
import { actions } from "./action.ts";

/**
 * What a rule is about. Triage speaks of topics; the authority's own numbering says which of its rules that is.
 * The first eight are Como's, in its order; the others are optional.
 */
export const ruleTopics = [
  "opinion",
  "personal-use",
  "fairness-and-privacy",
  "on-topic",
  "private-facts",
  "offence",
  "advertising",
  "copyright",
  "unlawful-acts",
  "flooding",
  "propaganda",
  "false-identity",
  "links",
  "fund-raising",
] as const;
export type RuleTopic = (typeof ruleTopics)[number];

/** Where a breach goes at an authority that has not taken over the optional rule. */
export const topicWithout: Partial<Record<RuleTopic, RuleTopic>> = {
  "unlawful-acts": "offence",
  flooding: "on-topic",
  propaganda: "on-topic",
  "false-identity": "fairness-and-privacy",
  links: "advertising",
  "fund-raising": "advertising",
};

const inBothLanguages = <T extends z.ZodType>(of: T) => z.strictObject({ it: of, en: of });

/** One of the rules of conversation an authority publishes. A changed text is a new version with its own date. */
export const conversationRule = z.strictObject({
  number: z.number().int().min(1).max(99),
  topic: z.enum(ruleTopics),
  version: z.number().int().min(1),
  /** From which day it holds, as `2026-11-27`. */
  validFrom: z.iso.date(),
  text: inBothLanguages(z.string().trim().min(1).max(500)),
  /** What would break it, for readers: no sentence that somebody wrote. */
  examples: inBothLanguages(z.array(z.string().trim().min(1).max(200)).max(10)),
  defaultAction: z.enum(actions),
  /** Switched on by the authority; what confidence it takes besides is said in `acting-alone.ts`. */
  mayActByItself: z.boolean(),
});
export type ConversationRule = z.infer<typeof conversationRule>;

/** Rules as they are stored and edited: at least one, no number twice, no topic twice. */
export const conversationRules = z
  .array(conversationRule)
  .min(1)
  .refine((rules) => new Set(rules.map(({ number }) => number)).size === rules.length, "number-twice")
  .refine((rules) => new Set(rules.map(({ topic }) => topic)).size === rules.length, "topic-twice");

/** The rule of a topic, or of the topic it goes to where the authority has none of its own; null without either. */
export function ruleOf(topic: RuleTopic, rules: readonly ConversationRule[]): ConversationRule | null {
  const own = rules.find((rule) => rule.topic === topic);
  if (own) return own;
  const instead = topicWithout[topic];
  return rules.find((rule) => rule.topic === instead) ?? null;
}
