import type { AnswerWindows, MessageTag } from "../../channels/conversing.ts";
import type { ConversationKind } from "../inbox/conversation.ts";

/** How somebody can be answered: for everybody to read, once in private to a comment or post, in a private talk. */
export const answerWays = ["public", "private-reply", "message"] as const;
export type AnswerWay = (typeof answerWays)[number];

/** Why a way is closed; the words are in words/. */
export type ClosedReason =
  /** Nothing public was said that could be answered publicly. */
  | "nothing-public"
  /** There is no private talk with this person yet. */
  | "no-private-talk"
  | "removed"
  | "person-unknown"
  | "person-blocked"
  /** The network lets one private reply be written to each comment. */
  | "replied-privately"
  | "private-reply-over"
  /** The network's window is over, and it has not granted us the longer one of people. */
  | "window-over"
  /** Even the longer window is over. */
  | "human-window-over"
  /** The shorter window is over, and what writes itself may not use the longer. */
  | "automatic-too-late"
  | "held-by-another-app";

/** `tag`: how the network is to take it; null where it takes no tag. `until`: null = always. */
export type WayVerdict =
  | { kind: "open"; tag: MessageTag | null; until: Date | null }
  | { kind: "closed"; reason: ClosedReason };

/** What decides about the ways. */
export interface AnswerFacts {
  kind: ConversationKind;
  /** Whether a person here wrote the words, or they write themselves. */
  isAutomatic: boolean;
  /** What is answered: when it was written, and whether it is still there. Null: nothing they wrote is left. */
  answered: { sentAt: Date; isRemoved: boolean } | null;
  hasPrivateReply: boolean;
  isPersonKnown: boolean;
  isBlocked: boolean;
  isHeld: boolean;
  windowUntil: Date | null;
  humanUntil: Date | null;
  windows: Pick<AnswerWindows, "privateReplyMs">;
}

type Rule = (facts: AnswerFacts, now: Date) => WayVerdict;

/** Which call answers whom, and when it may not be made. */
const rules: Record<ConversationKind, Record<AnswerWay, Rule>> = {
  "comment-thread": {
    public: publicly,
    "private-reply": inPrivate,
    message: () => closed("no-private-talk"),
  },
  "visitor-post": { public: publicly, "private-reply": inPrivate, message: () => closed("no-private-talk") },
  private: {
    public: () => closed("nothing-public"),
    "private-reply": () => closed("nothing-public"),
    message,
  },
};

/** Every way with what stands against it, so that who writes sees what is still possible. */
export function waysToAnswer(facts: AnswerFacts, now: Date): Record<AnswerWay, WayVerdict> {
  const own = rules[facts.kind];
  return {
    public: own.public(facts, now),
    "private-reply": own["private-reply"](facts, now),
    message: own.message(facts, now),
  };
}

/** Below what was removed nothing can be written; somebody who is blocked still reads what stands below their words. */
function publicly({ answered }: AnswerFacts): WayVerdict {
  if (!answered || answered.isRemoved) return closed("removed");
  return { kind: "open", tag: null, until: null };
}

function inPrivate(facts: AnswerFacts, now: Date): WayVerdict {
  const { answered } = facts;
  if (!answered || answered.isRemoved) return closed("removed");
  if (!facts.isPersonKnown) return closed("person-unknown");
  if (facts.isBlocked) return closed("person-blocked");
  if (facts.hasPrivateReply) return closed("replied-privately");
  const until = new Date(answered.sentAt.getTime() + facts.windows.privateReplyMs);
  return now < until ? { kind: "open", tag: "answer", until } : closed("private-reply-over");
}

/** The tag for people is never put on words that no person wrote, and on none that need it not. */
function message(facts: AnswerFacts, now: Date): WayVerdict {
  const { windowUntil, humanUntil } = facts;
  if (!facts.isPersonKnown) return closed("person-unknown");
  if (facts.isBlocked) return closed("person-blocked");
  if (facts.isHeld) return closed("held-by-another-app");
  if (windowUntil && now < windowUntil) return { kind: "open", tag: "answer", until: windowUntil };
  if (facts.isAutomatic) return closed("automatic-too-late");
  if (humanUntil && now < humanUntil) return { kind: "open", tag: "human", until: humanUntil };
  return closed(humanUntil ? "human-window-over" : "window-over");
}

function closed(reason: ClosedReason): WayVerdict {
  return { kind: "closed", reason };
}
