import type { RuleTopic } from "../rule.ts";

/** The text and the examples of each rule in one language. */
export type RuleWords = Record<RuleTopic, { text: string; examples: readonly string[] }>;
