/**
 * How often what people wrote is read again. While webhooks arrive reading finds nothing and becomes rare; what it finds
 * it should not have had to find, so it comes back soon until all is quiet again.
 */
export interface CatchUpPace {
  /** After something was found that no webhook told. */
  soonMs: number;
  /** At most this far apart. */
  latestMs: number;
  /** How far back the first reading of an account goes. */
  firstReachMs: number;
  /** Each reading begins so much before the end of the last: lists show things late, and clocks differ. */
  overlapMs: number;
  /** For how long one process is believed to be reading. */
  leaseMs: number;
  /** Steps of one reading at most; the rest is read the next time. */
  stepsMax: number;
}

const minute = 60_000;

export const defaultCatchUpPace: CatchUpPace = {
  soonMs: 2 * minute,
  latestMs: 30 * minute,
  firstReachMs: 24 * 60 * minute,
  overlapMs: 5 * minute,
  leaseMs: 5 * minute,
  stepsMax: 40,
};

/** The pause after a reading that found so much, when so many in a row had found nothing before it. */
export function pauseAfterReading(pace: CatchUpPace, found: number, quietBefore: number): number {
  if (found > 0) return pace.soonMs;
  return Math.min(pace.soonMs * 2 ** Math.min(quietBefore + 1, 16), pace.latestMs);
}
