/** What was counted of the probable breaches of the last minutes. */
export interface BreachCounts {
  breaches: number;
  /** People who wrote them. */
  people: number;
  /** People who wrote three or more. */
  repeaters: number;
  /** Those that triage is certain of, are comments, and nobody has seen to. */
  certain: number;
  /** Threats and calls to violence among them, which are to be passed on. */
  threats: number;
  /** Rules that would have acted by themselves on what waits, and are not switched on, by number. */
  switchable: readonly number[];
}

/** A stronger step that is offered; nothing is taken by itself. */
export type RaidStep =
  /** Hide these many at once, which all are certain. */
  | { kind: "hide-certain"; messages: number }
  /** Let these rules act by themselves, from today on. */
  | { kind: "let-act"; rules: readonly number[] }
  /** So many people wrote several: warn them, so that a block is possible. */
  | { kind: "warn-repeaters"; people: number }
  /** So many threats: keep them, tell whoever is responsible and the police. */
  | { kind: "report-threats"; messages: number }
  /** Say in public what the rules are and that they are applied. */
  | { kind: "remind-publicly" }
  /** On the network itself: who may comment, and its own filters. */
  | { kind: "limit-on-network" }
  /** One pair of eyes is not enough. */
  | { kind: "call-colleagues" };

/** Less than this share of what makes a raid is calm. */
const calmShare = 0.5;

/**
 * Whether a raid begins or ends: it begins with as many probable breaches within the authority's minutes as it says, and
 * ends when fewer than half of them came in such a time. In between nothing changes, so that one raid is one.
 */
export function raidChange({
  raidId,
  breaches,
  threshold,
}: {
  /** Null: none goes on. */
  raidId: string | null;
  breaches: number;
  threshold: number;
}): "begins" | "ends" | undefined {
  if (raidId === null) return breaches >= threshold ? "begins" : undefined;
  return breaches < threshold * calmShare ? "ends" : undefined;
}

const breachesEachMost = 15;

/** What can be offered, what protects people first. */
export function raidSteps(counts: BreachCounts): RaidStep[] {
  const { breaches, repeaters, certain, threats, switchable } = counts;
  return [
    ...(threats > 0 ? [{ kind: "report-threats" as const, messages: threats }] : []),
    ...(certain > 0 ? [{ kind: "hide-certain" as const, messages: certain }] : []),
    ...(switchable.length > 0 ? [{ kind: "let-act" as const, rules: switchable }] : []),
    ...(repeaters > 0 ? [{ kind: "warn-repeaters" as const, people: repeaters }] : []),
    { kind: "remind-publicly" },
    ...(breaches > breachesEachMost ? [{ kind: "call-colleagues" as const }] : []),
    { kind: "limit-on-network" },
  ];
}
