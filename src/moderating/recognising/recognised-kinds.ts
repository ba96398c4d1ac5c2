import type { Reason } from "../claim.ts";
import type { RecognisedKind } from "../recognised.ts";
import type { Suggestion } from "../triage.ts";

const threats: readonly Reason[] = ["threat", "incitement", "death-wish", "group-violence"];
const scams: readonly Reason[] = ["scam", "loan", "recruiting-bait", "asked-for-money", "false-identity"];
const dataRequests: readonly Reason[] = ["data-protection", "data-breach", "image-of-person"];

/** What a suggestion makes of a message; undefined for questions, small talk and what only has to be answered. */
export function recognisedKind({ action, rule, because }: Suggestion): RecognisedKind | undefined {
  const holds = (reasons: readonly Reason[]) => because.some(({ reason }) => reasons.includes(reason));
  if (action === "crisis") return "distress";
  if (action === "pec") return "formal-act";
  if (holds(dataRequests)) return "data-request";
  if (holds(threats)) return "threat";
  if (holds(scams)) return "scam";
  return rule !== null && action !== "none" ? "breach" : undefined;
}

/**
 * Of which kinds somebody must hear at once. Distress and requests on data in any doubt, since one overlooked costs most;
 * a threat or a scam that is only possible waits in the queue with the rest.
 */
export function alertKinds(suggestions: readonly Suggestion[]): AlertKind[] {
  const kinds = suggestions.flatMap((suggestion): AlertKind[] => {
    const kind = recognisedKind(suggestion);
    if (kind === "distress" || kind === "data-request") return [kind];
    if (suggestion.confidence === "possible") return [];
    return kind === "threat" || kind === "scam" ? [kind] : [];
  });
  return [...new Set(kinds)];
}

export type AlertKind = Extract<RecognisedKind, "distress" | "threat" | "scam" | "data-request">;
