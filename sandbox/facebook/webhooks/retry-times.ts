const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Meta says how long it tries, and that it does so ever more rarely (section 15.3); the moments are ours. */
const TIMES = {
  changes: [
    SECOND_MS,
    ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE_MS),
    ...[1, 2, 4, 8, 12, 18, 24, 30, 36].map((hours) => hours * HOUR_MS),
  ],
  messaging: [SECOND_MS, 30 * SECOND_MS, ...[2, 5, 15, 30, 60].map((minutes) => minutes * MINUTE_MS)],
};

/** After so long without one success a Page's Messenger events are switched off. */
export const MESSENGER_PATIENCE_MS = HOUR_MS;

/**
 * When a failed delivery is tried next, or undefined when it is given up.
 * @param firstAt unix milliseconds of the first attempt
 * @param now unix milliseconds; moments that a moved clock has jumped over are not made up for
 */
export function nextAttempt(way: "messaging" | "changes", firstAt: number, now: number): number | undefined {
  const after = TIMES[way].find((ms) => firstAt + ms > now);
  return after === undefined ? undefined : firstAt + after;
}
