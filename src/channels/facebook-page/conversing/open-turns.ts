import type { Clock } from "../../../platform/clock.ts";
import type { Tools } from "../graph.ts";

/**
 * Waits until one more call about a Page's conversations may go out. Undefined once it may; the moment from which to try
 * again where too many wait already.
 */
export type TakeTurn = (pageId: string) => Promise<Date | undefined>;

/** What reading conversations works with. */
export interface ReadingTools extends Tools {
  takeTurn: TakeTurn;
}

/** Two calls a second for each Page (graph-api.md section 17). */
const gapMs = 500;
/** Whoever looks for an answer can come again; longer than this it is better not to hold anybody. */
const waitMsMax = 5_000;

/**
 * Turns for the calls that Facebook counts by the second: kept before it has to refuse, since calling on while throttled
 * lengthens the block. Another process has turns of its own; where both look at once, Facebook's answer is obeyed.
 */
export function openTurns(clock: Clock, wait: (ms: number) => Promise<unknown>): TakeTurn {
  const nextAtMs = new Map<string, number>();
  return async (pageId) => {
    const nowMs = clock.now().getTime();
    const atMs = Math.max(nowMs, nextAtMs.get(pageId) ?? 0);
    if (atMs - nowMs > waitMsMax) return new Date(atMs);
    nextAtMs.set(pageId, atMs + gapMs);
    if (atMs > nowMs) await wait(atMs - nowMs);
    return undefined;
  };
}
