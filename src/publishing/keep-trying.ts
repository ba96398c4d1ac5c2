import { setTimeout as sleep } from "node:timers/promises";
import { isConnectionError } from "../database/connection-error.ts";
import type { Log } from "../platform/log.ts";

const pauseMs = 200;

// When we are told to stop while the database is away: long enough for its restart, short enough for who waits for us.
const stoppingMs = 10_000;

/**
 * Repeats a statement while the database is away, for at most `forMs` (10 s once `stopping` is aborted). For what must not be forgotten: we know how an
 * attempt ended, and letting go of that knowledge would cost a search of the Page for minutes. Statements given here
 * must bear being carried out twice, since the answer to a commit can be lost like any other.
 */
export async function keepTrying<T>(
  statement: () => Promise<T>,
  forMs: number,
  tools: { log: Log; stopping: AbortSignal },
): Promise<T> {
  const until = performance.now() + forMs;
  let stopAt = Number.POSITIVE_INFINITY;
  for (;;) {
    if (tools.stopping.aborted) stopAt = Math.min(stopAt, performance.now() + stoppingMs);
    try {
      return await statement();
    } catch (error) {
      if (!isConnectionError(error) || performance.now() > Math.min(until, stopAt)) throw error;
      tools.log.warn(
        { error: String(error) },
        "the database is away; what is known is kept until it is back",
      );
      await sleep(pauseMs);
    }
  }
}
