import type { ConversationRule, RuleTopic } from "./rule.ts";
import { starterRules as english } from "./words/starter-rules-en.ts";
import { starterRules as italian } from "./words/starter-rules-it.ts";

const validFrom = "2026-12-01";

/** What usually happens on a breach; nothing acts by itself until the authority says so. */
const defaults: Record<RuleTopic, ConversationRule["defaultAction"]> = {
  opinion: "none",
  "personal-use": "answer",
  "fairness-and-privacy": "hide",
  "on-topic": "none",
  "private-facts": "hide",
  offence: "hide",
  advertising: "hide",
  copyright: "hide",
  "unlawful-acts": "escalate",
  flooding: "hide",
  propaganda: "hide",
  "false-identity": "escalate",
  links: "hide",
  "fund-raising": "hide",
};

const topics = Object.keys(defaults) as RuleTopic[];
const comoRules = 8;

function ruleFor(topic: RuleTopic, number: number): ConversationRule {
  return {
    number,
    topic,
    version: 1,
    validFrom,
    text: { it: italian[topic].text, en: english[topic].text },
    examples: { it: [...italian[topic].examples], en: [...english[topic].examples] },
    defaultAction: defaults[topic],
    mayActByItself: false,
  };
}

const all = topics.map((topic, index) => ruleFor(topic, index + 1));

/** The eight rules that the Province of Como publishes for its channels. */
export const starterRules: readonly ConversationRule[] = all.slice(0, comoRules);

/** Six more that most other bodies have and Como has not. */
export const optionalRules: readonly ConversationRule[] = all.slice(comoRules);
