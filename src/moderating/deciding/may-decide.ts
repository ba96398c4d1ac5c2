import type { DecidedMessage, EarlierDecision } from "./decided-message-store.ts";
import type { DecisionAction } from "./decision.ts";

/** Why a decision is not possible; the words are the desk's. */
export type DecisionRefusal =
  | "rule-missing"
  | "rule-not-in-force"
  /** At least ten letters: whoever is concerned reads them. */
  | "reason-too-short"
  /** Networks let nobody hide or delete private messages. */
  | "private-cannot-be-hidden"
  /** What a visitor posted on the Page itself is taken off there. */
  | "post-cannot-be-hidden"
  | "removed"
  | "already-hidden"
  | "not-hidden"
  | "person-unknown"
  /** Nobody is blocked who has not been warned before. */
  | "not-warned"
  | "already-blocked"
  | "not-blocked"
  /** A block ends on a day that is still to come, within a year. */
  | "block-without-end"
  | "account-off";

/** What decides about what may be decided. */
export interface DecisionFacts {
  kind: "comment-thread" | "visitor-post" | "private";
  /** The post itself, of what visitors write on the Page. */
  isPost: boolean;
  isRemoved: boolean;
  /** By a decision of ours that stands, or is about to be. */
  isHidden: boolean;
  isPersonKnown: boolean;
  isWarned: boolean;
  isBlocked: boolean;
}

/** What decides about a message, given the decisions about it and about whoever wrote it. */
export function factsOf(message: DecidedMessage, earlier: readonly EarlierDecision[]): DecisionFacts {
  const { hide, block, isWarned } = standingOf(message, earlier);
  return {
    kind: message.kind,
    isPost: message.kind === "visitor-post" && message.threadKey === message.externalId,
    isRemoved: message.removedAt !== null,
    isHidden: hide !== undefined,
    isPersonKnown: message.authorId !== null,
    isWarned,
    isBlocked: block !== undefined,
  };
}

/** What of the decisions before still stands: of this message the hiding, of its author the block. */
export function standingOf(
  { messageId }: Pick<DecidedMessage, "messageId">,
  earlier: readonly EarlierDecision[],
): { hide: EarlierDecision | undefined; block: EarlierDecision | undefined; isWarned: boolean } {
  const standing = earlier.filter(({ isStanding }) => isStanding);
  return {
    hide: standing.find((one) => one.action === "hide" && one.messageId === messageId),
    block: standing.find(({ action }) => action === "block"),
    isWarned: standing.some(({ action }) => action === "warn"),
  };
}

/** What stands against an action; undefined where nothing does. */
export function refusalOf(action: DecisionAction, facts: DecisionFacts): DecisionRefusal | undefined {
  switch (action) {
    case "none":
    case "answer":
    case "escalate":
    case "warn":
      return undefined;
    case "hide":
      return takenAway(facts) ?? (facts.isHidden ? "already-hidden" : undefined);
    case "delete":
      return takenAway(facts);
    case "unhide":
      return takenAway(facts) ?? (facts.isHidden ? undefined : "not-hidden");
    case "block":
      if (!facts.isPersonKnown) return "person-unknown";
      if (facts.isBlocked) return "already-blocked";
      return facts.isWarned ? undefined : "not-warned";
    case "unblock":
      if (!facts.isPersonKnown) return "person-unknown";
      return facts.isBlocked ? undefined : "not-blocked";
  }
}

function takenAway({ kind, isPost, isRemoved }: DecisionFacts): DecisionRefusal | undefined {
  if (kind === "private") return "private-cannot-be-hidden";
  if (isPost) return "post-cannot-be-hidden";
  return isRemoved ? "removed" : undefined;
}

/** What an earlier breach of the same person suggests; it is never done by itself. */
export function suggestedNext(before: readonly { action: DecisionAction; isStanding: boolean }[]): {
  action: "warn" | "block" | null;
} {
  const standing = before.filter(({ isStanding }) => isStanding).map(({ action }) => action);
  if (standing.includes("block")) return { action: null };
  if (standing.includes("warn")) return { action: "block" };
  const breaches = standing.filter((action) => action === "hide" || action === "delete");
  return { action: breaches.length > 0 ? "warn" : null };
}
