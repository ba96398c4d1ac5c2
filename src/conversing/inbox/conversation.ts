/**
 * A thread of comments, what a visitor posted, or private messages with one person. How it stands is never moved from
 * state to state: it follows from its messages and from what people here have decided about it. So events may come in
 * any order, twice, or late, and it always comes to the same.
 */
export type ConversationKind = "comment-thread" | "visitor-post" | "private";

/**
 * new: nobody has answered them yet. waiting-for-us: they wrote again, or somebody here reopened it. waiting-for-them: our
 * answer asks something. answered, and closed: nothing to do until they write.
 */
export type ConversationState = "new" | "waiting-for-us" | "waiting-for-them" | "answered" | "closed";

/** probably-not: recognised as thanks or the like; a person confirms it or says that it needs one. */
export type NeedsAnswer = "yes" | "probably-not" | "no";

/** What counts of a message for how its conversation stands. */
export interface Said {
  direction: "in" | "out";
  sentAt: Date;
  isRemoved: boolean;
  /** Of what came in. */
  needsAnswer: NeedsAnswer;
  /** Of what we wrote: up to which moment it answers. An automatic notice answers nothing. */
  answersUntil: Date | null;
}

/** What people here have decided. */
export interface Decided {
  /** Everything they wrote up to then is closed, since `closedAt`. */
  settledUntil: Date | null;
  closedAt: Date | null;
  /** Wanted answered since then, whatever was said before. */
  reopenedAt: Date | null;
  /** The answer of that moment asks something. */
  askedBackAt: Date | null;
}

export interface ConversationStanding {
  state: ConversationState;
  needsAnswer: NeedsAnswer;
  /** When the oldest message that waits for an answer was written; null where none waits. */
  waitingSince: Date | null;
  beganAt: Date;
  lastMessageAt: Date;
  /** Their last words that are still there. */
  heardAt: Date | null;
  answeredAt: Date | null;
}

/** How a conversation stands. `said` holds one message at least, in any order. */
export function standingOf(said: readonly Said[], decided: Decided): ConversationStanding {
  const heard = said.filter(({ direction, isRemoved }) => direction === "in" && !isRemoved);
  const answers = said.filter(({ answersUntil, isRemoved }) => answersUntil !== null && !isRemoved);
  const answeredAt = latest(answers.map(({ sentAt }) => sentAt));
  const answeredUntil = latest(answers.map(({ answersUntil }) => answersUntil));
  const unanswered = heard.filter(
    ({ sentAt }) => isAfter(sentAt, answeredUntil) && isAfter(sentAt, decided.settledUntil),
  );
  const waiting = unanswered.filter(({ needsAnswer }) => needsAnswer === "yes").map(({ sentAt }) => sentAt);
  const isReopened = decided.reopenedAt !== null && isAfter(decided.reopenedAt, answeredAt);
  const waitingSince = earliest(isReopened ? [...waiting, decided.reopenedAt] : waiting);
  const times = said.map(({ sentAt }) => sentAt);
  return {
    state: stateOf(waitingSince, answeredAt, decided),
    needsAnswer: waitingSince ? "yes" : unanswered.some(isUndecided) ? "probably-not" : "no",
    waitingSince,
    beganAt: earliest(times) as Date,
    lastMessageAt: latest(times) as Date,
    heardAt: latest(heard.map(({ sentAt }) => sentAt)),
    answeredAt,
  };
}

function stateOf(waitingSince: Date | null, answeredAt: Date | null, decided: Decided): ConversationState {
  const { closedAt, reopenedAt, askedBackAt } = decided;
  if (waitingSince) return answeredAt || closedAt || reopenedAt ? "waiting-for-us" : "new";
  if (!answeredAt || (closedAt && !isAfter(answeredAt, closedAt))) return "closed";
  return askedBackAt && !isAfter(answeredAt, askedBackAt) ? "waiting-for-them" : "answered";
}

function isUndecided({ needsAnswer }: Said): boolean {
  return needsAnswer === "probably-not";
}

function isAfter(moment: Date, other: Date | null): boolean {
  return other === null || moment > other;
}

export function latest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((found, one) => (one && (!found || one > found) ? one : found), null);
}

export function earliest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((found, one) => (one && (!found || one < found) ? one : found), null);
}
