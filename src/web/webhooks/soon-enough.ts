import { Problem } from "../problem.ts";

/**
 * Gives work up for this answer after `patienceMs`: 503. A network waits a few seconds only, counts silence as a failure,
 * and sends again what was answered 503. The work itself goes on; what it stores is found there at the next delivery.
 */
export async function soonEnough<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Problem(503, "database-away", { headers: { "retry-after": "5" } }));
  }, patienceMs);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
