/** How much may pass: `perSecond` on average, `burst` at once. */
export interface Allowance {
  perSecond: number;
  burst: number;
}

export interface TokenBuckets {
  /** Takes one; gives 0 when it may pass, else the seconds after which it may be tried again. */
  take(key: string, now: Date): number;
}

// Enough for every key of a large installation; a full bucket is dropped first and loses nothing.
const keysMax = 10_000;

/** Bounds how often each key acts, in this process's memory: a guard against a runaway client, not an account book. */
export function openTokenBuckets(allowance: Allowance): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();

  function refilled(bucket: { tokens: number; at: number } | undefined, at: number): number {
    if (!bucket) return allowance.burst;
    const seconds = Math.max(at - bucket.at, 0) / 1000;
    return Math.min(bucket.tokens + seconds * allowance.perSecond, allowance.burst);
  }

  return {
    take(key, now) {
      const at = now.getTime();
      const tokens = refilled(buckets.get(key), at);
      // Deleted and set anew, so that the map keeps the order of last use.
      buckets.delete(key);
      if (buckets.size >= keysMax) buckets.delete(buckets.keys().next().value as string);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / allowance.perSecond);
    },
  };
}
