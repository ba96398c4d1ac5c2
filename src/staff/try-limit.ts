/** How many tries may fail at once, and how long until one more may. */
export interface TryLimit {
  burst: number;
  perMs: number;
}

const minuteMs = 60_000;

/**
 * Bounds on tries that fail. A browser that has signed a person in before has bounds of its own, so whoever guesses
 * from elsewhere, or behind the same proxy, never keeps that person out; on a new device they wait a minute at most
 * after the guessing has stopped.
 */
export const tryLimits = {
  /** From one address: an office shares one. */
  address: { burst: 20, perMs: minuteMs / 2 },
  /** For one e-mail address, from browsers it was never used in. */
  email: { burst: 10, perMs: minuteMs },
  /** From a browser it was used in. */
  device: { burst: 10, perMs: minuteMs / 2 },
  /** Codes after a right password: 3 of a million are right at any moment. */
  code: { burst: 5, perMs: 5 * minuteMs },
} as const satisfies Record<string, TryLimit>;

/** How full the measure is after the time that has passed. */
export function levelNow(kept: { level: number; at: Date }, limit: TryLimit, now: Date): number {
  const passedMs = Math.max(0, now.getTime() - kept.at.getTime());
  return Math.max(0, kept.level - passedMs / limit.perMs);
}

/** Whole seconds until one more try may be made; 0 = now. */
export function secondsToWait(level: number, limit: TryLimit): number {
  const over = level + 1 - limit.burst;
  return over <= 0 ? 0 : Math.ceil((over * limit.perMs) / 1000);
}
