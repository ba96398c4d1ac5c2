import type { Action } from "./action.ts";
import type { Confidence } from "./confidence.ts";

/** What a message was recognised as, beyond a question to be answered. */
export type RecognisedKind = "distress" | "threat" | "scam" | "data-request" | "formal-act" | "breach";

/** What triage made of one message, as the desk shows it. */
export interface Recognised {
  messageId: string;
  kind: RecognisedKind;
  action: Action;
  /** The authority's number of the rule that may be broken; null where none is. */
  rule: number | null;
  confidence: Confidence;
  /** The first reason first; `words`: the pieces of the text that led there. */
  because: readonly { reason: string; words: readonly string[] }[];
}
