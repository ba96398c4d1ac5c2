import type { Action } from "../action.ts";
import type { Reason } from "../claim.ts";
import type { Confidence } from "../confidence.ts";

/** What triage says, in one language: for the desk, where a person decides. */
export interface ModeratingWords {
  actions: Record<Action, string>;
  confidences: Record<Confidence, string>;
  /** What was found, and what to look at or do. */
  reasons: Record<Reason, string>;
  needsPerson: string;
}
