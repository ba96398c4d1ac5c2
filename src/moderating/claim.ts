import type { Action } from "./action.ts";
import type { Confidence } from "./confidence.ts";
import type { ContactKind } from "./detecting/contact-datum.ts";
import type { WordKind } from "./lexicons/all-lists.ts";
import type { CounterKind } from "./lexicons/counter-speech.ts";
import type { ActField } from "./lexicons/fields-of-acts.ts";
import type { DespairField } from "./lexicons/fields-of-despair.ts";
import type { WantField } from "./lexicons/fields-of-want.ts";
import type { HostilityKind } from "./lexicons/hostility.ts";
import type { Span } from "./reading/word.ts";
import type { RuleTopic } from "./rule.ts";

/** Why triage says what it says, as a word; the sentences for people are in `words/`. */
export type Reason =
  | Exclude<
      WordKind,
      | CounterKind
      | ActField
      | DespairField
      | WantField
      | "idiom"
      | "distress-idiom"
      | "call-to-click"
      | "politics"
      | "minor"
      | "scorn"
      | "mild-insult"
      | "lawful-warning"
      | "health"
      | "private-life"
      | "vulgar"
      | "thanks"
      | "agreement"
      | "follow"
    >
  | `group-${HostilityKind}`
  | ContactKind
  | "insult-mild"
  | "insult-of-named"
  | "health-of-person"
  | "own-health"
  | "gossip"
  | "minor-and-health"
  | "suspicious-link"
  | "unknown-link"
  | "repeated-within"
  | "repeated-before"
  | "politics-off-topic"
  | "idiom-of-distress"
  | "criticism"
  | "other-language"
  | "unreadable"
  | "picture-only"
  | "nothing-to-read"
  | "message-waits";

/** What one detector says. `topic` null: no rule is broken, and still something is to be done. */
export interface Claim {
  topic: RuleTopic | null;
  action: Action;
  confidence: Confidence;
  reason: Reason;
  spans: readonly Span[];
}
