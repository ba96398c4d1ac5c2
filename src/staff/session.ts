/** A browser in which somebody is signed in, as its owner sees it in the list. */
export interface Session {
  id: string;
  beganAt: Date;
  seenAt: Date;
  expiresAt: Date;
  /** What the browser calls itself. */
  agent: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A day at the office with its lunch break; a tab that refreshes itself does not count as use. */
export const idleMs = 8 * hourMs;
/** However busy: once a week one proves anew who one is. */
export const wholeMs = 7 * 24 * hourMs;
/** When it was last used is noted to the minute: not a write for every page. */
export const noteEveryMs = minuteMs;

export function isSessionOver(session: Pick<Session, "seenAt" | "expiresAt">, now: Date): boolean {
  return now >= session.expiresAt || now.getTime() - session.seenAt.getTime() >= idleMs;
}

export function isSeenToBeNoted({ seenAt }: Pick<Session, "seenAt">, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= noteEveryMs;
}
