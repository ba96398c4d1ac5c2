import type { AnswerDeadline } from "../../authority/calendar/answer-deadline.ts";
import { type Audience, listenersOf, type Person } from "./audience.ts";

/** Something people are to be told of, each of them once. */
export interface News {
  /** What tells it from all others of its authority. */
  subject: string;
  from: AlertKey | WarningKey;
  topic: "alert" | "warning";
  /** Of an alert ("threat") or of a warning ("last-day"). */
  kind: string;
  audience: Audience;
  /** A life may be in danger: told at once, and whatever people chose. */
  isUrgent: boolean;
  raisedAt: Date;
  officeName: string | undefined;
  conversationId: string | undefined;
  /** Of a warning: when it ends. */
  deadline: AnswerDeadline | undefined;
  windowUntil: Date | undefined;
}

export interface AlertKey {
  alertId: string;
}

export interface WarningKey {
  conversationId: string;
  waitingSince: Date;
  warning: string;
}

/** Who hears of an alert. */
export function audienceOfAlert(kind: string): Audience {
  switch (kind) {
    case "escalation":
    case "data-request-late":
    case "review-late":
      return "heads";
    case "threat":
    case "scam":
    case "review-asked":
    case "review-due":
    case "raid":
      return { may: "moderate" };
    default:
      return { may: "answer" };
  }
}

export const isUrgentKind = (kind: string) => kind === "distress";

/** What one person was written of late. */
export interface Earlier {
  /** Letters of the last hour but the urgent ones, the newest last. */
  letters: readonly Date[];
  lastUrgentAt: Date | undefined;
}

/** One letter to one person, about all that they are to hear now. */
export interface PlannedLetter {
  person: Person;
  news: News[];
  isUrgent: boolean;
  /** The last for this hour: it says that there is more at the desk. */
  isLast: boolean;
}

export interface Round {
  letters: PlannedLetter[];
  /** Told without a letter, since they were written more than enough this hour. */
  unwritten: { personId: string; subject: string }[];
  /** Nobody has to hear of these any more. */
  done: News[];
}

const minuteMs = 60_000;
/** What comes together is told together. */
export const gatherMs = 10_000;
const pauseMs = minuteMs;
const lettersPerHour = 12;
/** News older than this is told by nobody: there was no mail, or it was away. */
export const tooOldMs = 24 * 60 * minuteMs;

/**
 * Who is written what now. Urgent: at once, but for those that follow within seconds, which come together. All else waits
 * until the oldest of it has gathered others, and for a minute from the last letter; above twelve in an hour the desk has
 * the rest. `isTold` by person and subject; what is left out waits for the next round.
 */
export function planRound(
  news: readonly News[],
  people: readonly Person[],
  known: { isTold(personId: string, subject: string): boolean; earlierOf(personId: string): Earlier },
  now: Date,
): Round {
  const round: Round = { letters: [], unwritten: [], done: [] };
  const listeners = new Map(news.map((one) => [one, listenersOfNews(one, people)]));
  const waiting = new Set<News>();
  for (const person of people) {
    const theirs = news.filter(
      (one) => listeners.get(one)?.includes(person) && !known.isTold(person.id, one.subject),
    );
    const earlier = known.earlierOf(person.id);
    const urgent = theirs.filter(({ isUrgent }) => isUrgent);
    if (isOver(earlier.lastUrgentAt, gatherMs, now)) write(round, person, urgent, true, false);
    else keep(waiting, urgent);
    planOrdinary(
      round,
      person,
      theirs.filter(({ isUrgent }) => !isUrgent),
      { earlier, waiting, now },
    );
  }
  round.done = news.filter((one) => !waiting.has(one));
  return round;
}

function planOrdinary(
  round: Round,
  person: Person,
  news: News[],
  { earlier, waiting, now }: { earlier: Earlier; waiting: Set<News>; now: Date },
): void {
  const oldest = Math.min(...news.map(({ raisedAt }) => raisedAt.getTime()));
  const hasGathered = now.getTime() - oldest >= gatherMs;
  if (!hasGathered || !isOver(earlier.letters.at(-1), pauseMs, now)) {
    keep(waiting, news);
    return;
  }
  const written = earlier.letters.length;
  if (written < lettersPerHour) write(round, person, news, false, written === lettersPerHour - 1);
  else for (const { subject } of news) round.unwritten.push({ personId: person.id, subject });
}

function write(round: Round, person: Person, news: News[], isUrgent: boolean, isLast: boolean): void {
  if (news.length > 0) round.letters.push({ person, news, isUrgent, isLast });
}

function keep(waiting: Set<News>, news: readonly News[]): void {
  for (const one of news) waiting.add(one);
}

function isOver(at: Date | undefined, pause: number, now: Date): boolean {
  return at === undefined || now.getTime() - at.getTime() >= pause;
}

function listenersOfNews({ audience, isUrgent, topic }: News, people: readonly Person[]): Person[] {
  return listenersOf(audience, people, ({ choice }) => {
    if (isUrgent) return true;
    return topic === "alert" ? choice.alerts : choice.warnings;
  });
}
