import { setTimeout as sleep } from "node:timers/promises";
import { isConnectionError } from "../database/connection-error.ts";
import type { Log } from "../platform/log.ts";

const pauseMs = 200;

/**
 * Repeats a statement while the database is away, for at most `forMs`. For what must not be forgotten: we know how an
 * attempt ended, and letting go of that knowledge would cost a search of the Page for minutes. Statements given here
 * must bear being carried out twice, since the answer to a commit can be lost like any other.
 */
export async function keepTrying<T>(statement: () => Promise<T>, forMs: number, log: Log): Promise<T> {
  const until = performance.now() + forMs;
  for (;;) {
    try {
      return await statement();
    } catch (error) {
      if (!isConnectionError(error) || performance.now() > until) throw error;
      log.warn({ error: String(error) }, "the database is away; what is known is kept until it is back");
      await sleep(pauseMs);
    }
  }
}
