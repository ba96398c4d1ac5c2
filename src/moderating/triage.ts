import type { Action } from "./action.ts";
import type { Claim, Reason } from "./claim.ts";
import { type Confidence, isSurer } from "./confidence.ts";
import type { TriageContext } from "./context.ts";
import { findDistress } from "./detecting/find-distress.ts";
import { findFormalActs } from "./detecting/find-formal-acts.ts";
import { findGroupHate } from "./detecting/find-group-hate.ts";
import { findOffTopic } from "./detecting/find-off-topic.ts";
import { findOffence } from "./detecting/find-offence.ts";
import { findPersonalData } from "./detecting/find-personal-data.ts";
import { findSelling } from "./detecting/find-selling.ts";
import { findTalk } from "./detecting/find-talk.ts";
import { findTalkOfPersons } from "./detecting/find-talk-of-persons.ts";
import { findThreats } from "./detecting/find-threats.ts";
import { keepCriticism } from "./detecting/keep-criticism.ts";
import { type Evidence, gatherEvidence } from "./evidence.ts";
import type { Span } from "./reading/word.ts";
import { type RuleTopic, ruleOf } from "./rule.ts";
import { starterRules } from "./starter-rules.ts";

/** One thing to be done and why: the words that led there, each with its reason. */
export interface Suggestion {
  topic: RuleTopic | null;
  /** The authority's number of the rule; null where no rule is broken. */
  rule: number | null;
  action: Action;
  confidence: Confidence;
  because: readonly { reason: Reason; spans: readonly Span[] }[];
}

export interface Triage {
  /** What is suggested above all; `none` where nothing is. */
  action: Action;
  /** The first one is the one followed; sorted by how much depends on it. */
  suggestions: readonly Suggestion[];
  /** Something here is not for a machine to settle: doubt, another language, a picture, a person in need. */
  needsPerson: boolean;
}

/** Beyond this a text is no comment; its beginning is read and a person sees the rest. */
const lettersMax = 100_000;
const becauseMax = 8;

/**
 * What a text might break, who should see it, and why. Deterministic, in time linear in the length; it decides nothing:
 * what may happen without a person says `mayActByItself` in `acting-alone.ts`.
 */
export function triage(text: string, context: TriageContext): Triage {
  return triageWithout(text, context);
}

/** The same with lines of the lists left out (see `lineOf`): for measuring how much rests on each. */
export function triageWithout(text: string, context: TriageContext, leftOut?: ReadonlySet<string>): Triage {
  const evidence = gatherEvidence(text.slice(0, lettersMax), leftOut);
  const hatred = findGroupHate(evidence);
  const claims = [
    ...findDistress(evidence),
    ...findThreats(evidence, hatred),
    ...findOffence(evidence),
    ...hatred,
    ...findPersonalData(evidence, context),
    ...findTalkOfPersons(evidence, context),
    ...findSelling(evidence, context),
    ...findFormalActs(evidence, context),
    ...findOffTopic(evidence, context),
    ...findTalk(evidence, context),
  ];
  const suggestions = suggestionsOf(
    doubtStrange(doubtMended(keepCriticism(claims, evidence), evidence)),
    context,
  );
  const [first] = suggestions;
  return { action: first?.action ?? "none", suggestions, needsPerson: isForPerson(suggestions, text) };
}

/** What rests on a word that was mended is likely at most. */
function doubtMended(claims: readonly Claim[], { words }: Evidence): readonly Claim[] {
  const mended = words.filter(({ isMended }) => isMended);
  if (mended.length === 0) return claims;
  return claims.map((claim): Claim => {
    const rests = claim.spans.some(({ from, to }) => mended.some((word) => word.from < to && from < word.to));
    return rests && claim.confidence === "certain" ? { ...claim, confidence: "likely" } : claim;
  });
}

const notRead: ReadonlySet<Reason> = new Set(["other-language", "unreadable", "nothing-to-read"]);
/** What says the same in every language. */
const withoutWords: ReadonlySet<Reason> = new Set([
  "mobile-number",
  "foreign-number",
  "landline-number",
  "e-mail",
  "iban",
  "tax-code",
  "suspicious-link",
  "unknown-link",
  "repeated-within",
  "repeated-before",
]);

/** A word of another language may only look like one of ours, and a sign alone may mean anything: no rule for sure. */
function doubtStrange(claims: readonly Claim[]): readonly Claim[] {
  if (!claims.some(({ reason }) => notRead.has(reason))) return claims;
  return claims.map(
    (claim): Claim =>
      claim.topic === null || withoutWords.has(claim.reason) ? claim : { ...claim, confidence: "possible" },
  );
}

function suggestionsOf(claims: readonly Claim[], context: TriageContext): Suggestion[] {
  const rules = context.rules ?? starterRules;
  const byAim = new Map<string, { claim: Claim; because: { reason: Reason; spans: readonly Span[] }[] }>();
  for (const claim of claims) {
    const key = `${claim.topic} ${claim.action}`;
    const known = byAim.get(key);
    const because = { reason: claim.reason, spans: claim.spans };
    if (!known) byAim.set(key, { claim, because: [because] });
    else {
      if (isSurer(claim.confidence, known.claim.confidence)) {
        known.claim = claim;
        known.because.unshift(because);
      } else known.because.push(because);
    }
  }
  return [...byAim.values()]
    .map(
      ({ claim, because }): Suggestion => ({
        topic: claim.topic,
        rule: claim.topic === null ? null : (ruleOf(claim.topic, rules)?.number ?? null),
        action: inChannel(claim.action, context),
        confidence: claim.confidence,
        because: because.slice(0, becauseMax),
      }),
    )
    .sort((a, b) => weightOf(b) - weightOf(a));
}

/** A private message cannot be hidden: it is answered, with the rule. */
function inChannel(action: Action, { channel }: TriageContext): Action {
  return channel === "message" && (action === "hide" || action === "delete") ? "answer" : action;
}

/** People in need first, then danger, then what harms by being seen, then the right door, then an answer. */
const weights: Record<Action, number> = {
  crisis: 70,
  escalate: 50,
  delete: 45,
  hide: 40,
  pec: 48,
  answer: 20,
  none: 0,
};
const byConfidence: Record<Confidence, number> = { certain: 8, likely: 4, possible: 0 };

function weightOf({ action, confidence, topic }: Suggestion): number {
  // A doubtful breach does not outweigh a formal act or a fault that somebody reports.
  const doubt = topic !== null && confidence === "possible" ? -4 : 0;
  return weights[action] + byConfidence[confidence] + doubt;
}

const strange: readonly Reason[] = [
  "other-language",
  "unreadable",
  "picture-only",
  "nothing-to-read",
  "idiom-of-distress",
  "criticism",
];

function isForPerson(suggestions: readonly Suggestion[], text: string): boolean {
  if (text.length > lettersMax) return true;
  const [first] = suggestions;
  if (!first) return false;
  if (first.action === "crisis" || first.action === "escalate" || first.confidence === "possible")
    return true;
  return suggestions.some(({ because }) => because.some(({ reason }) => strange.includes(reason)));
}
