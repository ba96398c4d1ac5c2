/** How events are handled while a network waits at the door of the same process, and while nobody does. */
export interface Pace {
  /** Events of the next batch at most. */
  events: number;
  /** How long the others have their turn before it. */
  pauseMs: number;
}

/** Fewer than this at the door are answered in time without consideration. */
const manyPerSecond = 150;
/** As long as a batch may take: what it locks is locked for so long. */
const longestMs = 200;
const fewest = 10;
const most = 200;
/** Others have three quarters of the time, and what comes in meanwhile shares one batch: each batch costs by itself. */
const pausePerWork = 3;
const longestPauseMs = 500;

/** Enough to share one commit among many, few enough to learn from what they take. */
export const firstPace: Pace = { events: 50, pauseMs: 0 };

/**
 * @param done how many events the last batch had, and how long it took; one that was not full was the last
 * @param arriving requests at the door within the last second; 0 where the door is in another process
 */
export function paceAfter(pace: Pace, done: { events: number; ms: number }, arriving: number): Pace {
  const fitting = Math.floor((done.events * longestMs) / Math.max(done.ms, 1));
  const events = Math.min(Math.max(fitting, fewest), pace.events * 2, most);
  const pauseMs = arriving >= manyPerSecond ? Math.min(done.ms * pausePerWork, longestPauseMs) : 0;
  return { events, pauseMs };
}
