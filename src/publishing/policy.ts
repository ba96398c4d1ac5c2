/**
 * The numbers of publishing, in one place. Production runs with `defaultPolicy`; benchmarks that must provoke hundreds
 * of uncertain ends shorten all pauses by one factor (`hurried`), which keeps their proportions.
 */
export interface PublishingPolicy {
  /**
   * Pauses before each look for a post whose end is uncertain. All of them must come back empty before it is sent
   * again, so their sum is the read-after-write delay of the network that we survive. At least one.
   */
  lookAfterMs: readonly [number, ...number[]];
  /** Bounds of the pause after a look that got no answer. */
  lookAgainMinMs: number;
  lookAgainMaxMs: number;
  /**
   * How much further back the last of these looks reaches, after which it is sent again. The moments of attempts are
   * our own clock's, which may have been set back since: by the right time a post is then older than its attempt.
   */
  lastLookReachesMs: number;
  retryFirstMs: number;
  retryMaxMs: number;
  /** A retry of one publication ends in a person's hands after this long. Waiting for the account has no such bound. */
  giveUpAfterMs: number;
  /** How often a disconnected account is asked whether its permission has come back by itself. */
  reconnectProbeMs: number;
  /** An uncertain publication holds back those behind it, to keep the portal's order, but no longer than this. */
  holdLineMs: number;
  /** How long a worker is believed to be alive without a sign. */
  leaseMs: number;
  /**
   * So many publications of an account at most are prepared ahead of their turn: what the network keeps for us it keeps
   * for a day, and what a slow pace sends next week need not be there today.
   */
  preparedAheadMax: number;
  /** A claim older than this is given back unsent: its process was asleep, and others may think it dead. */
  claimFreshMs: number;
}

const second = 1000;
const minute = 60 * second;

export const defaultPolicy: PublishingPolicy = {
  // 4 minutes in all. Facebook's own delay was seen to be seconds (graph-api.md section 21); a request that we gave up
  // after 20 s may still act later, and must be found by the last looks.
  lookAfterMs: [2 * second, 8 * second, 20 * second, 60 * second, 150 * second],
  lookAgainMinMs: 5 * second,
  lookAgainMaxMs: 5 * minute,
  lastLookReachesMs: 24 * 60 * minute,
  retryFirstMs: 5 * second,
  retryMaxMs: 15 * minute,
  giveUpAfterMs: 72 * 60 * minute,
  reconnectProbeMs: 5 * minute,
  holdLineMs: 10 * minute,
  leaseMs: 20 * second,
  preparedAheadMax: 10,
  claimFreshMs: 5 * second,
};

/** All pauses divided by `factor`; what guards against sleeping machines and wrong clocks is left alone. */
export function hurried(policy: PublishingPolicy, factor: number): PublishingPolicy {
  const [first, ...others] = policy.lookAfterMs;
  return {
    lookAfterMs: [first / factor, ...others.map((ms) => ms / factor)],
    lookAgainMinMs: policy.lookAgainMinMs / factor,
    lookAgainMaxMs: policy.lookAgainMaxMs / factor,
    lastLookReachesMs: policy.lastLookReachesMs,
    retryFirstMs: policy.retryFirstMs / factor,
    retryMaxMs: policy.retryMaxMs / factor,
    giveUpAfterMs: policy.giveUpAfterMs,
    reconnectProbeMs: policy.reconnectProbeMs / factor,
    holdLineMs: policy.holdLineMs / factor,
    leaseMs: policy.leaseMs / factor,
    preparedAheadMax: policy.preparedAheadMax,
    claimFreshMs: policy.claimFreshMs,
  };
}

/**
 * The pause before retry number `retries` (0 = the first): doubling, bounded, and spread by up to a fifth either way so
 * that many that failed together do not come back together. `chance` is a number in [0, 1).
 */
export function backoffMs(retries: number, policy: PublishingPolicy, chance: number): number {
  const doubled = policy.retryFirstMs * 2 ** Math.min(retries, 30);
  return Math.min(doubled, policy.retryMaxMs) * (0.8 + 0.4 * chance);
}
